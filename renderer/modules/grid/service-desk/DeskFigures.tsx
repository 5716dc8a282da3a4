import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { deskVisitFilterSchema } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';
import { filteredPlace } from '../filtered-place.ts';

const DAYS = 7;
const place = filteredPlace('/grid/service-desk', deskVisitFilterSchema);

/** How the desk stands: open or not, who is on duty, who waits, and the last seven days. */
export function DeskFigures() {
  const { formatMessage } = useIntl();
  const today = localToday();
  const from = addDays(today, 1 - DAYS);
  const { data } = useQuery(api.grid.summariseDeskVisits({ from, until: today }));
  const { data: hours } = useQuery(api.grid.getDeskHours({}));
  const { data: duty } = useQuery(api.grid.getDutyToday({}));
  const period = formatMessage({ id: 'service-desk.figure.week' });
  if (!data) return null;
  const todays = data.days.find(({ day }) => day === today);
  return (
    <Group gap="xl" align="flex-start" wrap="wrap">
      <Figure label={formatMessage({ id: 'service-desk.figure.waiting' })} value={data.waitingNow} definition={formatMessage({ id: 'service-desk.figure.waiting.about' })} to={place({ states: ['waiting'] })} />
      <Figure label={formatMessage({ id: 'service-desk.figure.today' })} value={todays?.visits ?? 0} definition={formatMessage({ id: 'service-desk.figure.today.about' })} to={place({ from: today, until: today })} />
      <Figure label={formatMessage({ id: 'service-desk.figure.visits' })} period={period} value={data.visits} definition={formatMessage({ id: 'service-desk.figure.visits.about' })} to={place({ from, until: today })} />
      <Figure label={formatMessage({ id: 'service-desk.figure.median' })} period={period} value={data.medianWaitMinutes ?? '—'} {...(data.medianWaitMinutes !== null && { unit: formatMessage({ id: 'service-desk.minute-unit' }) })} definition={formatMessage({ id: 'service-desk.figure.median.about' })} to={place({ from, until: today })} />
      <div>
        <Text size="sm" fw={600}>{hours && formatMessage({ id: hours.isOpenNow ? 'service-desk.open-now' : 'service-desk.closed-now' })}</Text>
        <Text size="sm" c="dimmed">{duty ? formatMessage({ id: 'service-desk.on-duty' }, { name: duty.name, backup: duty.backupName }) : formatMessage({ id: 'service-desk.nobody-on-duty' })}</Text>
        <PlaceLink to="/staff/duty" size="sm"><FormattedMessage id="roster.title" /></PlaceLink>{' · '}<PlaceLink to="/grid/desk-hours" size="sm"><FormattedMessage id="desk-hours.title" /></PlaceLink>
      </div>
    </Group>
  );
}
