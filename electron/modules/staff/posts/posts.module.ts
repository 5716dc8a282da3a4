import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import { appointmentFilterSchema, appointmentSortSchema, postFilterSchema, postSortSchema } from '#shared/modules/staff/posts/post.schema.ts';
import type { postsOperations } from '#shared/modules/staff/posts/posts.contract.ts';
import { paged } from '../paged.ts';
import { present } from '#electron/database/record-store.ts';
import { freely } from '../undo-freely.ts';
import { appointmentsRepository } from './appointments.repository.ts';
import { appoint, endAppointment } from './appointments.service.ts';
import { postsRepository } from './posts.repository.ts';
import { checkPostConditions, createPost, getHandover, getPost, removePost, saveHandover, updatePost } from './posts.service.ts';

export const openPosts = (db: Db) => ({ posts: postsRepository(db), appointments: appointmentsRepository(db) });

export const postsHandlers: Handlers<typeof postsOperations, Work> = {
  listPosts: (work, { filter, sort, ...window }) => work.posts.list(filter, work.today, sort, window),
  countPosts: (work, { filter }) => ({ count: work.posts.count(filter, work.today) }),
  getPost,
  createPost,
  updatePost,
  removePost,
  checkPostConditions,
  listFits: (work, { postId, ...window }) => work.posts.fits(present(work.posts, postId), work.today, window),
  listAppointments: (work, { filter, sort, ...window }) => work.appointments.list(work.actor, filter, work.today, sort, window),
  countAppointments: (work, { filter }) => ({ count: work.appointments.count(filter, work.today) }),
  appoint,
  endAppointment,
  getHandover,
  saveHandover,
};

const postQuery = z.object({ filter: postFilterSchema.prefault({}), sort: postSortSchema });
const postList: ExportList<z.output<typeof postQuery>> = {
  permission: 'posts.read',
  query: postQuery,
  fields: ['name', 'level', 'quota', 'filled', 'missing', 'open', 'subsidy', 'duties', 'content', 'scope', 'note'],
  count: (work, { filter }) => work.posts.count(filter, work.today),
  windows: (work, { filter, sort }, size) =>
    paged((offset) => work.posts.list(filter, work.today, sort, { offset, limit: size }), size, ({ name, level, quota, filled, open, subsidyFen, duties, content, scope, note }) => ({
      name, level: work.codeTables.labelOf('post-level', level, 'zh-CN'), quota, filled, missing: Math.max(0, quota - filled), open, subsidy: subsidyFen / 100, duties, content, scope, note,
    })),
};

const appointmentQuery = z.object({ filter: appointmentFilterSchema.prefault({}), sort: appointmentSortSchema });
const appointmentList: ExportList<z.output<typeof appointmentQuery>> = {
  permission: 'posts.read',
  query: appointmentQuery,
  fields: ['personName', 'postName', 'place', 'gridName', 'fromOn', 'untilOn', 'reason', 'endReason'],
  days: ['fromOn', 'untilOn'],
  count: (work, { filter }) => work.appointments.count(filter, work.today),
  windows: (work, { filter, sort }, size) =>
    paged((offset) => work.appointments.list(work.actor, filter, work.today, sort, { offset, limit: size }), size, ({ personName, postName, place, gridName, fromOn, untilOn, reason, endReason }) => ({
      personName, postName, place: place === '' ? '' : work.codeTables.labelOf('grid-team', place, 'zh-CN'), gridName, fromOn, untilOn, reason, endReason,
    })),
};

export const postsParts: ModuleParts = {
  search: [],
  today: [
    {
      permission: 'posts.read',
      items: (work) => {
        const vacant = work.posts.count(postFilterSchema.parse({ vacant: true }), work.today);
        const differing = work.appointments.differing(work.actor.communityId).length;
        return [
          ...(vacant === 0 ? [] : [{ kind: 'posts-vacant', column: 'waiting' as const, urgency: 'calm' as const, params: { count: vacant }, to: '/staff/posts?filter={"vacant":true}', since: null, dueOn: null }]),
          ...(differing === 0 ? [] : [{ kind: 'appointments-differ', column: 'due' as const, urgency: 'near' as const, params: { count: differing }, to: '/staff/appointments', since: null, dueOn: null }]),
        ];
      },
    },
  ],
  history: {
    post: { permission: 'posts.read', isVisible: (work, id) => work.posts.find(id) !== undefined },
    appointment: { permission: 'posts.read', isVisible: (work, id) => { const row = work.appointments.row(work.actor, id); return row !== undefined && row.personName !== ''; } },
    post_handover: { permission: 'posts.read', isVisible: (work, id) => work.posts.handovers.find(id) !== undefined },
  },
  undo: {
    post: freely('posts.edit', (work, id) => work.posts.find(id)?.name ?? '', (work, id) => work.appointments.heldOn(id, work.today) === 0),
    appointment: {
      ...freely('posts.edit', (work, id) => work.appointments.find(id)?.personName ?? ''),
      /** A grid keeps one responsible member also when something is taken back. */
      check: (work, id, columns) => {
        const row = work.appointments.find(id);
        if (columns['until_on'] !== null || !row?.isResponsible || row.gridId === null) return;
        const other = work.appointments.responsibleOf(row.gridId);
        if (other && other.id !== id) fail('appointment/grid-has-member', { grid: work.grids.find(row.gridId)?.name ?? '', name: other.personName });
      },
    },
    post_handover: freely('posts.edit', (work, id) => work.posts.handovers.find(id)?.giverName ?? ''),
  },
  exports: { 'staff.posts': postList as ExportList, 'staff.appointments': appointmentList as ExportList }, // the exporter parses the query with the list's own schema
};
