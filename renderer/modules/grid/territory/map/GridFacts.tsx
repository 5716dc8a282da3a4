import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { RECENT_DAYS, type MapFigure, type StoredShape } from '#shared/modules/grid/territory/map/map.contract.ts';
import { positionsOf } from '#shared/modules/grid/territory/map/position.rules.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { mattersPlace } from '../../matters/matter-words.ts';
import { personsPlace } from '../../places.ts';
import { figureFormat, type Colouring } from './figures.ts';

type GridFactsProps = { readonly id: string; readonly name: string; readonly stored: StoredShape | undefined; readonly colouring: Colouring; readonly figure: MapFigure };

/** What is known of the chosen grid's place: its figure, its area, where its border came from and who changed it. */
export function GridFacts({ id, name, stored, colouring, figure }: GridFactsProps) {
  const { formatMessage, formatNumber } = useIntl();
  const may = useMay();
  const value = colouring.values.get(id) ?? null;
  const to = rowsOf(figure, id, may);
  const shown = value === null ? '—' : formatNumber(value, figureFormat(figure));
  return (
    <Stack gap={6}>
      <Title order={2} size="h4">{name}</Title>
      <Facts
        facts={[
          { id: 'figure', label: formatMessage({ id: `map.figure.${figure}` }), value: to === null || value === null ? shown : <PlaceLink to={to} inherit>{shown}</PlaceLink> },
          ...(stored
            ? [
                { id: 'area', label: formatMessage({ id: 'map.area' }), value: formatMessage({ id: 'map.square-metres' }, { area: stored.areaM2 }) },
                { id: 'corners', label: formatMessage({ id: 'map.corners' }), value: formatNumber(positionsOf(stored.shape).length - stored.shape.flat().length) },
                { id: 'source', label: formatMessage({ id: 'map.source' }), value: stored.sourceFile === '' ? formatMessage({ id: 'map.source-drawn' }) : `${stored.sourceFile} · ${formatMessage({ id: `map.system.${stored.sourceSystem}` })}` },
              ]
            : []),
        ]}
      />
      {stored ? <ShapeHistory stored={stored} /> : <Text size="sm" c="dimmed"><FormattedMessage id="map.not-drawn-next" /></Text>}
    </Stack>
  );
}

/** The list that a figure of a grid counts; null where the figure is no count of rows, or not of rows this person may read. */
function rowsOf(figure: MapFigure, gridId: string, may: ReturnType<typeof useMay>): string | null {
  const gridIds = [gridId];
  if (figure === 'persons') return may('register.read') ? personsPlace({ gridIds }) : null;
  if (!may('matters.read')) return null;
  if (figure === 'openMatters') return mattersPlace({ gridIds });
  if (figure === 'lateMatters') return mattersPlace({ gridIds, overdueDays: 0 });
  return figure === 'recentMatters' ? mattersPlace({ gridIds, life: 'all', figure: 'reported', reportedFrom: addDays(localToday(), 1 - RECENT_DAYS), reportedUntil: localToday() }) : null;
}

const areaIn = (fields: Readonly<Record<string, readonly [unknown, unknown]>>): readonly [number, number] | null => {
  const [before, after] = fields['areaM2'] ?? fields['area_m2'] ?? [];
  return typeof before === 'number' && typeof after === 'number' ? [before, after] : null;
};

/** Who moved the border and what that did to the area; the corners themselves stay in the log. */
function ShapeHistory({ stored: { id, version } }: { readonly stored: StoredShape }) {
  const options = api.audit.listChanges({ entity: 'grid_shape', id });
  const { data } = useQuery({ ...options, queryKey: [...options.queryKey, version] as const });
  return (
    <Stack gap={2}>
      <Text component="h3" size="sm" fw={600}><FormattedMessage id="map.history" /></Text>
      {(data ?? []).slice(0, 5).map((change) => {
        const area = areaIn(change.fields);
        return (
          <Text key={change.seq} size="xs">
            {change.actorName} · <InstantText at={change.at} />
            {area && <> · <FormattedNumber value={area[0]} /> → <FormattedNumber value={area[1]} /> m²</>}
          </Text>
        );
      })}
    </Stack>
  );
}
