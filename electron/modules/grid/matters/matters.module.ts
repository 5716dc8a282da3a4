import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { mattersOperations } from '#shared/modules/grid/matters/matters.contract.ts';
import { confirmCopyRead, copyMatter } from './beside.service.ts';
import { mattersFiller } from './demo/fill-matters.ts';
import { writeDemoMatters } from './demo/matters.demo.ts';
import { findMatterDuplicates, findMatterPlaces, suggestMatterKinds } from './intake.service.ts';
import { applyMatterLadder, countMatterLadder } from './ladder.service.ts';
import { matterFiguresRepository } from './matter-figures.repository.ts';
import { listStations, summariseMatters, summariseUnitMarks } from './matter-figures.service.ts';
import { matterRowsRepository } from './matter-rows.repository.ts';
import { listMatterSteps, listUnitMarks } from './matter-rows.service.ts';
import { matterMovesRepository } from './matter-moves.repository.ts';
import { matterSettingsRepository } from './matter-settings.repository.ts';
import { addMatterLimit, removeMatterLimit, saveMatterFunction, saveMatterKind, saveMatterRules, shownLimit } from './matter-settings.service.ts';
import { matterSheet } from './matter-sheet.ts';
import { listMatterUnits } from './matter-units.ts';
import { mattersExports } from './matters.exports.ts';
import { mattersRepository } from './matters.repository.ts';
import { mattersSearch } from './matters.search.ts';
import { createMatter, flagMatter, listMatters, overdueBefore, updateMatter } from './matters.service.ts';
import { mattersToday } from './matters.today.ts';
import { mattersAttachments, mattersHistory, mattersUndo } from './matters.undo.ts';
import { moveMatter } from './move.service.ts';

export const openMatters = (db: Db) => ({ matters: mattersRepository(db), matterMoves: matterMovesRepository(db), matterSettings: matterSettingsRepository(db), matterFigures: matterFiguresRepository(db), matterRows: matterRowsRepository(db) });

export const mattersHandlers: Handlers<typeof mattersOperations, Work> = {
  listMatters,
  countMatters: (work, { filter }) => ({ count: work.matters.count(work.actor, filter, overdueBefore(work, filter)) }),
  getMatter: (work, { id }) => matterSheet(work, id),
  findMatterPlaces,
  suggestMatterKinds,
  findMatterDuplicates,
  createMatter,
  updateMatter,
  moveMatter,
  flagMatter,
  copyMatter,
  confirmCopyRead,
  countMatterLadder,
  applyMatterLadder,
  summariseMatters,
  summariseUnitMarks,
  listMatterSteps,
  countMatterSteps: (work, { filter }) => ({ count: work.matterRows.countSteps(work.actor, filter) }),
  listUnitMarks,
  countUnitMarks: (work, { filter }) => ({ count: work.matterRows.countMarks(work.actor, filter) }),
  listMatterUnits,
  listMatterOwners: (work) => work.accounts.list().filter(({ status, roles }) => status === 'active' && roles.some((role) => role === 'clerk' || role === 'supervisor')).map(({ id, displayName }) => ({ id, name: displayName })),
  listStations,
  listMatterKinds: (work) => work.matterSettings.kinds(),
  saveMatterKind,
  listMatterFunctions: (work) => work.matterSettings.functions(),
  saveMatterFunction,
  listMatterLimits: (work) => work.matterSettings.limits().map(shownLimit),
  addMatterLimit,
  removeMatterLimit,
  getMatterRules: (work) => work.matterSettings.rules(),
  saveMatterRules,
};

/** The phone of whoever brought a matter. */
const mattersNumbers: ModuleParts['numbers'] = {
  matter: {
    permission: 'matters.edit',
    numberOf: (work, id, field) => {
      const matter = work.matters.find(work.actor, id) ?? fail('record/not-found', {});
      return field === 'phone' ? matter.partyPhone : '';
    },
  },
};

export const mattersParts: ModuleParts = { search: mattersSearch, today: mattersToday, history: mattersHistory, numbers: mattersNumbers, attachments: mattersAttachments, undo: mattersUndo, exports: mattersExports, demo: writeDemoMatters, fill: mattersFiller };
