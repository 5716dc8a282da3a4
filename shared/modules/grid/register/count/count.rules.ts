import { countedFields, outcomes, type DoorState, type GridFigures, type Numbers, type Visit } from './count.schema.ts';

/** A visit after which nothing more is to be learned at the door. Who refuses stays unknown, so that door never counts as covered. */
export const settlingStates = ['counted', 'vacant', 'gone'] as const satisfies readonly DoorState[];
/** Somebody still has to go there. */
export const waitingStates = ['open', 'nobody', 'revisit'] as const satisfies readonly DoorState[];

export const personsIn = ({ registered, floating, leftBehind, overseas, noHukou }: Omit<Numbers, 'households' | 'businesses'>): number => registered + floating + leftBehind + overseas + noHukou;

type Coverage = Pick<GridFigures, 'doors' | 'counted' | 'vacant' | 'gone'>;
/** Whole per cent of the doors that are settled, rounded down so that 100 means every one (domain.md 4, Y9). Without doors it is 100. */
export const coverageOf = ({ doors, counted, vacant, gone }: Coverage): number => (doors === 0 ? 100 : Math.floor((100 * (counted + vacant + gone)) / doors));
export const leftOf = ({ open, nobody, revisit }: Pick<GridFigures, 'open' | 'nobody' | 'revisit'>): number => open + nobody + revisit;

/** Floating persons in hundred of all that were counted, to one decimal; null when nobody was. */
export function floatingShare(figures: Omit<Numbers, 'households' | 'businesses'>): number | null {
  const persons = personsIn(figures);
  return persons === 0 ? null : Math.round((1000 * figures.floating) / persons) / 10;
}

export type VisitFault = 'counted-nobody' | 'households-without-persons' | 'more-households-than-persons';
/** Why a visit cannot be as it is written. A door behind which there is nothing is `vacant`, not counted. Null: nothing is wrong. */
export function visitFault(visit: Pick<Visit, 'outcome'> & Numbers): VisitFault | null {
  if (visit.outcome !== 'counted') return null;
  const persons = personsIn(visit);
  if (persons === 0 && visit.businesses === 0) return 'counted-nobody';
  if (persons === 0 && visit.households > 0) return 'households-without-persons';
  return visit.households > persons ? 'more-households-than-persons' : null;
}

/** Numbers of any other outcome than `counted` are none, whatever stood in the fields before. */
export const numbersOf = (visit: Pick<Visit, 'outcome'> & Numbers): Numbers =>
  Object.fromEntries(countedFields.map((field) => [field, visit.outcome === 'counted' ? visit[field] : 0])) as Numbers; // every field of it

const SUMMED = ['doors', 'open', ...outcomes, ...countedFields, 'registerPersons', 'registerHouseholds', 'againPersons', 'lastPersons', 'againHouseholds', 'lastHouseholds'] as const;
export type Totals = Omit<GridFigures, 'gridId' | 'gridName'>;
/** The sum of all grids, figure by figure. */
export const totalsOf = (grids: readonly Totals[]): Totals => Object.fromEntries(SUMMED.map((field) => [field, grids.reduce((sum, grid) => sum + grid[field], 0)])) as Totals; // every field of it
