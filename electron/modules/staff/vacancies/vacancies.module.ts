import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { vacancyFilterSchema, vacancySortSchema } from '#shared/modules/staff/vacancies/vacancy.schema.ts';
import type { vacanciesOperations } from '#shared/modules/staff/vacancies/vacancies.contract.ts';
import { paged } from '../paged.ts';
import { freely } from '../undo-freely.ts';
import { addCandidate, appointCandidate, decideExemption, listCandidates, proposeExemption, refuseCandidate, updateCandidate } from './candidates.service.ts';
import { candidatesRepository, quotaRequestsRepository, vacanciesRepository } from './vacancies.repository.ts';
import { answerQuota, getVacancy, openVacancy, requestQuota, sendQuota, updateVacancy, withdrawVacancy } from './vacancies.service.ts';

export const openVacancies = (db: Db) => ({ vacancies: vacanciesRepository(db), candidates: candidatesRepository(db), quotaRequests: quotaRequestsRepository(db) });

export const vacanciesHandlers: Handlers<typeof vacanciesOperations, Work> = {
  listVacancies: (work, { filter, sort, ...window }) => work.vacancies.list(filter, sort, window),
  countVacancies: (work, { filter }) => ({ count: work.vacancies.count(filter) }),
  getVacancy,
  openVacancy,
  updateVacancy,
  withdrawVacancy,
  listCandidates,
  addCandidate,
  updateCandidate,
  refuseCandidate,
  proposeExemption,
  decideExemption,
  appointCandidate,
  listQuotaRequests: (work, window) => work.quotaRequests.list(work.today, window),
  requestQuota,
  sendQuota,
  answerQuota,
};

const vacancyQuery = z.object({ filter: vacancyFilterSchema.prefault({}), sort: vacancySortSchema });
const statuses = { open: '进行中', filled: '已补齐', withdrawn: '已撤回' } as const;
const vacancyList: ExportList<z.output<typeof vacancyQuery>> = {
  permission: 'vacancies.read',
  query: vacancyQuery,
  fields: ['postName', 'gridName', 'seats', 'channel', 'status', 'candidates', 'appointed', 'openedOn', 'closesOn', 'endedOn', 'endReason', 'note'],
  days: ['openedOn', 'closesOn', 'endedOn'],
  count: (work, { filter }) => work.vacancies.count(filter),
  windows: (work, { filter, sort }, size) =>
    paged((offset) => work.vacancies.list(filter, sort, { offset, limit: size }), size, ({ postName, gridName, seats, channel, status, candidates, appointed, openedOn, closesOn, endedOn, endReason, note }) => ({
      postName, gridName, seats, channel: work.codeTables.labelOf('vacancy-channel', channel, 'zh-CN'), status: statuses[status], candidates, appointed, openedOn, closesOn, endedOn, endReason, note,
    })),
};

const nameOfCandidate = (work: Work, id: string | undefined): string => (id === undefined ? '' : (work.candidates.find(id)?.name ?? ''));
const nameOfVacancy = (work: Work, id: string): string => work.vacancies.row(id)?.postName ?? '';

export const vacanciesParts: ModuleParts = {
  today: [
    {
      permission: 'vacancies.read',
      items: (work) => {
        const { count, firstOn } = work.vacancies.due(work.today);
        return count === 0 ? [] : [{ kind: 'vacancies-closed', column: 'due', urgency: 'near', params: { count }, to: '/staff/vacancies?filter={"statuses":["open"]}', since: null, dueOn: firstOn }];
      },
    },
    {
      permission: 'vacancies.decide',
      items: (work) => {
        const { count, since, vacancyId } = work.candidates.waiting(work.actor.userId);
        return count === 0 ? [] : [{ kind: 'exemptions-waiting', column: 'due', urgency: 'near', params: { count }, to: count === 1 ? `/staff/vacancies/${vacancyId ?? ''}` : '/staff/vacancies', since, dueOn: null }];
      },
    },
  ],
  history: {
    vacancy: { permission: 'vacancies.read', isVisible: (work, id) => work.vacancies.find(id) !== undefined },
    candidate: { permission: 'vacancies.read', isVisible: (work, id) => work.candidates.find(id) !== undefined },
    condition_exemption: { permission: 'vacancies.read', isVisible: (work, id) => work.candidates.exemptions.find(id) !== undefined },
    quota_request: { permission: 'vacancies.read', isVisible: (work, id) => work.quotaRequests.find(id) !== undefined },
  },
  undo: {
    vacancy: freely('vacancies.edit', nameOfVacancy, (work, id) => work.candidates.ofVacancy(id).length === 0),
    candidate: freely('vacancies.edit', nameOfCandidate, (work, id) => work.candidates.exemptionsOf(id).length === 0),
    condition_exemption: freely('vacancies.edit', (work, id) => nameOfCandidate(work, work.candidates.exemptions.find(id)?.candidateId)),
    quota_request: freely('vacancies.edit', (work, id) => work.quotaRequests.row(id, work.today)?.postName ?? ''),
  },
  exports: { 'staff.vacancies': vacancyList as ExportList }, // the exporter parses the query with the list's own schema
};
