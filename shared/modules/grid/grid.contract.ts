import { registerOperations, registerPermissions } from './register/register.contract.ts';
import { registerErrors } from './register/register.errors.ts';
import { bodiesOperations, bodiesPermissions } from './territory/bodies/bodies.contract.ts';
import { bodiesErrors } from './territory/bodies/bodies.errors.ts';
import { gridLifeOperations, gridLifePermissions } from './territory/grid-life/grid-life.contract.ts';
import { gridLifeErrors } from './territory/grid-life/grid-life.errors.ts';
import { noticeBoardOperations, noticeBoardPermissions } from './territory/notice-board/notice-board.contract.ts';
import { territoryOperations, territoryPermissions } from './territory/territory.contract.ts';
import { territoryErrors } from './territory/territory.errors.ts';
import { warningsOperations, warningsPermissions } from './territory/warnings/warnings.contract.ts';

/** What one can ask of the grid module: its areas, side by side. */
export const gridContract = {
  ...territoryOperations,
  ...bodiesOperations,
  ...gridLifeOperations,
  ...noticeBoardOperations,
  ...warningsOperations,
  ...registerOperations,
};
export const gridPermissions = {
  ...territoryPermissions,
  ...bodiesPermissions,
  ...gridLifePermissions,
  ...noticeBoardPermissions,
  ...warningsPermissions,
  ...registerPermissions,
};
export const gridErrors = {
  ...territoryErrors,
  ...bodiesErrors,
  ...gridLifeErrors,
  ...registerErrors,
};
