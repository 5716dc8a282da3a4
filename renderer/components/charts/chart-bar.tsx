import type { KeyboardEvent } from 'react';
import { Rectangle } from 'recharts';

type ChartBarProps = {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly fill: string;
  /** What the bar says, in words. */
  readonly label: string;
  /** Opens the rows behind the bar; absent when no list can show exactly these. */
  readonly onOpen?: (() => void) | undefined;
};

/** One bar that can be reached with the tab key and opens its rows. */
export function ChartBar({ x = 0, y = 0, width = 0, height = 0, fill, label, onOpen }: ChartBarProps) {
  if (width === 0) return null;
  const shape = <Rectangle x={x} y={y} width={width} height={height} fill={fill} stroke="var(--mantine-color-text)" strokeWidth={0.5} />;
  if (!onOpen) return <g role="img" aria-label={label}><title>{label}</title>{shape}</g>;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onOpen();
  };
  return (
    <g role="link" tabIndex={0} aria-label={label} onClick={onOpen} onKeyDown={onKeyDown} cursor="pointer">
      <title>{label}</title>
      {shape}
    </g>
  );
}

/** Fills that differ without colour: a plain one, stripes and dots, for paper and for colour-blind eyes. */
export function ChartFills({ prefix }: { readonly prefix: string }) {
  const accent = 'var(--mantine-primary-color-filled)';
  const paper = 'var(--mantine-color-body)';
  return (
    <defs>
      <pattern id={`${prefix}-stripes`} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={6} height={6} fill={paper} />
        <rect width={3} height={6} fill={accent} />
      </pattern>
      <pattern id={`${prefix}-dots`} width={6} height={6} patternUnits="userSpaceOnUse">
        <rect width={6} height={6} fill={paper} />
        <circle cx={3} cy={3} r={1.5} fill="var(--mantine-color-text)" />
      </pattern>
    </defs>
  );
}

export const PLAIN_FILL = 'var(--mantine-primary-color-filled)';
export const stripes = (prefix: string): string => `url(#${prefix}-stripes)`;
export const dots = (prefix: string): string => `url(#${prefix}-dots)`;
