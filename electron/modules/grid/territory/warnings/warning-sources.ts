import { gridNotDrawn, mapGap, mapOverlap } from '../map/map-warnings.ts';
import { accountOnEndedGrid, gridOutsideBand, gridWithoutMember, memberOnTwoGrids } from './grid-warnings.ts';
import { buildingInTwoGrids, dwellingInTwoGrids, householdApartFromDwelling, householdWithoutGrid } from './homes-warnings.ts';
import type { WarningSource } from './warning-source.ts';

/** Everything the warnings page looks for, in its order. */
export const warningSources: readonly WarningSource[] = [
  gridWithoutMember,
  memberOnTwoGrids,
  householdWithoutGrid,
  dwellingInTwoGrids,
  buildingInTwoGrids,
  householdApartFromDwelling,
  gridOutsideBand,
  accountOnEndedGrid,
  mapOverlap,
  mapGap,
  gridNotDrawn,
];
