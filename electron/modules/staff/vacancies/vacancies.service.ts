import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { QuotaDraft, QuotaRequest, VacancyChange, VacancyDraft, VacancyRow } from '#shared/modules/staff/vacancies/vacancy.schema.ts';
import { added, begunRemovable, current, present, rewritten } from '#electron/database/record-store.ts';

type Versioned = { readonly id: string; readonly version: number };

export const getVacancy = (work: Work, { id }: { readonly id: string }): VacancyRow => work.vacancies.row(id) ?? fail('record/not-found', {});

/** No more seats are offered than the post has free. Errors: `vacancy/too-many-seats`, `post/asks-grid`. */
function checkSeats(work: Work, draft: VacancyDraft, own: number): void {
  const post = present(work.posts, draft.postId);
  if (draft.gridId !== null && !work.grids.find(draft.gridId)) fail('record/not-found', {});
  if (post.answersForGrid && draft.gridId === null) fail('post/asks-grid', { name: post.name });
  const free = post.quota - work.appointments.heldOn(post.id, work.today) - work.vacancies.openOf(post.communityId, post.id) + own;
  if (draft.seats > free) fail('vacancy/too-many-seats', { name: post.name, free: Math.max(0, free) });
}

export function openVacancy(work: Work, draft: VacancyDraft): VacancyRow {
  checkSeats(work, draft, 0);
  const vacancy = { ...begunRemovable(work), ...draft, status: 'open' as const, endedOn: null, endReason: '' };
  work.record({ action: 'vacancy.opened', entity: 'vacancy', entityId: vacancy.id, changes: [added(work, work.vacancies, vacancy)] });
  return getVacancy(work, vacancy);
}

export function updateVacancy(work: Work, { id, version, ...draft }: VacancyChange): VacancyRow {
  const vacancy = current(work, work.vacancies, { id, version });
  if (vacancy.status !== 'open') fail('vacancy/ended', {});
  checkSeats(work, draft, vacancy.postId === draft.postId ? vacancy.seats : 0);
  work.record({ action: 'vacancy.changed', entity: 'vacancy', entityId: id, changes: [rewritten(work, work.vacancies, vacancy, draft)] });
  return getVacancy(work, { id });
}

export function withdrawVacancy(work: Work, { id, version, reason }: Versioned & { readonly reason: string }): VacancyRow {
  const vacancy = current(work, work.vacancies, { id, version });
  if (vacancy.status !== 'open') fail('vacancy/ended', {});
  work.record({ action: 'vacancy.withdrawn', entity: 'vacancy', entityId: id, detail: { reason }, changes: [rewritten(work, work.vacancies, vacancy, { status: 'withdrawn', endedOn: work.today, endReason: reason })] });
  return getVacancy(work, { id });
}

const quotaOf = (work: Work, id: string): QuotaRequest => work.quotaRequests.row(id, work.today) ?? fail('record/not-found', {});

export function requestQuota(work: Work, draft: QuotaDraft): QuotaRequest {
  present(work.posts, draft.postId);
  const request = { ...begunRemovable(work), ...draft, sentOn: null, status: 'drafted' as const, granted: 0, answeredOn: null, answer: '' };
  work.record({ action: 'quota.drafted', entity: 'quota_request', entityId: request.id, changes: [added(work, work.quotaRequests, request)] });
  return quotaOf(work, request.id);
}

/** Error: `quota/already-sent`. */
export function sendQuota(work: Work, { id, version, sentOn }: Versioned & { readonly sentOn: string }): QuotaRequest {
  const request = current(work, work.quotaRequests, { id, version });
  if (request.status !== 'drafted') fail('quota/already-sent', {});
  work.record({ action: 'quota.sent', entity: 'quota_request', entityId: id, detail: { sentOn }, changes: [rewritten(work, work.quotaRequests, request, { status: 'sent', sentOn })] });
  return quotaOf(work, id);
}

/** Writes the answer of the level above; what is granted is added to the post's quota in the same act. Error: `quota/not-sent`. */
export function answerQuota(work: Work, { id, version, granted, answeredOn, answer }: Versioned & { readonly granted: number; readonly answeredOn: string; readonly answer: string }): QuotaRequest {
  const request = current(work, work.quotaRequests, { id, version });
  if (request.status !== 'sent') fail('quota/not-sent', {});
  const post = present(work.posts, request.postId);
  const changes = [rewritten(work, work.quotaRequests, request, { status: granted === 0 ? 'refused' : 'granted', granted, answeredOn, answer }), ...(granted === 0 ? [] : [rewritten(work, work.posts, post, { quota: post.quota + granted })])];
  work.record({ action: 'quota.answered', entity: 'quota_request', entityId: id, detail: { granted }, changes });
  return quotaOf(work, id);
}
