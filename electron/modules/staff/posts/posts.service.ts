import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { gridMonths } from '#shared/modules/staff/people/experience.rules.ts';
import { checkConditions, type ConditionFacts, type ConditionResult } from '#shared/modules/staff/posts/condition.rules.ts';
import type { Handover, HandoverDraft, PostChange, PostDraft, PostRow } from '#shared/modules/staff/posts/post.schema.ts';
import { failConflict } from '#electron/kernel/audit/conflict.ts';
import type { GridMemberRecord } from '../people/grid-members.repository.ts';
import { memberOf } from '../people/people.service.ts';
import { added, begunRemovable, current, present, rewritten, takenOut } from '#electron/database/record-store.ts';

type Versioned = { readonly id: string; readonly version: number };

export const getPost = (work: Work, { id }: { readonly id: string }): PostRow => work.posts.row(id, work.today) ?? fail('record/not-found', {});

function checkName(work: Work, name: string, ownId: string | null): void {
  const same = work.posts.findByName(work.actor.communityId, name);
  if (same && same.id !== ownId) fail('post/name-taken', { name });
}

/** Error: `post/name-taken`. */
export function createPost(work: Work, draft: PostDraft): PostRow {
  checkName(work, draft.name, null);
  const post = { ...begunRemovable(work), ...draft };
  work.record({ action: 'post.created', entity: 'post', entityId: post.id, detail: { name: draft.name }, changes: [added(work, work.posts, post)] });
  return getPost(work, post);
}

export function updatePost(work: Work, { id, version, ...draft }: PostChange): PostRow {
  const post = current(work, work.posts, { id, version });
  checkName(work, draft.name, id);
  work.record({ action: 'post.changed', entity: 'post', entityId: id, detail: { name: draft.name }, changes: [rewritten(work, work.posts, post, draft)] });
  return getPost(work, { id });
}

/** Error: `post/held` while somebody holds it or a vacancy is open. */
export function removePost(work: Work, one: Versioned): Record<string, never> {
  const post = current(work, work.posts, one);
  const { filled, open } = getPost(work, one);
  if (filled + open > 0) fail('post/held', { name: post.name, people: filled });
  work.record({ action: 'post.removed', entity: 'post', entityId: post.id, detail: { name: post.name }, changes: [takenOut(work, work.posts, post)] });
  return {};
}

/** What the record of a member answers a post's conditions with. */
export const factsOf = (work: Work, member: GridMemberRecord, met: readonly string[] = []): ConditionFacts => ({ education: member.education, birthOn: member.birthOn, profession: member.profession, gridMonths: gridMonths(member, work.today), met });

export function checkPostConditions(work: Work, { postId, memberId }: { readonly postId: string; readonly memberId: string }): ConditionResult[] {
  return checkConditions(present(work.posts, postId).conditions, factsOf(work, memberOf(work, memberId)), work.today);
}

/** What is usually handed over; a sheet begins with it. */
const USUAL = ['网格户情与台账', '未办结事项', '走访关怀名单', '钥匙、印章与设备', '工作手机与账号', '公示牌与联系卡'] as const;

export function getHandover(work: Work, { appointmentId }: { readonly appointmentId: string }): Omit<Handover, 'id'> & { readonly id: string | null } {
  const appointment = work.appointments.row(work.actor, appointmentId) ?? fail('record/not-found', {});
  const sheet = work.posts.handoverOf(appointmentId);
  const facts = { appointmentId, postName: appointment.postName, gridName: appointment.gridName };
  if (!sheet) return { ...facts, id: null, version: 0, giverName: appointment.personName, takerName: '', handedOn: null, items: USUAL.map((what) => ({ what, state: '' })), witness: '', note: '' };
  const { id, version, giverName, takerName, handedOn, items, witness, note } = sheet;
  return { ...facts, id, version, giverName, takerName, handedOn, items: [...items], witness, note };
}

/** Writes the hand-over sheet of a post that changes hands. */
export function saveHandover(work: Work, { version, ...draft }: HandoverDraft): Handover {
  const appointment = work.appointments.row(work.actor, draft.appointmentId) ?? fail('record/not-found', {});
  if (appointment.place !== '') fail('appointment/not-a-post', {});
  const sheet = work.posts.handoverOf(draft.appointmentId);
  if (sheet && version === 0) failConflict(work, 'post_handover', sheet);
  const id = sheet?.id ?? work.clock.newId();
  const change = sheet ? rewritten(work, work.posts.handovers, current(work, work.posts.handovers, { id, version }), draft) : added(work, work.posts.handovers, { ...begunRemovable(work), ...draft, id, giverName: appointment.personName });
  work.record({ action: 'post.handed-over', entity: 'post_handover', entityId: id, detail: { post: appointment.postName, grid: appointment.gridName }, changes: [change] });
  return { ...getHandover(work, draft), id };
}
