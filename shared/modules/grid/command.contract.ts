import { emergencyOperations, emergencyPermissions } from './emergency/emergency.contract.ts';
import { emergencyErrors } from './emergency/emergency.errors.ts';
import { mediationOperations, mediationPermissions } from './mediation/mediation.contract.ts';
import { mediationErrors } from './mediation/mediation.errors.ts';
import { commandBoardOperations, commandBoardPermissions } from './command-board/command-board.contract.ts';
import { commandBoardErrors } from './command-board/command-board.errors.ts';
import { hotSpotOperations } from './prevention/hot-spots.contract.ts';
import { preventionOperations, preventionPermissions } from './prevention/prevention.contract.ts';
import { preventionErrors } from './prevention/prevention.errors.ts';
import { processOperations, processPermissions } from './process/process.contract.ts';
import { processErrors } from './process/process.errors.ts';
import { serviceDeskOperations, serviceDeskPermissions } from './service-desk/service-desk.contract.ts';
import { serviceDeskErrors } from './service-desk/service-desk.errors.ts';

/** What stands around the matters: the desk where people come, mediation, emergencies, prevention, how things are done. */
export const commandOperations = { ...serviceDeskOperations, ...mediationOperations, ...emergencyOperations, ...preventionOperations, ...hotSpotOperations, ...commandBoardOperations, ...processOperations };
export const commandPermissions = { ...serviceDeskPermissions, ...mediationPermissions, ...emergencyPermissions, ...preventionPermissions, ...commandBoardPermissions, ...processPermissions };
export const commandErrors = { ...serviceDeskErrors, ...mediationErrors, ...emergencyErrors, ...preventionErrors, ...commandBoardErrors, ...processErrors };
