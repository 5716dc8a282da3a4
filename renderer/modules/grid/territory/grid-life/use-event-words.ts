import { useIntl } from 'react-intl';
import type { GridEvent, GridPlace } from '#shared/modules/grid/territory/grid-life/grid-life.schema.ts';

/** A place as people say it: estate, building, unit; or the address where no building is known. */
export function usePlaceWords(): (place: GridPlace) => string {
  const { formatMessage } = useIntl();
  return ({ estate, building, unit, address }) => {
    if (building === '') return address === '' ? formatMessage({ id: 'grid-life.place-unknown' }) : address;
    const named = formatMessage({ id: 'grid-life.place-building' }, { estate, building, kind: kindOf(building) });
    return unit === '' ? named : formatMessage({ id: 'grid-life.place-unit' }, { building: named, unit, kind: kindOf(unit) });
  };
}

/** Whether a building or unit is a bare number, which needs a word beside it, or has a name of its own (A座). */
export const kindOf = (name: string): 'number' | 'name' => (/^[\dA-Za-z-]+$/.test(name) ? 'number' : 'name');

/** What happened, in one sentence. */
export function useEventWords(): (event: GridEvent) => string {
  const { formatMessage } = useIntl();
  return ({ kind, gives, takes }) => {
    const names = (parties: readonly { readonly name: string }[]): string => parties.map(({ name }) => name).join('、');
    const nobody = formatMessage({ id: 'grid-life.nobody' });
    const [from] = gives;
    const [to] = takes;
    return formatMessage(
      { id: `grid-life.event.${kind}` },
      { from: names(gives), into: names(takes), fromCode: from?.code ?? '', intoCode: to?.code ?? '', fromMember: from?.memberName || nobody, intoMember: to?.memberName || nobody },
    );
  };
}
