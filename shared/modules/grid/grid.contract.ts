import { registerOperations, registerPermissions } from './register/register.contract.ts';
import { registerErrors } from './register/register.errors.ts';
import { territoryOperations, territoryPermissions } from './territory/territory.contract.ts';
import { mapOperations } from './territory/map/map.contract.ts';
import { mapErrors } from './territory/map/map.errors.ts';
import { territoryErrors } from './territory/territory.errors.ts';

/** What one can ask of the grid module: its areas, side by side. */
export const gridContract = { ...territoryOperations, ...mapOperations, ...registerOperations };
export const gridPermissions = { ...territoryPermissions, ...registerPermissions };
export const gridErrors = { ...territoryErrors, ...mapErrors, ...registerErrors };
