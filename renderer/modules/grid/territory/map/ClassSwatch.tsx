import { BORDER, CLASS_FILLS, CLASS_STROKES, NO_VALUE_FILL, PATTERN_COLOUR } from './map-colours.ts';

/** A sample of a class: its colour, and its pattern when patterns are shown. */
export function ClassSwatch({ fill, hasPattern }: { readonly fill: number | null; readonly hasPattern: boolean }) {
  const strokes = fill === null ? '' : (CLASS_STROKES[fill] ?? '');
  return (
    <svg width={24} height={16} viewBox="0 0 24 16" aria-hidden>
      <rect x={0.5} y={0.5} width={23} height={15} fill={fill === null ? NO_VALUE_FILL : CLASS_FILLS[fill]} stroke={BORDER} />
      {hasPattern && strokes !== '' && [0, 8, 16].flatMap((x) => [0, 8].map((y) => <path key={`${x} ${y}`} d={strokes} transform={`translate(${x} ${y})`} fill="none" stroke={PATTERN_COLOUR} strokeOpacity={0.45} />))}
    </svg>
  );
}
