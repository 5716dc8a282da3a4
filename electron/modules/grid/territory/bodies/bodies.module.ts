import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import type { AttachmentOwnerGuard } from '#electron/kernel/attachments/attachment-owner.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import { matchedPart } from '#electron/kernel/search/matched-part.ts';
import type { SearchSource } from '#electron/kernel/search/search-source.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import { normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import { agreementOn } from '#shared/modules/grid/territory/bodies/agreement.rules.ts';
import { bodyFilterSchema, bodySortSchema, ENDING_DAYS, type Body, type bodyChangeSchema, type BodyDraft } from '#shared/modules/grid/territory/bodies/body.schema.ts';
import type { bodiesOperations } from '#shared/modules/grid/territory/bodies/bodies.contract.ts';
import { bodiesRepository, type BodyRecord } from './bodies.repository.ts';

export const openBodies = (db: Db) => ({ bodies: bodiesRepository(db) });

function shown(work: Work, { communityId: _c, namePy: _n, initials: _i, importBatchId: _b, ...body }: BodyRecord): Body {
  const grids = body.gridIds.flatMap((id) => work.grids.find(id) ?? []).toSorted((a, b) => a.code.localeCompare(b.code));
  return { ...body, gridIds: [...body.gridIds], gridNames: grids.map(({ name }) => name), agreement: agreementOn(body, work.today) };
}
const getBody = (work: Work, { id }: { readonly id: string }): Body => shown(work, work.bodies.find(id) ?? fail('record/not-found', {}));

/** Errors: `body/name-taken`, `body/term-reversed`, `record/not-found` for a grid nobody knows. A grid that ended stays where it was chosen. */
function checked(work: Work, draft: BodyDraft, own: BodyRecord | null): BodyDraft {
  const same = work.bodies.findByName(draft.name);
  if (same && same.id !== own?.id) fail('body/name-taken', { name: draft.name });
  if (draft.agreementFrom !== null && draft.agreementUntil !== null && draft.agreementFrom > draft.agreementUntil) fail('body/term-reversed', {});
  if (draft.gridIds.some((id) => work.grids.find(id)?.status !== 'active' && own?.gridIds.includes(id) !== true)) fail('record/not-found', {});
  return { ...draft, contactPhone: normalisePhone(draft.contactPhone), gridIds: [...new Set(draft.gridIds)] };
}

function createBody(work: Work, draft: BodyDraft): Body {
  const now = work.clock.now().toISOString();
  const body = { ...checked(work, draft, null), id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, extra: {}, importBatchId: null };
  work.bodies.insert(body);
  work.record({ action: 'body.created', entity: 'body', entityId: body.id, detail: { name: body.name }, changes: [work.rows.change('body', body.id, undefined)] });
  return getBody(work, body);
}

function updateBody(work: Work, { id, version, ...change }: z.output<typeof bodyChangeSchema>): Body {
  const body = work.bodies.find(id) ?? fail('record/not-found', {});
  checkVersion(work, 'body', body, version);
  const draft = checked(work, change, body);
  const before = work.rows.read('body', id);
  work.bodies.replace({ ...body, ...draft, version: version + 1, updatedAt: work.clock.now().toISOString() });
  work.record({ action: 'body.changed', entity: 'body', entityId: id, changes: [work.rows.change('body', id, before)] });
  return getBody(work, { id });
}

export const bodiesHandlers: Handlers<typeof bodiesOperations, Work> = {
  listBodies: (work, { filter, sort, ...window }) => work.bodies.list(filter, work.today, sort, window).map((body) => shown(work, body)),
  countBodies: (work, { filter }) => ({ count: work.bodies.count(filter, work.today) }),
  getBody,
  createBody,
  updateBody,
};

const byName = { field: 'name', direction: 'asc' } as const;

