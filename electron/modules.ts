import type { AppContract } from '#shared/contract/catalogue.ts';
import type { Handlers, TaskHandlers } from '#shared/contract/define.ts';
import type { Db } from './database/database.ts';
import type { Work } from './database/unit-of-work.ts';
import { accountsHandlers, openAccounts } from './kernel/accounts/accounts.module.ts';
import { attachmentsHandlers, attachmentsParts, openAttachments } from './kernel/attachments/attachments.module.ts';
import { auditExports } from './kernel/audit/audit.exports.ts';
import { auditHandlers, auditToday, openAudit } from './kernel/audit/audit.module.ts';
import { calendarHandlers, calendarToday, openCalendar } from './kernel/calendar/calendar.module.ts';
import { codeTablesHandlers, openCodeTables } from './kernel/code-tables/code-tables.module.ts';
import { dataSetsHandlers, openDataSets } from './kernel/data-sets/data-sets.module.ts';
import { deskStateHandlers, openDeskState } from './kernel/desk-state/desk-state.module.ts';
import { exportsHandlers } from './kernel/exports/exports.module.ts';
import { importsHandlers, importsToday, openImports } from './kernel/imports/imports.module.ts';
import { notificationsHandlers } from './kernel/notifications/notifications.module.ts';
import { numbersHandlers } from './kernel/numbers/numbers.module.ts';
import { searchHandlers } from './kernel/search/search.module.ts';
import { sessionHandlers, sessionToday } from './kernel/session/session.module.ts';
import { openSettings, settingsHandlers } from './kernel/settings/settings.module.ts';
import { undoHandlers } from './kernel/undo/undo.module.ts';
import { keyed, type ModuleParts } from './module-parts.ts';
import { budgetHandlers, budgetParts, openBudget } from './modules/budget/budget.module.ts';
import { gridHandlers, gridParts, openGrid } from './modules/grid/grid.module.ts';
import { openStaff, staffHandlers, staffParts } from './modules/staff/staff.module.ts';
import { openTrainingAssessment, trainingAssessmentHandlers, trainingAssessmentParts } from './modules/training-assessment/training-assessment.module.ts';

/** LIST 2 of 3, the database side. A module or an operation missing here does not compile. */
export const handlers: { readonly [M in keyof AppContract]: Handlers<AppContract[M], Work> } = {
  session: sessionHandlers,
  accounts: accountsHandlers,
  attachments: attachmentsHandlers,
  audit: auditHandlers,
  backup: {},
  calendar: calendarHandlers,
  codeTables: codeTablesHandlers,
  dataSets: dataSetsHandlers,
  deskState: deskStateHandlers,
  diagnostics: {},
  exports: exportsHandlers,
  imports: importsHandlers,
  notifications: notificationsHandlers,
  numbers: numbersHandlers,
  printing: {},
  search: searchHandlers,
  settings: settingsHandlers,
  undo: undoHandlers,
  updates: {},
  grid: gridHandlers,
  staff: staffHandlers,
  trainingAssessment: trainingAssessmentHandlers,
  budget: budgetHandlers,
};

/** What a unit of work opens: each module's repositories over one connection. */
export const openRepositories = (db: Db) => ({
  ...openAccounts(db),
  ...openAttachments(db),
  ...openAudit(db),
  ...openCalendar(db),
  ...openCodeTables(db),
  ...openDataSets(db),
  ...openDeskState(db),
  ...openImports(db),
  ...openSettings(db),
  ...openGrid(db),
  ...openStaff(db),
  ...openTrainingAssessment(db),
  ...openBudget(db),
});

const kernelParts: readonly ModuleParts[] = [attachmentsParts, { today: sessionToday }, { today: auditToday, exports: auditExports }, { today: importsToday }, { today: calendarToday }];
const parts: readonly ModuleParts[] = [...kernelParts, ...gridParts, ...staffParts, ...trainingAssessmentParts, ...budgetParts];

export const searchSources = parts.flatMap(({ search }) => search ?? []);
export const todaySources = parts.flatMap(({ today }) => today ?? []);
export const importProfiles = parts.flatMap(({ imports }) => imports ?? []);
export const historyGuards = keyed(parts, 'history');
export const undoSources = keyed(parts, 'undo');
export const exportLists = keyed(parts, 'exports');
export const dataSetFacts = keyed(parts, 'dataSets');
export const attachmentOwners = keyed(parts, 'attachments');
export const numberOwners = keyed(parts, 'numbers');
/** What the areas invent, in the order in which each finds what it needs. */
export const demoParts = parts.filter(({ demo, fill }) => demo !== undefined || fill !== undefined);

/** The kinds of a module's tasks, answered in the main process (electron/tasks.ts). */
export type AppTasks<Ctx> = { readonly [M in keyof AppContract]: TaskHandlers<AppContract[M], Ctx> };
