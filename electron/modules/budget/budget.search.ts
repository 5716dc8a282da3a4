import { matchedPart } from '#electron/kernel/search/matched-part.ts';
import type { SearchSource } from '#electron/kernel/search/search-source.ts';
import { requestFilterSchema } from '#shared/modules/budget/requests/request.schema.ts';

/** Requests by number or words of their title, those that wait longest first. */
export const budgetSearch: readonly SearchSource[] = [
  {
    permission: 'budget.read',
    find: (work, text, limit) =>
      work.fundingRequests
        .list(work.actor, work.today, requestFilterSchema.parse({ text: text.slice(0, 60) }), { field: 'no', direction: 'desc' }, { offset: 0, limit })
        .map(({ id, no, title, department }) => ({ entity: 'fundingRequest', id, title, detail: `${no} · ${department}`, matched: matchedPart(text, { name: title, code: no, named: department }), to: `/budget/requests/${id}` })),
  },
];
