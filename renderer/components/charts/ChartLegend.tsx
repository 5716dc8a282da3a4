import classes from './charts.module.css';

export type LegendEntry = { readonly id: string; readonly label: string; readonly kind: 'plain' | 'stripes' | 'dots' | 'blank' };

/** Which fill means what. */
export function ChartLegend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className={classes['legend']}>
      {entries.map(({ id, label, kind }) => (
        <li key={id}><span className={classes['swatch']} data-kind={kind} aria-hidden />{label}</li>
      ))}
    </ul>
  );
}
