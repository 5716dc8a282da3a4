import { useIntl } from 'react-intl';
import { Page } from '#renderer/components/page/Page.tsx';
import { HoursSection } from './HoursSection.tsx';

/** When the desk is open; who keeps it stands in the staff's roster. */
export default function DeskHoursPage() {
  const { formatMessage } = useIntl();
  return <Page title={formatMessage({ id: 'desk-hours.title' })}><HoursSection /></Page>;
}
