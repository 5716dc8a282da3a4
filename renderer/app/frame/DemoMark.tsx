import { IconFlask } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSession } from '../session.ts';
import classes from './frame.module.css';

/** Says that everybody on screen is invented; nothing at a real station. */
export function DemoMark() {
  const { formatMessage } = useIntl();
  if (!useSession().demo) return null;
  return (
    <span className={classes['demo']} title={formatMessage({ id: 'frame.demo.why' })}>
      <IconFlask size={12} aria-hidden />
      <FormattedMessage id="frame.demo" />
    </span>
  );
}
