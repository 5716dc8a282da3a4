import type { SearchSource } from '#electron/kernel/search/search-source.ts';
import { requestFilterSchema } from '#shared/modules/budget/requests/request.schema.ts';

/** Requests by number or words of their title, those that wait longest first. */
export const budgetSearch: readonly SearchSource[] = [
  {
    permission: 'budget.read',
    find: (work, text, limit) =>
      work.fundingRequests
        .list(work.actor, work.today, requestFilterSchema.parse({ text: text.slice(0, 60) }), { field: 'no', direction: 'desc' }, { offset: 0, limit })
        .map(({ id, no, title, department }) => ({ entity: 'fundingRequest', id, title, detail: `${no} · ${department}`, matched: /^\d/.test(text) ? 'code' : 'name', to: `/budget/requests/${id}` })),
  },
];
