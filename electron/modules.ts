import type { AppContract } from '#shared/contract/catalogue.ts';
import type { Handlers, TaskHandlers } from '#shared/contract/define.ts';
import type { Db } from './database/database.ts';
import type { Work } from './database/unit-of-work.ts';
import { accountsHandlers, openAccounts } from './kernel/accounts/accounts.module.ts';
import { auditExports } from './kernel/audit/audit.exports.ts';
import { auditHandlers, auditToday, openAudit } from './kernel/audit/audit.module.ts';
import type { HistoryGuard } from './kernel/audit/history-guard.ts';
import { calendarHandlers, calendarToday, openCalendar } from './kernel/calendar/calendar.module.ts';
import { codeTablesHandlers, openCodeTables } from './kernel/code-tables/code-tables.module.ts';
import { deskStateHandlers, openDeskState } from './kernel/desk-state/desk-state.module.ts';
import type { ExportList } from './kernel/exports/export-list.ts';
import { exportsHandlers } from './kernel/exports/exports.module.ts';
import type { ImportProfile } from './kernel/imports/import-profile.ts';
import { importsHandlers, importsToday, openImports } from './kernel/imports/imports.module.ts';
import { notificationsHandlers } from './kernel/notifications/notifications.module.ts';
import type { TodaySource } from './kernel/notifications/today-source.ts';
import { searchHandlers } from './kernel/search/search.module.ts';
import type { SearchSource } from './kernel/search/search-source.ts';
import { sessionHandlers, sessionToday } from './kernel/session/session.module.ts';
import { openSettings, settingsHandlers } from './kernel/settings/settings.module.ts';
import type { UndoSource } from './kernel/undo/undo-source.ts';
import { undoHandlers } from './kernel/undo/undo.module.ts';
import { dwellingsProfile } from './modules/grid/register/imports/dwellings.profile.ts';
import { floatingPersonsProfile } from './modules/grid/register/imports/floating-persons.profile.ts';
import { registeredPersonsProfile } from './modules/grid/register/imports/registered-persons.profile.ts';
import { careExports, careToday, openPeople, peopleHandlers, peopleHistory, peopleUndo } from './modules/grid/register/people.module.ts';
import { openRegister, registerExports, registerHandlers, registerHistory, registerSearch, registerToday, registerUndo } from './modules/grid/register/register.module.ts';
import { companiesProfile } from './modules/grid/territory/imports/companies.profile.ts';
import { openRentals, rentalsHandlers, rentalsHistory, rentalsToday, rentalsUndo } from './modules/grid/register/rentals/rentals.module.ts';
import { buildingsExports, buildingsHandlers, buildingsHistory, buildingsSearch, buildingsUndo, openBuildings } from './modules/grid/territory/buildings/buildings.module.ts';
import { organisationsProfile } from './modules/grid/territory/organisations.profile.ts';
import { openTerritory, territoryExports, territoryHandlers, territoryHistory, territorySearch, territoryToday, territoryUndo } from './modules/grid/territory/territory.module.ts';
import { mapHandlers, mapHistory, openMap } from './modules/grid/territory/map/map.module.ts';
import { gridMembersProfile } from './modules/staff/grid-members.profile.ts';
import { openStaff, staffExports, staffHandlers, staffHistory, staffSearch, staffUndo } from './modules/staff/staff.module.ts';

/** LIST 2 of 3, the database side. A module or an operation missing here does not compile. */
export const handlers: { readonly [M in keyof AppContract]: Handlers<AppContract[M], Work> } = {
  session: sessionHandlers,
  accounts: accountsHandlers,
  audit: auditHandlers,
  backup: {},
  calendar: calendarHandlers,
  codeTables: codeTablesHandlers,
  deskState: deskStateHandlers,
  diagnostics: {},
  exports: exportsHandlers,
  imports: importsHandlers,
  notifications: notificationsHandlers,
  printing: {},
  search: searchHandlers,
  settings: settingsHandlers,
  undo: undoHandlers,
  grid: { ...territoryHandlers, ...buildingsHandlers, ...mapHandlers, ...registerHandlers, ...rentalsHandlers, ...peopleHandlers },
  staff: staffHandlers,
};

/** What a unit of work opens: each module's repositories over one connection. */
export const openRepositories = (db: Db) => ({
  ...openAccounts(db),
  ...openAudit(db),
  ...openCalendar(db),
  ...openCodeTables(db),
  ...openDeskState(db),
  ...openImports(db),
  ...openSettings(db),
  ...openTerritory(db),
  ...openBuildings(db),
  ...openMap(db),
  ...openRegister(db),
  ...openRentals(db),
  ...openPeople(db),
  ...openStaff(db),
});

/** What each module brings to the search box, to Today, to the history and the undoing of its records and to the export of its lists. */
export const searchSources: readonly SearchSource[] = [...registerSearch, ...territorySearch, ...buildingsSearch, ...staffSearch];
export const todaySources: readonly TodaySource[] = [...sessionToday, ...auditToday, ...importsToday, ...territoryToday, ...registerToday, ...rentalsToday, ...careToday, ...calendarToday];
export const historyGuards: Readonly<Record<string, HistoryGuard>> = { ...registerHistory, ...rentalsHistory, ...peopleHistory, ...territoryHistory, ...buildingsHistory, ...mapHistory, ...staffHistory };
export const undoSources: Readonly<Record<string, UndoSource>> = { ...registerUndo, ...rentalsUndo, ...peopleUndo, ...territoryUndo, ...buildingsUndo, ...staffUndo };
export const exportLists: Readonly<Record<string, ExportList>> = { ...auditExports, ...registerExports, ...careExports, ...territoryExports, ...buildingsExports, ...staffExports };

/** The workbooks each module can take in. */
export const importProfiles = [registeredPersonsProfile, floatingPersonsProfile, dwellingsProfile, gridMembersProfile, companiesProfile, organisationsProfile] as readonly ImportProfile[]; // a run hands only its own values back to its own profile

/** The kinds of a module's tasks, answered in the main process (electron/tasks.ts). */
export type AppTasks<Ctx> = { readonly [M in keyof AppContract]: TaskHandlers<AppContract[M], Ctx> };
