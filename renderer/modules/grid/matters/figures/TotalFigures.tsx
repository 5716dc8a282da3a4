import { useIntl } from 'react-intl';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import type { MatterSums } from '#shared/modules/grid/matters/matter-figures.schema.ts';
import classes from '../matters.module.css';
import { rowsOf, SHARES, shareOf, shares } from './matter-figure.ts';

type TotalFiguresProps = { readonly total: MatterSums; readonly from: string; readonly until: string };

/** How many came, how many ended, and the seven shares, each with what it means. */
export function TotalFigures({ total, from, until }: TotalFiguresProps) {
  const { formatMessage, formatNumber } = useIntl();
  const percent = (share: number | null): string => (share === null ? '—' : formatNumber(share, { style: 'percent', maximumFractionDigits: 1 }));
  return (
    <div className={classes['figures']}>
      <Figure value={total.reported} label={formatMessage({ id: 'matters.count.reported' })} definition={formatMessage({ id: 'matters.count.reported.definition' })} to={rowsOf(from, until, 'reported', { figure: 'reported' })} />
      <Figure value={total.settled} label={formatMessage({ id: 'matters.count.settled' })} definition={formatMessage({ id: 'matters.count.settled.definition' })} to={rowsOf(from, until, 'ended', { figure: 'settled' })} />
      {shares.map((name) => (
        <Figure key={name} value={percent(shareOf(total, name))} label={formatMessage({ id: `matters.share.${name}` })} definition={formatMessage({ id: `matters.share.${name}.definition` })} to={rowsOf(from, until, SHARES[name].by, { figure: SHARES[name].figure })} />
      ))}
    </div>
  );
}
