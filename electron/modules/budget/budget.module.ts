import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ImportProfile } from '#electron/kernel/imports/import-profile.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { budgetContract } from '#shared/modules/budget/budget.contract.ts';
import { budgetExports } from './budget.exports.ts';
import { budgetAttachments, budgetHistory, budgetUndo } from './budget.guards.ts';
import { budgetSearch } from './budget.search.ts';
import { budgetToday } from './budget.today.ts';
import { budgetFiller } from './demo/fill-budget.ts';
import { writeBudget } from './demo/write-budget.ts';
import { figuresRepository } from './figures/figures.repository.ts';
import { forecastCash, listAlarms, summariseWays, summariseYear } from './figures/figures.service.ts';
import { entriesRepository } from './ledger/entries.repository.ts';
import { budgetLinesProfile } from './imports/budget-lines.profile.ts';
import { partnersRepository } from './partners/partners.repository.ts';
import { createPartner, createPledge, movePledge, removePartner, updatePartner, updatePledge } from './partners/partners.service.ts';
import { checkRequest } from './requests/request-check.ts';
import { acceptRequest, decideChange, disburseRequest, proposeChange, publishRequest, settleRequest } from './requests/request-money-out.service.ts';
import { getBoard, getRequest, listConflicts, rowsShown } from './requests/request-sheet.ts';
import { appealRequest, joinRequests, leaveJoint, recordLoss, splitRequest, urgeRequest, withdrawRequest } from './requests/request-ways-out.service.ts';
import { requestsRepository, stepsRepository } from './requests/requests.repository.ts';
import { budgetRequest, createRequest, decideRequest, submitRequest, updateRequest } from './requests/requests.service.ts';
import { listTasks } from './sources/source-task.ts';
import { effortsRepository, sourcesRepository } from './sources/sources.repository.ts';
import { createSource, getSource, recordEffort, recordReceipt, shownEffort, shownSource, updateSource } from './sources/sources.service.ts';
import { vouchersRepository } from './vouchers/vouchers.repository.ts';
import { recordVoucher, reverseVoucher } from './vouchers/vouchers.service.ts';
import { adjustLines, approveLine, askForLine, createLine, updateLine } from './year/lines.service.ts';
import { compareWithStaff, takeFromStaff } from './year/staff-line.service.ts';
import { budgetLinesRepository, budgetYearsRepository } from './year/year.repository.ts';
import { closeYear, getYearPage, openYear, shownYear } from './year/year.service.ts';

export const openBudget = (db: Db) => ({
  fundingSources: sourcesRepository(db),
  volunteerEfforts: effortsRepository(db),
  budgetYears: budgetYearsRepository(db),
  budgetLines: budgetLinesRepository(db),
  budgetEntries: entriesRepository(db),
  fundingRequests: requestsRepository(db),
  fundingSteps: stepsRepository(db),
  vouchers: vouchersRepository(db),
  fundingPartners: partnersRepository(db),
  budgetFigures: figuresRepository(db),
});

export const budgetHandlers: Handlers<typeof budgetContract, Work> = {
  listSources: (work, { filter, sort, ...window }) => work.fundingSources.list(work.actor.communityId, work.today, filter, sort, window).map((source) => shownSource(work, source)),
  countSources: (work, { filter }) => ({ count: work.fundingSources.count(work.actor.communityId, work.today, filter) }),
  getSource,
  listSourceTasks: listTasks,
  createSource,
  updateSource,
  recordReceipt,
  listEfforts: (work, { filter, sort, ...window }) => work.volunteerEfforts.list(work.actor.communityId, filter, sort.direction, window).map(shownEffort),
  countEfforts: (work, { filter }) => ({ count: work.volunteerEfforts.count(work.actor.communityId, filter) }),
  recordEffort,
  listYears: (work) => work.budgetYears.list(work.actor.communityId).map(shownYear),
  getYearPage,
  openYear,
  createLine,
  updateLine,
  askForLine,
  compareWithStaff,
  takeFromStaff,
  approveLine,
  adjustLines,
  closeYear,
  listEntries: (work, { filter, sort, ...window }) => work.budgetEntries.list(work.actor, filter, sort.direction, window),
  countEntries: (work, { filter }) => ({ count: work.budgetEntries.count(work.actor, filter) }),
  listRequests: (work, { filter, sort, ...window }) => rowsShown(work, work.fundingRequests.list(work.actor, work.today, filter, sort, window)),
  countRequests: (work, { filter }) => ({ count: work.fundingRequests.count(work.actor, work.today, filter) }),
  getBoard,
  getRequest,
  checkRequest,
  listConflicts,
  createRequest,
  updateRequest,
  budgetRequest,
  submitRequest,
  decideRequest,
  appealRequest,
  withdrawRequest,
  splitRequest,
  disburseRequest,
  proposeChange,
  decideChange,
  acceptRequest,
  settleRequest,
  publishRequest,
  urgeRequest,
  recordLoss,
  joinRequests,
  leaveJoint,
  listVouchers: (work, { filter, sort, ...window }) => work.vouchers.list(work.actor, filter, sort, window),
  countVouchers: (work, { filter }) => ({ count: work.vouchers.count(work.actor, filter) }),
  recordVoucher,
  reverseVoucher,
  listPartners: (work, { filter, sort, ...window }) => work.fundingPartners.list(work.actor.communityId, filter, sort, window),
  countPartners: (work, { filter }) => ({ count: work.fundingPartners.count(work.actor.communityId, filter) }),
  createPartner,
  updatePartner,
  removePartner,
  listPledges: (work, { filter, sort, ...window }) => work.fundingPartners.pledges(work.actor.communityId, filter, sort, window),
  countPledges: (work, { filter }) => ({ count: work.fundingPartners.countPledges(work.actor.communityId, filter) }),
  createPledge,
  updatePledge,
  movePledge,
  summariseYear,
  summariseWays,
  forecastCash,
  listAlarms,
};

/** The phone of who speaks for a partner. */
const budgetNumbers: ModuleParts['numbers'] = {
  funding_partner: {
    permission: 'budget.manage',
    numberOf: (work, id, field) => {
      const partner = work.fundingPartners.find(id);
      if (partner?.communityId !== work.actor.communityId || partner.removedAt !== null) return fail('record/not-found', {});
      return field === 'phone' ? partner.contactPhone : '';
    },
  },
};

export const budgetParts: readonly ModuleParts[] = [{ search: budgetSearch, today: budgetToday, history: budgetHistory, numbers: budgetNumbers, undo: budgetUndo, exports: budgetExports, attachments: budgetAttachments, imports: [budgetLinesProfile] as readonly ImportProfile[], demo: writeBudget, fill: budgetFiller }]; // a run hands only its own values back to its own profile
