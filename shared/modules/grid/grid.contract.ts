import { mattersOperations, mattersPermissions } from './matters/matters.contract.ts';
import { matterErrors } from './matters/matter.errors.ts';
import { commandErrors, commandOperations, commandPermissions } from './command.contract.ts';
import { admissionOperations, admissionPermissions } from './admission/admission.contract.ts';
import { admissionErrors } from './admission/admission.errors.ts';
import { blockOperations } from './register/blocks/block.contract.ts';
import { blockErrors } from './register/blocks/block.errors.ts';
import { careOperations, carePermissions } from './register/care/care.contract.ts';
import { careErrors } from './register/care/care.errors.ts';
import { completenessOperations } from './register/completeness/completeness.contract.ts';
import { countOperations, countPermissions } from './register/count/count.contract.ts';
import { countErrors } from './register/count/count.errors.ts';
import { duplicateOperations } from './register/duplicates/duplicates.contract.ts';
import { duplicateErrors } from './register/duplicates/duplicates.errors.ts';
import { populationOperations } from './register/population/population.contract.ts';
import { participationOperations, participationPermissions } from './participation/participation.contract.ts';
import { participationErrors } from './participation/participation.errors.ts';
import { volunteeringOperations } from './participation/volunteering.contract.ts';
import { registerOperations, registerPermissions } from './register/register.contract.ts';
import { registerErrors } from './register/register.errors.ts';
import { trackOperations } from './register/track/track.contract.ts';
import { rentalsOperations, rentalsPermissions } from './register/rentals/rentals.contract.ts';
import { rentalsErrors } from './register/rentals/rentals.errors.ts';
import { buildingsOperations, buildingsPermissions } from './territory/buildings/buildings.contract.ts';
import { buildingsErrors } from './territory/buildings/buildings.errors.ts';
import { bodiesOperations, bodiesPermissions } from './territory/bodies/bodies.contract.ts';
import { bodiesErrors } from './territory/bodies/bodies.errors.ts';
import { gridLifeOperations, gridLifePermissions } from './territory/grid-life/grid-life.contract.ts';
import { gridLifeErrors } from './territory/grid-life/grid-life.errors.ts';
import { noticeBoardOperations, noticeBoardPermissions } from './territory/notice-board/notice-board.contract.ts';
import { territoryOperations, territoryPermissions } from './territory/territory.contract.ts';
import { mapOperations } from './territory/map/map.contract.ts';
import { mapErrors } from './territory/map/map.errors.ts';
import { territoryErrors } from './territory/territory.errors.ts';
import { warningsOperations, warningsPermissions } from './territory/warnings/warnings.contract.ts';

/** What one can ask of the grid module: its areas, side by side. */
export const gridContract = {
  ...territoryOperations,
  ...mapOperations,
  ...bodiesOperations,
  ...gridLifeOperations,
  ...noticeBoardOperations,
  ...warningsOperations,
  ...buildingsOperations,
  ...registerOperations,
  ...rentalsOperations,
  ...blockOperations,
  ...careOperations,
  ...trackOperations,
  ...completenessOperations,
  ...duplicateOperations,
  ...countOperations,
  ...mattersOperations,
  ...populationOperations,
  ...commandOperations,
  ...admissionOperations,
  ...participationOperations,
  ...volunteeringOperations,
};
export const gridPermissions = {
  ...territoryPermissions,
  ...bodiesPermissions,
  ...gridLifePermissions,
  ...noticeBoardPermissions,
  ...warningsPermissions,
  ...buildingsPermissions,
  ...registerPermissions,
  ...rentalsPermissions,
  ...carePermissions,
  ...countPermissions,
  ...mattersPermissions,
  ...commandPermissions,
  ...admissionPermissions,
  ...participationPermissions,
};
export const gridErrors = {
  ...territoryErrors,
  ...mapErrors,
  ...bodiesErrors,
  ...gridLifeErrors,
  ...buildingsErrors,
  ...registerErrors,
  ...rentalsErrors,
  ...blockErrors,
  ...careErrors,
  ...duplicateErrors,
  ...countErrors,
  ...matterErrors,
  ...commandErrors,
  ...admissionErrors,
  ...participationErrors,
};
