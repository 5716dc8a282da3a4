import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import { matchedPart } from '#electron/kernel/search/matched-part.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { mediationOperations } from '#shared/modules/grid/mediation/mediation.contract.ts';
import { mediationFilterSchema, mediationSortSchema, type MediationRow } from '#shared/modules/grid/mediation/mediation.schema.ts';
import { writeMediations } from './mediation.demo.ts';
import { mediationToday } from './mediation.today.ts';
import { mediationsRepository } from './mediations.repository.ts';
import { addMediationSession, agreeMediation, createMediation, endMediation, followUpMediation, getMediation, removeMediation, reopenMediation, signMediation, updateMediation } from './mediations.service.ts';

export const openMediation = (db: Db) => ({ mediations: mediationsRepository(db) });

export const mediationHandlers: Handlers<typeof mediationOperations, Work> = {
  listMediations: (work, { filter, sort, ...window }) => work.mediations.list(work.actor, filter, sort, window),
  countMediations: (work, { filter }) => ({ count: work.mediations.count(work.actor, filter) }),
  getMediation,
  summariseMediations: (work, { from, until }) => work.mediations.figures(work.actor, mediationFilterSchema.parse({ from, until })),
  createMediation,
  updateMediation,
  addMediationSession,
  agreeMediation,
  signMediation,
  endMediation,
  reopenMediation,
  followUpMediation,
  removeMediation,
};

const STATE: Readonly<Record<MediationRow['state'], string>> = { open: '调解中', agreed: '待签字', 'in-force': '履行中', failed: '未达成', withdrawn: '撤回', closed: '已办结' };
const ORIGIN: Readonly<Record<MediationRow['origin'], string>> = { requested: '当事人申请', offered: '主动调解', entrusted: '受委托' };
const mediationQuery = z.object({ filter: mediationFilterSchema.prefault({}), sort: mediationSortSchema });
const mediationList: ExportList<z.output<typeof mediationQuery>> = {
  permission: 'mediation.read',
  query: mediationQuery,
  fields: ['no', 'appliedOn', 'subject', 'kind', 'parties', 'mediators', 'gridName', 'place', 'origin', 'state', 'agreedOn', 'signedOn', 'performBy', 'followUpOn', 'amount', 'peopleInvolved'],
  days: ['appliedOn', 'agreedOn', 'signedOn', 'performBy', 'followUpOn'],
  count: (work, { filter }) => work.mediations.count(work.actor, filter),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = work.mediations.list(work.actor, filter, sort, { offset, limit: size });
      if (rows.length > 0) {
        yield rows.map((row) => ({
          ...row, kind: work.codeTables.labelOf('dispute-kind', row.kind, 'zh-CN'), parties: row.parties.map(({ name }) => name).join('、'), mediators: row.mediators.join('、'),
          origin: ORIGIN[row.origin], state: STATE[row.state], amount: row.amountFen === null ? null : row.amountFen / 100,
        }));
      }
      if (rows.length < size) return;
    }
  },
};

const seesCase = (work: Work, id: string | undefined): boolean => id !== undefined && work.mediations.row(work.actor, id) !== undefined;
const freely = { check: () => undefined, mayWithdraw: () => true, refresh: () => undefined };

export const mediationParts: ModuleParts = {
  today: mediationToday,
  history: {
    mediation: { permission: 'mediation.read', isVisible: (work, id) => seesCase(work, id) },
    mediation_step: { permission: 'mediation.read', isVisible: (work, id) => seesCase(work, work.mediations.steps.find(id)?.mediationId) },
  },
  attachments: { mediation: { read: 'mediation.read', edit: 'mediation.edit', isVisible: (work, id) => seesCase(work, id) } },
  undo: {
    mediation: { ...freely, permission: 'mediation.edit', nameOf: (work, id) => work.mediations.find(id)?.no ?? '' },
    mediation_step: { ...freely, permission: 'mediation.edit', nameOf: (work, id) => work.mediations.find(work.mediations.steps.find(id)?.mediationId ?? '')?.no ?? '' },
  },
  search: [
    {
      permission: 'mediation.read',
      find: (work, text, limit) =>
        work.mediations
          .list(work.actor, mediationFilterSchema.parse({ text: text.slice(0, 60) }), { field: 'appliedOn', direction: 'desc' }, { offset: 0, limit: Math.min(limit, 5) })
          .map(({ id, no, subject, parties }) => ({ entity: 'mediation', id, title: subject, detail: [no, ...parties.map(({ name }) => name)].join(' · '), matched: matchedPart(text, { name: subject, code: no }, { otherwise: 'named' }), to: `/grid/mediation/${id}` })),
    },
  ],
  exports: { 'grid.mediations': mediationList as ExportList }, // the exporter parses the query with the list's own schema
  demo: writeMediations,
};
