import type { z } from 'zod';
import { databaseErrors } from '#shared/errors/database.errors.ts';
import { kernelErrors } from '#shared/errors/kernel.errors.ts';
import { accountsContract, accountsPermissions } from '#shared/kernel/accounts/accounts.contract.ts';
import { accountsErrors } from '#shared/kernel/accounts/accounts.errors.ts';
import { attachmentsContract, attachmentsPermissions } from '#shared/kernel/attachments/attachments.contract.ts';
import { attachmentsErrors } from '#shared/kernel/attachments/attachments.errors.ts';
import { auditContract, auditPermissions } from '#shared/kernel/audit/audit.contract.ts';
import { backupContract, backupPermissions } from '#shared/kernel/backup/backup.contract.ts';
import { backupErrors } from '#shared/kernel/backup/backup.errors.ts';
import { calendarContract, calendarPermissions } from '#shared/kernel/calendar/calendar.contract.ts';
import { calendarErrors } from '#shared/kernel/calendar/calendar.errors.ts';
import { codeTablesContract, codeTablesPermissions } from '#shared/kernel/code-tables/code-tables.contract.ts';
import { codeTablesErrors } from '#shared/kernel/code-tables/code-tables.errors.ts';
import { dataSetsContract, dataSetsPermissions } from '#shared/kernel/data-sets/data-sets.contract.ts';
import { deskStateContract, deskStatePermissions } from '#shared/kernel/desk-state/desk-state.contract.ts';
import { diagnosticsContract, diagnosticsPermissions } from '#shared/kernel/diagnostics/diagnostics.contract.ts';
import { exportsContract, exportsPermissions } from '#shared/kernel/exports/exports.contract.ts';
import { exportsErrors } from '#shared/kernel/exports/exports.errors.ts';
import { importsContract, importsPermissions } from '#shared/kernel/imports/imports.contract.ts';
import { importsErrors } from '#shared/kernel/imports/imports.errors.ts';
import { notificationsContract, notificationsPermissions } from '#shared/kernel/notifications/notifications.contract.ts';
import { numbersContract, numbersPermissions } from '#shared/kernel/numbers/numbers.contract.ts';
import { numbersErrors } from '#shared/kernel/numbers/numbers.errors.ts';
import { printingContract, printingPermissions } from '#shared/kernel/printing/printing.contract.ts';
import { printingErrors } from '#shared/kernel/printing/printing.errors.ts';
import { searchContract, searchPermissions } from '#shared/kernel/search/search.contract.ts';
import { sessionContract, sessionPermissions } from '#shared/kernel/session/session.contract.ts';
import { sessionErrors } from '#shared/kernel/session/session.errors.ts';
import { settingsContract, settingsPermissions } from '#shared/kernel/settings/settings.contract.ts';
import { undoContract, undoPermissions } from '#shared/kernel/undo/undo.contract.ts';
import { undoErrors } from '#shared/kernel/undo/undo.errors.ts';
import { updatesContract, updatesPermissions } from '#shared/kernel/updates/updates.contract.ts';
import { updatesErrors } from '#shared/kernel/updates/updates.errors.ts';
import { budgetContract, budgetErrors, budgetPermissions } from '#shared/modules/budget/budget.contract.ts';
import { gridContract, gridErrors, gridPermissions } from '#shared/modules/grid/grid.contract.ts';
import { staffContract, staffPermissions } from '#shared/modules/staff/staff.contract.ts';
import { staffErrors } from '#shared/modules/staff/staff.errors.ts';
import { trainingAssessmentContract, trainingAssessmentErrors, trainingAssessmentPermissions } from '#shared/modules/training-assessment/training-assessment.contract.ts';
import type { Contract } from './define.ts';
import type { PermissionTable } from './roles.ts';

/** LIST 1 of 3. A new module adds itself to each of these. */
export const contract = {
  session: sessionContract,
  accounts: accountsContract,
  attachments: attachmentsContract,
  audit: auditContract,
  backup: backupContract,
  calendar: calendarContract,
  codeTables: codeTablesContract,
  dataSets: dataSetsContract,
  deskState: deskStateContract,
  diagnostics: diagnosticsContract,
  exports: exportsContract,
  imports: importsContract,
  notifications: notificationsContract,
  numbers: numbersContract,
  printing: printingContract,
  search: searchContract,
  settings: settingsContract,
  undo: undoContract,
  updates: updatesContract,
  grid: gridContract,
  staff: staffContract,
  trainingAssessment: trainingAssessmentContract,
  budget: budgetContract,
} satisfies Contract;

export const permissions = {
  ...sessionPermissions,
  ...accountsPermissions,
  ...attachmentsPermissions,
  ...auditPermissions,
  ...backupPermissions,
  ...calendarPermissions,
  ...codeTablesPermissions,
  ...dataSetsPermissions,
  ...deskStatePermissions,
  ...diagnosticsPermissions,
  ...exportsPermissions,
  ...importsPermissions,
  ...notificationsPermissions,
  ...numbersPermissions,
  ...printingPermissions,
  ...searchPermissions,
  ...settingsPermissions,
  ...undoPermissions,
  ...updatesPermissions,
  ...gridPermissions,
  ...staffPermissions,
  ...trainingAssessmentPermissions,
  ...budgetPermissions,
} satisfies PermissionTable;

export const errors = {
  ...kernelErrors,
  ...databaseErrors,
  ...sessionErrors,
  ...accountsErrors,
  ...attachmentsErrors,
  ...backupErrors,
  ...calendarErrors,
  ...codeTablesErrors,
  ...exportsErrors,
  ...importsErrors,
  ...numbersErrors,
  ...printingErrors,
  ...undoErrors,
  ...updatesErrors,
  ...gridErrors,
  ...staffErrors,
  ...trainingAssessmentErrors,
  ...budgetErrors,
};

export type AppContract = typeof contract;
export type ModuleName = keyof AppContract;
export type Permission = keyof typeof permissions;
export type ErrorParams = { [C in keyof typeof errors]: z.infer<(typeof errors)[C]> };
