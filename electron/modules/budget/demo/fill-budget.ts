import { countOf, gridsOf, type DemoFiller, type FillSite } from '#electron/kernel/demo/demo-town.ts';
import { closeYear, DEMO_YEARS, openBudget, openYear, writePartners, writeRequests, writeTaskSource, type BudgetPlan } from './write-budget.ts';

/** A city asks for money so often in five years (domain.md 7); a sub-district as often for each of its people. */
export const REQUESTS = { 'sub-district': 18_000, city: 150_000 } as const;
/** Of each request that was paid: brings the entries of 150,000 requests over two million. */
const VOUCHERS = 6;
const REQUESTS_PER_TRANSACTION = 2_500;
const ASIDE = { of: ['funding_request', 'funding_step', 'voucher', 'budget_entry'] };

type Wanted = { readonly seed: number; readonly gridIds: readonly string[]; /** Of all five years together. */ readonly requests: number };

/** Five years of money of any size, a transaction for every two and a half thousand requests. Errors: `auth/forbidden` at a real station; `task/cancelled`. */
export function fillBudget(site: FillSite, { seed, gridIds, requests }: Wanted): void {
  const plan: BudgetPlan = { seed, gridIds, years: DEMO_YEARS, requestsOfYear: Math.max(1, Math.round(requests / DEMO_YEARS)), vouchers: VOUCHERS, written: () => undefined };
  const total = plan.requestsOfYear * DEMO_YEARS;
  const { frames, random, sources, staff } = site.command({ years: DEMO_YEARS }, (work) => openBudget(work, plan));
  site.withoutIndexes(ASIDE, () => {
    for (const [before, frame] of frames.entries()) {
      const year = site.command({ year: frame.year }, (work) => openYear(work, plan, frame));
      for (let from = 0; from < plan.requestsOfYear; from += REQUESTS_PER_TRANSACTION) {
        const count = Math.min(REQUESTS_PER_TRANSACTION, plan.requestsOfYear - from);
        site.step(before * plan.requestsOfYear + from, total);
        site.command({ requests: count }, (work) => writeRequests(work, plan, year, { from, count }));
      }
      site.command({ closed: frame.year }, (work) => closeYear(work, plan, year));
    }
    site.step(total, total);
  });
  site.command({ partners: 1 }, (work) => writePartners(work, { random, sources, staff }, plan.written));
  site.own((work, { written }) => writeTaskSource(work, staff, written));
}

export const budgetFiller: DemoFiller = { what: 'budget', fill: (site, town) => fillBudget(site, { seed: town.seed, gridIds: gridsOf(town), requests: countOf(town, REQUESTS) }) };
