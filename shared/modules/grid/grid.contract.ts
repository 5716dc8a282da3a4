import { registerOperations, registerPermissions } from './register/register.contract.ts';
import { registerErrors } from './register/register.errors.ts';
import { rentalsOperations, rentalsPermissions } from './register/rentals/rentals.contract.ts';
import { rentalsErrors } from './register/rentals/rentals.errors.ts';
import { buildingsOperations, buildingsPermissions } from './territory/buildings/buildings.contract.ts';
import { buildingsErrors } from './territory/buildings/buildings.errors.ts';
import { territoryOperations, territoryPermissions } from './territory/territory.contract.ts';
import { territoryErrors } from './territory/territory.errors.ts';

/** What one can ask of the grid module: its areas, side by side. */
export const gridContract = {
  ...territoryOperations,
  ...buildingsOperations,
  ...registerOperations,
  ...rentalsOperations,
};
export const gridPermissions = {
  ...territoryPermissions,
  ...buildingsPermissions,
  ...registerPermissions,
  ...rentalsPermissions,
};
export const gridErrors = {
  ...territoryErrors,
  ...buildingsErrors,
  ...registerErrors,
  ...rentalsErrors,
};
