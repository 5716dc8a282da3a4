import { pointOnFeature } from '@turf/point-on-feature';
import { polygon } from '@turf/helpers';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { areaOf } from '#shared/modules/grid/territory/map/overlay.rules.ts';
import type { MapFigure } from '#shared/modules/grid/territory/map/map.contract.ts';
import { OUTLINE, type Drawing, type Position, type Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { figureFormat, type Colouring } from './figures.ts';
import type { ListedGrid } from './GridList.tsx';
import { BORDER, CLASS_FILLS, CLASS_STROKES, fillAt, NO_VALUE_FILL, OUTLINE_COLOUR, PATTERN_COLOUR, PATTERN_SIZE } from './map-colours.ts';
import { pathOf, placeOnPaper } from './paper-drawing.ts';
import { roundLength } from './round-length.ts';

export type MapDrawingProps = {
  readonly figure: MapFigure;
  readonly colouring: Colouring;
  readonly grids: readonly ListedGrid[];
  readonly drawing: Drawing;
  /** Millimetres of the field. */
  readonly width: number;
  readonly height: number;
  /** `1 : scale`; null for the largest that fits. */
  readonly scale: number | null;
  readonly hasPattern: boolean;
  readonly className?: string | undefined;
};

const FONT = 'Microsoft YaHei UI, PingFang SC, Noto Sans SC, Noto Sans CJK SC, sans-serif';
const MARGIN_MM = 8;
const LONGEST_BAR_MM = 45;

/** A point well inside the largest part, for its name. */
function labelPlace(shape: Shape): Position {
  const largest = shape.toSorted((one, other) => areaOf([other]) - areaOf([one]))[0] ?? [];
  const [lon = 0, lat = 0] = pointOnFeature(polygon(largest as [number, number][][])).geometry.coordinates; // the library writes to none of it
  return [lon, lat];
}

/** The map as lines and words: vector on paper, true to a scale, readable in black and white. What is printed and what becomes a picture. */
export function MapDrawing({ figure, colouring, grids, drawing, width, height, scale, hasPattern, className }: MapDrawingProps) {
  const { formatMessage, formatNumber } = useIntl();
  const drawn = grids.filter(({ id }) => id !== OUTLINE && id in drawing);
  const place = placeOnPaper(Object.values(drawing), width - 2 * MARGIN_MM, height - 2 * MARGIN_MM, scale);
  const patternId = (at: number): string => `map-class-${at}`;
  const fillOf = (fill: number | null): string => (fill === null ? NO_VALUE_FILL : hasPattern ? `url(#${patternId(fill)})` : (CLASS_FILLS[fill] ?? NO_VALUE_FILL));
  const outline = drawing[OUTLINE];
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`} className={className} fontFamily={FONT} role="img" aria-label={formatMessage({ id: 'map.paper-title' }, { figure: formatMessage({ id: `map.figure.${figure}` }) })}>
      <defs>
        {CLASS_FILLS.map((colour, at) => (
          <pattern key={colour} id={patternId(at)} width={PATTERN_SIZE} height={PATTERN_SIZE} patternUnits="userSpaceOnUse" patternTransform="scale(0.3)">
            <rect width={PATTERN_SIZE} height={PATTERN_SIZE} fill={colour} />
            <path d={CLASS_STROKES[at]} fill="none" stroke={PATTERN_COLOUR} strokeOpacity={0.5} />
          </pattern>
        ))}
      </defs>
      <g transform={`translate(${MARGIN_MM} ${MARGIN_MM})`}>
        {drawn.map(({ id, fill }) => <path key={id} d={pathOf(drawing[id] ?? [], place)} fill={fillOf(fill)} fillRule="evenodd" stroke={BORDER} strokeWidth={0.3} strokeLinejoin="round" />)}
        {outline && <path d={pathOf(outline, place)} fill="none" stroke={OUTLINE_COLOUR} strokeWidth={0.7} strokeDasharray="4 1.5" strokeLinejoin="round" />}
        {drawn.map(({ id, name, value }) => {
          const [x, y] = place.at(labelPlace(drawing[id] ?? []));
          return (
            <text key={id} x={x} y={y} fontSize={3.2} textAnchor="middle" fill="#000" stroke="#fff" strokeWidth={0.9} paintOrder="stroke" strokeLinejoin="round">
              <tspan x={x} fontWeight={600}>{name}</tspan>
              <tspan x={x} dy={4.2}>{value}</tspan>
            </text>
          );
        })}
      </g>
      <Legend figure={figure} colouring={colouring} fillOf={fillOf} x={width - 46} y={height - 8 - 5 * (colouring.classes.length + 1)} formatted={(value) => formatNumber(value, figureFormat(figure))} />
      <Bar scale={place.scale} y={height - 8} />
      <g transform={`translate(${width - 12} 14)`} stroke="#000" fill="#000">
        <path d="M0 -9L3 3L0 1L-3 3Z" strokeWidth={0.3} />
        <text y={8} fontSize={4} textAnchor="middle" stroke="none"><FormattedMessage id="map.north" /></text>
      </g>
    </svg>
  );
}

type LegendProps = { readonly figure: MapFigure; readonly colouring: Colouring; readonly fillOf: (fill: number | null) => string; readonly x: number; readonly y: number; readonly formatted: (value: number) => string };

function Legend({ figure, colouring: { classes }, fillOf, x, y, formatted }: LegendProps) {
  const { formatMessage } = useIntl();
  return (
    <g transform={`translate(${x} ${y})`} fontSize={3}>
      <rect x={-3} y={-5} width={46} height={5 * classes.length + 8} fill="#fff" stroke={BORDER} strokeWidth={0.2} />
      <text fontWeight={600}>{formatMessage({ id: `map.figure.${figure}` })}</text>
      {classes.map(({ from, to }, at) => (
        <g key={from} transform={`translate(0 ${2 + at * 5})`}>
          <rect width={7} height={4} fill={fillOf(fillAt(at, classes.length))} stroke={BORDER} strokeWidth={0.2} />
          <text x={9} y={3.2}>{from === to ? formatted(from) : `${formatted(from)} – ${formatted(to)}`}</text>
        </g>
      ))}
    </g>
  );
}

function Bar({ scale, y }: { readonly scale: number; readonly y: number }) {
  const metres = roundLength((LONGEST_BAR_MM * scale) / 1000);
  const length = (metres * 1000) / scale;
  return (
    <g transform={`translate(8 ${y})`} fontSize={3}>
      <path d={`M0 -2V0H${length}V-2`} fill="none" stroke="#000" strokeWidth={0.4} />
      <text x={length / 2} y={-2.6} textAnchor="middle"><FormattedNumber value={metres} style="unit" unit="meter" /></text>
      <text x={length + 4} y={0}>1 : <FormattedNumber value={scale} /></text>
    </g>
  );
}
