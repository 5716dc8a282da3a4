import { blockOperations } from './register/blocks/block.contract.ts';
import { blockErrors } from './register/blocks/block.errors.ts';
import { careOperations, carePermissions } from './register/care/care.contract.ts';
import { careErrors } from './register/care/care.errors.ts';
import { completenessOperations } from './register/completeness/completeness.contract.ts';
import { duplicateOperations } from './register/duplicates/duplicates.contract.ts';
import { duplicateErrors } from './register/duplicates/duplicates.errors.ts';
import { registerOperations, registerPermissions } from './register/register.contract.ts';
import { registerErrors } from './register/register.errors.ts';
import { trackOperations } from './register/track/track.contract.ts';
import { territoryOperations, territoryPermissions } from './territory/territory.contract.ts';
import { territoryErrors } from './territory/territory.errors.ts';

/** What one can ask of the grid module: its areas, side by side. */
export const gridContract = { ...territoryOperations, ...registerOperations, ...blockOperations, ...careOperations, ...trackOperations, ...completenessOperations, ...duplicateOperations };
export const gridPermissions = { ...territoryPermissions, ...registerPermissions, ...carePermissions };
export const gridErrors = { ...territoryErrors, ...registerErrors, ...blockErrors, ...careErrors, ...duplicateErrors };
