import type { GridMember } from '#shared/modules/staff/grid-member.schema.ts';
import { noConditions, type AppointmentRow, type PostRow } from '#shared/modules/staff/posts/post.schema.ts';
import type { Workstation } from './workstation.ts';

type Values = Record<string, unknown>;

/** A colleague with an account of its own, who may decide what the first one asked for. */
export const COLLEAGUE = { roles: ['supervisor'] as const, userId: '019c0000-0000-7000-8000-0000000000b2', sessionId: '019c0000-0000-7000-8000-000000005e56' };
export const memberDraft = (name: string, values: Values = {}) => ({ name, phone: '', sex: '2', birthOn: '1990-05-01', idNumber: '', employment: 'full-time', political: '', education: '20', registeredOn: null, gridId: null, note: '', ...values });
export const postDraft = (values: Values = {}) => ({ name: '窗口社工', level: 'station', quota: 2, duties: '接待', content: '登记', scope: '服务站', conditions: noConditions, subsidyFen: 30_000, answersForGrid: false, note: '', ...values });
export const gridDraft = (name: string, values: Values = {}) => ({ name, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '', ...values });

export const staffOf = (desk: Workstation) => ({
  member: (name: string, values: Values = {}) => desk.done<GridMember>('staff.createGridMember', memberDraft(name, values)),
  post: (values: Values = {}) => desk.done<PostRow>('staff.createPost', postDraft(values)),
  grid: (name: string, values: Values = {}) => desk.done<{ id: string; version: number; responsibleId: string | null }>('grid.createGrid', gridDraft(name, values)),
  appoint: (memberId: string, postId: string, values: Values = {}) => desk.done<AppointmentRow>('staff.appoint', { memberId, postId, gridId: null, fromOn: '2026-03-01', untilOn: null, reason: '公开招录', ...values }),
  undo: async () => desk.done('undo.undo', { seq: (await desk.done<{ undo: { seq: number } | null }>('undo.listNext')).undo?.seq }),
});
