import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { gradesOperations } from '#shared/modules/staff/grades/grades.contract.ts';
import { freely } from '../undo-freely.ts';
import { addSubsidy, removeSubsidy, simulateRaise, updateSubsidy } from './grades.service.ts';
import { subsidiesRepository } from './subsidies.repository.ts';

export const openGrades = (db: Db) => ({ subsidies: subsidiesRepository(db) });

export const gradesHandlers: Handlers<typeof gradesOperations, Work> = { listSubsidies: (work) => work.subsidies.list(), addSubsidy, updateSubsidy, removeSubsidy, simulateRaise };

export const gradesParts: ModuleParts = {
  history: { grade_subsidy: { permission: 'subsidies.read', isVisible: (work, id) => work.subsidies.find(id) !== undefined } },
  undo: { grade_subsidy: freely('subsidies.edit', (work, id) => work.codeTables.labelOf('staff-grade', work.subsidies.find(id)?.grade ?? '', 'zh-CN')) },
};
