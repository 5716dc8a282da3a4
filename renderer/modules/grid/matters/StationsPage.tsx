import { Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { MatterFilter } from '#shared/modules/grid/matters/matter.schema.ts';
import { lastDayOf, mattersPlace } from './matter-words.ts';
import classes from './matters.module.css';

type Station = { readonly code: 'governance-station' | 'grid-station' | 'service-station' | 'governance-centre' | 'grid-centre' | 'service-centre'; readonly functions: readonly string[]; readonly kinds: readonly string[]; readonly open: number; readonly overdue: number; readonly reported: number; readonly settled: number; readonly inTime: number };

/** Three centres above, three stations below: what each is for, what lies with it, what it settled this month. */
export default function StationsPage() {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useQuery(api.grid.listStations({}));
  return (
    <Page wide title={formatMessage({ id: 'matters.stations' })}>
      <div className={classes['stations']}>
        <ErrorNote error={error} onRetry={() => void refetch()} />
        {(['station', 'centre'] as const).map((tier) => (
          <Stack key={tier} gap="sm" component="section" aria-label={formatMessage({ id: `matters.tier.${tier}` })}>
            <Title order={2} fz="md" fw={600}><FormattedMessage id={`matters.tier.${tier}`} /></Title>
            <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
              {(data ?? []).filter(({ code }) => code.endsWith(`-${tier}`)).map((station) => <Tile key={station.code} station={station} />)}
            </SimpleGrid>
          </Stack>
        ))}
      </div>
    </Page>
  );
}

function Tile({ station }: { readonly station: Station }) {
  const { formatMessage, formatList } = useIntl();
  const { labelOf: functionOf } = useCodes('matter-function');
  const { labelOf: kindOf } = useCodes('matter-kind');
  const month = localToday().slice(0, 7);
  const isCentre = station.code.endsWith('-centre');
  const here: Partial<MatterFilter> = isCentre ? { unitIds: [station.code] } : { stations: [station.code] };
  const inMonth = { life: 'all' as const, stations: [station.code], endedFrom: `${month}-01`, endedUntil: lastDayOf(month) };
  const figure = (id: 'open' | 'overdue' | 'reported' | 'settled' | 'inTime', to: string) => <Figure value={station[id]} label={formatMessage({ id: `matters.station.${id}` })} definition={formatMessage({ id: `matters.station.${id}.definition` })} to={to} />;
  return (
    <section className={classes['tile']} aria-label={formatMessage({ id: `matters.unit.${station.code}` })}>
      <Title order={3} fz="md" fw={600}>{formatMessage({ id: `matters.unit.${station.code}` })}</Title>
      <Group gap="lg" wrap="wrap">
        {figure('open', mattersPlace(here))}
        {figure('overdue', mattersPlace({ ...here, overdueDays: 0 }))}
        {!isCentre && figure('reported', mattersPlace({ life: 'all', stations: [station.code], reportedFrom: `${month}-01`, reportedUntil: lastDayOf(month), figure: 'reported' }))}
        {!isCentre && figure('settled', mattersPlace({ ...inMonth, figure: 'settled' }))}
        {!isCentre && figure('inTime', mattersPlace({ ...inMonth, figure: 'in-time' }))}
      </Group>
      <Text size="sm"><FormattedMessage id="matters.functions-are" values={{ list: formatList(station.functions.map(functionOf)) || '—' }} /></Text>
      {station.kinds.length > 0 && <Text size="sm" c="dimmed"><FormattedMessage id="matters.kinds-are" values={{ list: formatList(station.kinds.map(kindOf)) }} /></Text>}
    </section>
  );
}
