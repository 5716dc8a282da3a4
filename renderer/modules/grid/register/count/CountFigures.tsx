import { useIntl } from 'react-intl';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import { coverageOf, floatingShare, leftOf, personsIn, totalsOf, waitingStates } from '#shared/modules/grid/register/count/count.rules.ts';
import type { CampaignSheet } from '#shared/modules/grid/register/count/count.schema.ts';
import classes from './count.module.css';
import { doorsPlace } from './count-places.ts';

/** A difference with its sign. */
export function useSigned(): (difference: number) => string {
  const { formatNumber } = useIntl();
  return (difference) => formatNumber(difference, { signDisplay: 'exceptZero' });
}

/** The figures of a whole count; each says how it is counted and opens its doors. */
export function CountFigures({ campaign }: { readonly campaign: CampaignSheet }) {
  const { formatMessage, formatNumber } = useIntl();
  const signed = useSigned();
  const total = totalsOf(campaign.figures.grids);
  const share = floatingShare(total);
  const { id, previous } = campaign;
  const words = (figure: 'coverage' | 'left' | 'persons' | 'households' | 'businesses') => ({ label: formatMessage({ id: `count.${figure}` }), definition: formatMessage({ id: `count.${figure}-definition` }) });
  const counted = doorsPlace(id, { states: ['counted'] });
  return (
    <div className={classes['figures']}>
      <Figure {...words('coverage')} value={`${coverageOf(total)} %`} to={doorsPlace(id)} />
      <Figure {...words('left')} value={leftOf(total)} to={doorsPlace(id, { states: [...waitingStates] })} />
      <Figure {...words('households')} value={total.households} to={counted} />
      <Figure {...words('persons')} value={personsIn(total)} to={counted} />
      <Figure label={formatMessage({ id: 'count.floating-share' })} definition={formatMessage({ id: 'count.floating-definition' })} value={share === null ? '—' : `${formatNumber(share, { minimumFractionDigits: 1 })} %`} to={counted} />
      <Figure {...words('businesses')} value={total.businesses} to={counted} />
      <Figure label={formatMessage({ id: 'count.against-register' })} definition={formatMessage({ id: 'count.against-register-definition' })} value={signed(personsIn(total) - total.registerPersons)} to={doorsPlace(id, { differs: ['register'] })} />
      <Figure
        label={formatMessage({ id: 'count.against-last' })}
        definition={previous ? formatMessage({ id: 'count.against-last-definition' }, { name: previous.name }) : formatMessage({ id: 'count.no-last' })}
        value={previous ? signed(total.againPersons - total.lastPersons) : '—'}
        {...(previous && { to: doorsPlace(id, { differs: ['last'] }) })}
      />
    </div>
  );
}
