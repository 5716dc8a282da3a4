import { Group, NumberInput, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { HotSpot } from '#shared/modules/grid/prevention/hot-spot.schema.ts';
import { matterPlace } from '../matters/matter-words.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { GridAlarms } from './GridAlarms.tsx';

const DAYS = 30;
const LEAST = 3;
type By = 'place' | 'kind';

/** Where it happens again and again, and which grid is suddenly above its own past. */
export default function HotSpotsPage() {
  const { formatMessage } = useIntl();
  return (
    <Page title={formatMessage({ id: 'hot-spots.title' })}>
      <Stack gap="xl">
        <SheetSection title="hot-spots.alarms"><GridAlarms /></SheetSection>
        <SheetSection title="hot-spots.spots"><Spots /></SheetSection>
      </Stack>
    </Page>
  );
}

function Spots() {
  const { formatMessage } = useIntl();
  const [by, setBy] = useState<By>('place');
  const [days, setDays] = useState(DAYS);
  const [least, setLeast] = useState(LEAST);
  const [shown, setShown] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({ ...api.grid.listHotSpots({ by, days, least }), placeholderData: keepPreviousData });
  return (
    <>
      <Group gap="md" align="flex-end">
        <SegmentedControl aria-label={formatMessage({ id: 'hot-spots.by' })} value={by} onChange={(value) => setBy(value === 'kind' ? 'kind' : 'place')} data={(['place', 'kind'] as const).map((value) => ({ value, label: formatMessage({ id: `hot-spots.by.${value}` }) }))} transitionDuration={0} />
        <NumberInput w={120} label={formatMessage({ id: 'hot-spots.days' })} min={7} max={365} allowDecimal={false} value={days} onChange={(value) => typeof value === 'number' && value >= 7 && value <= 365 && setDays(value)} />
        <NumberInput w={120} label={formatMessage({ id: 'hot-spots.least' })} min={2} max={100} allowDecimal={false} value={least} onChange={(value) => typeof value === 'number' && value >= 2 && value <= 100 && setLeast(value)} />
      </Group>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="hot-spots.none" values={{ days, least }} /></Text>}
      {data && data.length > 0 && <SpotTable spots={data} by={by} days={days} shown={shown} onShow={setShown} />}
    </>
  );
}

const keyOf = ({ placeKey, kind, gridId }: HotSpot): string => `${placeKey}/${kind}/${gridId ?? ''}`;
type SpotTableProps = { readonly spots: readonly HotSpot[]; readonly by: By; readonly days: number; readonly shown: string | null; readonly onShow: (key: string | null) => void };

function SpotTable({ spots, by, days, shown, onShow }: SpotTableProps) {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('matter-kind');
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table aria-label={formatMessage({ id: 'hot-spots.spots' })} verticalSpacing={6}>
        <Table.Thead><Table.Tr>{(['what', 'gridName', 'count', 'open', 'firstOn', 'lastOn'] as const).map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `hot-spots.field.${field}` })}</Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>
          {spots.flatMap((spot) => {
            const key = keyOf(spot);
            const isShown = shown === key;
            const name = by === 'place' ? spot.place : labelOf(spot.kind);
            return [
              <Table.Tr key={key}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{spot.gridName}</Table.Td>
                <Table.Td><button type="button" className="mantine-focus-auto" style={{ all: 'unset', cursor: 'pointer', color: 'var(--mantine-color-anchor)' }} aria-expanded={isShown} aria-label={formatMessage({ id: 'hot-spots.open-rows' }, { name, count: spot.count })} onClick={() => onShow(isShown ? null : key)}>{formatNumber(spot.count)}</button></Table.Td>
                <Table.Td>{formatNumber(spot.open)}</Table.Td>
                <Table.Td><DayText day={spot.firstOn} /></Table.Td>
                <Table.Td><DayText day={spot.lastOn} /></Table.Td>
              </Table.Tr>,
              ...(isShown ? [<Table.Tr key={`${key} rows`}><Table.Td colSpan={6}><SpotMatters spot={spot} by={by} days={days} /></Table.Td></Table.Tr>] : []),
            ];
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Exactly the matters that were counted. */
function SpotMatters({ spot: { placeKey, kind, gridId }, by, days }: { readonly spot: HotSpot; readonly by: By; readonly days: number }) {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('matter-kind');
  const { data, error, refetch } = useQuery(api.grid.listHotSpotMatters({ by, days, placeKey, kind, gridId: by === 'kind' ? gridId : null }));
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <ul style={{ margin: 0, paddingInlineStart: '1.25rem' }} aria-label={formatMessage({ id: 'hot-spots.matters' })}>
      {data?.map((matter) => <li key={matter.id}><PlaceLink to={matterPlace(matter.id)} size="sm">{matter.number} {matter.subject}</PlaceLink><Text size="sm" c="dimmed" span> · {labelOf(matter.kind)} · {matter.place} · <DayText day={matter.reportedOn} /></Text></li>)}
    </ul>
  );
}
