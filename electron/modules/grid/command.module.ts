import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { commandOperations } from '#shared/modules/grid/command.contract.ts';
import { commandBoardHandlers, commandBoardParts, openCommandBoard } from './command-board/command-board.module.ts';
import { emergencyHandlers, emergencyParts, openEmergency } from './emergency/emergency.module.ts';
import { mediationHandlers, mediationParts, openMediation } from './mediation/mediation.module.ts';
import { openPrevention, preventionHandlers, preventionParts } from './prevention/prevention.module.ts';
import { openProcess, processHandlers, processParts } from './process/process.module.ts';
import { openServiceDesk, serviceDeskHandlers, serviceDeskParts } from './service-desk/service-desk.module.ts';

/** What stands around the matters; an area a line in each list. */
export const openCommand = (db: Db) => ({
  ...openServiceDesk(db),
  ...openMediation(db),
  ...openEmergency(db),
  ...openPrevention(db),
  ...openCommandBoard(db),
  ...openProcess(db),
});

export const commandHandlers: Handlers<typeof commandOperations, Work> = {
  ...serviceDeskHandlers,
  ...mediationHandlers,
  ...emergencyHandlers,
  ...preventionHandlers,
  ...commandBoardHandlers,
  ...processHandlers,
};

export const commandParts: readonly ModuleParts[] = [serviceDeskParts, mediationParts, emergencyParts, preventionParts, commandBoardParts, processParts];
