import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { locator } from '#shared/modules/grid/territory/map/inside.rules.ts';
import type { Position } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { pathOf, placeOnPaper } from '../../territory/map/paper-drawing.ts';
import { pointWords, type Point } from '../intake/PointField.tsx';

const [WIDTH, HEIGHT, MARGIN] = [120, 66, 3];
const MICRO = 1e6;

/** The point of a matter among the borders of the community's grids, and in words which grid holds it. */
export function PlaceSketch({ point }: { readonly point: Point }) {
  const { formatMessage } = useIntl();
  const { data } = useQuery(api.grid.getMap({ everywhere: false }));
  const at = useMemo((): Position => [point.lngMicro / MICRO, point.latMicro / MICRO], [point]);
  const drawn = useMemo(() => (data?.shapes ?? []).flatMap(({ gridId, shape }) => (gridId === null ? [] : [{ id: gridId, shape }])), [data]);
  const gridId = useMemo(() => locator(drawn)(at), [drawn, at]);
  const name = gridId === null ? formatMessage({ id: 'map.place-outside' }) : (data?.grids.find(({ id }) => id === gridId)?.name ?? '');
  const words = [name, pointWords(point)].filter(Boolean).join(' · ');
  const place = placeOnPaper([...drawn.map(({ shape }) => shape), [[[at]]]], WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN, null);
  const [x, y] = place.at(at);
  return (
    <Stack gap={4}>
      {drawn.length > 0 && (
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="26rem" style={{ maxWidth: '100%' }} role="img" aria-label={words}>
          <g transform={`translate(${MARGIN} ${MARGIN})`}>
            {drawn.map(({ id, shape }) => <path key={id} d={pathOf(shape, place)} fillRule="evenodd" fill={id === gridId ? 'var(--mantine-primary-color-light)' : 'var(--mantine-color-default)'} stroke="var(--mantine-color-dimmed)" strokeWidth={0.4} strokeLinejoin="round" />)}
            <circle cx={x} cy={y} r={1.6} fill="var(--mantine-color-red-filled)" stroke="var(--mantine-color-body)" strokeWidth={0.6} />
          </g>
        </svg>
      )}
      <Text size="sm">{words}</Text>
    </Stack>
  );
}