export const bodiesSearch: readonly SearchSource[] = [
  {
    permission: 'bodies.read',
    find: (work, text, limit) =>
      work.bodies
        .list(bodyFilterSchema.parse({ text: text.slice(0, 60), withEnded: true }), work.today, byName, { offset: 0, limit: Math.min(limit, 5) })
        .map(({ id, name, contact, contactPhone }) => ({ entity: 'body', id, title: name, detail: [contact, contactPhone].filter(Boolean).join(' · '), matched: matchedPart(text, { name, named: contact, phone: contactPhone }, { readsPinyin: true }), to: `/grid/bodies/${id}` })),
  },
];

/** Agreements that end soon or have ended unnoticed. */
export const bodiesToday: readonly TodaySource[] = [
  {
    permission: 'bodies.edit',
    items: (work) =>
      (['ended', 'ending'] as const).flatMap((state) => {
        const count = work.bodies.count(bodyFilterSchema.parse({ agreements: [state] }), work.today);
        const to = `/grid/bodies?filter=${encodeURIComponent(JSON.stringify({ agreements: [state] }))}`;
        return count === 0 ? [] : [{ kind: `agreements-${state}`, column: 'due' as const, urgency: state === 'ended' ? ('near' as const) : ('calm' as const), params: { count, days: ENDING_DAYS }, to, since: null, dueOn: null }];
      }),
  },
];

/** A change is taken back; an organisation that was just entered stays and is ended by hand. */
export const bodiesUndo: Readonly<Record<string, UndoSource>> = {
  body: {
    permission: 'bodies.edit',
    restorable: ['kind', 'name', 'contact', 'contact_phone', 'address', 'duty', 'agreement_no', 'note'],
    nameOf: (work, id) => work.bodies.find(id)?.name ?? '',
    check: (work, id, { name }) => {
      const same = typeof name === 'string' ? work.bodies.findByName(name) : undefined;
      if (same && same.id !== id) fail('body/name-taken', { name: same.name });
    },
    refresh: (work, id) => {
      const body = work.bodies.find(id);
      if (body) work.bodies.replace(body);
    },
  },
};

/** Agreements are signed on paper. */
export const bodiesAttachments: Readonly<Record<string, AttachmentOwnerGuard>> = { body: { read: 'bodies.read', edit: 'bodies.edit', isVisible: (work, id) => work.bodies.find(id) !== undefined } };
export const bodiesHistory: Readonly<Record<string, HistoryGuard>> = { body: { permission: 'bodies.read', isVisible: (work, id) => work.bodies.find(id) !== undefined } };

const KIND = { department: '职能部门', economic: '经济组织', social: '社会组织' } as const;
const AGREEMENT = { none: '无协议', open: '长期', running: '有效', ending: '即将到期', ended: '已到期' } as const;
const bodyQuery = z.object({ filter: bodyFilterSchema.prefault({}), sort: bodySortSchema });
const bodyList: ExportList<z.output<typeof bodyQuery>> = {
  permission: 'bodies.read',
  query: bodyQuery,
  fields: ['name', 'kind', 'contact', 'contactPhone', 'duty', 'gridNames', 'agreementNo', 'agreementFrom', 'agreementUntil', 'agreement', 'address', 'updatedAt'],
  days: ['agreementFrom', 'agreementUntil'],
  instants: ['updatedAt'],
  count: (work, { filter }) => work.bodies.count(filter, work.today),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = work.bodies.list(filter, work.today, sort, { offset, limit: size }).map((body) => shown(work, body));
      if (rows.length > 0) yield rows.map(({ gridIds: _g, extra: _e, isActive, ...body }) => ({ ...body, isActive: isActive ? '是' : '否', kind: KIND[body.kind], agreement: AGREEMENT[body.agreement], gridNames: body.gridNames.join('、') }));
      if (rows.length < size) return;
    }
  },
};
export const bodiesExports: Readonly<Record<string, ExportList>> = { 'grid.bodies': bodyList as ExportList }; // the exporter parses the query with the list's own schema
