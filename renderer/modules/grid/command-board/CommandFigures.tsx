import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconUrgent } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { mattersPlace } from '../matters/matter-words.ts';

/** Who answers today, what waits, what burns; every number opens its rows. */
export function CommandFigures() {
  const { formatMessage } = useIntl();
  const today = localToday();
  const { data, error, refetch } = useQuery(api.grid.getCommandDesk({}));
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  const figure = (id: 'open' | 'overdue' | 'redCards' | 'untouched' | 'reportedToday' | 'endedToday', to: string) => <Figure label={formatMessage({ id: `command.figure.${id}` })} value={data[id]} definition={formatMessage({ id: `command.figure.${id}.about` })} to={to} />;
  return (
    <Stack gap="xs" style={{ flex: 'none' }}>
      {data.emergencies.map(({ id, title, isDrill, late }) => (
        <Alert key={id} color={isDrill ? 'gray' : 'red'} variant="light" py={6} icon={<IconUrgent size={18} aria-hidden />}>
          <PlaceLink to={`/grid/emergency/${id}`} size="sm" c="var(--mantine-color-text)">{formatMessage({ id: isDrill ? 'today.item.emergency-drill' : 'today.item.emergency-running' }, { title, late })}</PlaceLink>
        </Alert>
      ))}
      <Group gap="xl" align="flex-start">
        <div>
          <Text size="sm" c="dimmed"><FormattedMessage id="command.officer" /></Text>
          <Text fw={600}>{data.officer ? [data.officer.name, data.officer.phone].filter(Boolean).join(' ') : <PlaceLink to="/grid/duty" size="sm"><FormattedMessage id="desk-duty.nobody" /></PlaceLink>}</Text>
        </div>
        {figure('open', mattersPlace({}))}
        {figure('overdue', mattersPlace({ overdueDays: 0 }))}
        {figure('redCards', mattersPlace({ cards: ['red'] }))}
        {figure('untouched', mattersPlace({ untouched: true }))}
        {figure('reportedToday', mattersPlace({ life: 'all', reportedFrom: today, reportedUntil: today }))}
        {figure('endedToday', mattersPlace({ life: 'all', endedFrom: today, endedUntil: today }))}
        <Figure label={formatMessage({ id: 'service-desk.figure.waiting' })} value={data.visitorsWaiting} definition={formatMessage({ id: 'service-desk.figure.waiting.about' })} to={'/grid/service-desk?filter={"states":["waiting"]}'} />
      </Group>
    </Stack>
  );
}
