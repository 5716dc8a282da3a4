import type { Role } from '#shared/contract/roles.ts';

/** 项目议定 → 审核备案 → 资金拨付 → 项目推进 → 支出报销 → 项目验收 → 公示备案 (domain.md 3.5), and the ways out of it. */
export const requestSteps = ['agreed', 'budgeted', 'review', 'returned', 'rejected', 'approved', 'spending', 'accepted', 'settled', 'published', 'withdrawn', 'split'] as const;
export type RequestStep = (typeof requestSteps)[number];

export const requestActs = ['budget', 'edit', 'submit', 'approve', 'return', 'reject', 'appeal', 'withdraw', 'split', 'disburse', 'spend', 'propose-change', 'decide-change', 'accept', 'settle', 'publish', 'urge', 'join'] as const;
export type RequestAct = (typeof requestActs)[number];

type ActRule = {
  readonly from: readonly RequestStep[];
  /** Who may; the level of a review asks for its own role beside this. */
  readonly roles: readonly Role[];
  /** Nobody decides about a request of one's own. */
  readonly notOwn?: true;
};

const ASKING: readonly Role[] = ['clerk', 'supervisor', 'finance'];
const MONEY: readonly Role[] = ['finance', 'supervisor'];

/** The state machine as data: from which steps each act may be done, and by whom. */
export const actRules: Readonly<Record<RequestAct, ActRule>> = {
  budget: { from: ['agreed', 'rejected', 'returned', 'budgeted'], roles: ASKING },
  edit: { from: ['agreed', 'budgeted', 'returned', 'rejected'], roles: ASKING },
  submit: { from: ['budgeted', 'returned', 'rejected'], roles: ASKING },
  approve: { from: ['review'], roles: MONEY, notOwn: true },
  return: { from: ['review'], roles: MONEY, notOwn: true },
  reject: { from: ['review'], roles: MONEY, notOwn: true },
  appeal: { from: ['rejected'], roles: ASKING },
  withdraw: { from: ['agreed', 'budgeted', 'review', 'returned', 'rejected'], roles: ASKING },
  split: { from: ['budgeted', 'returned', 'rejected'], roles: ASKING },
  disburse: { from: ['approved', 'spending'], roles: ['finance'], notOwn: true },
  spend: { from: ['spending'], roles: ASKING },
  'propose-change': { from: ['approved', 'spending'], roles: ASKING },
  'decide-change': { from: ['approved', 'spending'], roles: MONEY, notOwn: true },
  accept: { from: ['spending'], roles: MONEY, notOwn: true },
  settle: { from: ['accepted'], roles: ['finance'] },
  publish: { from: ['settled'], roles: MONEY },
  urge: { from: ['review', 'approved', 'spending', 'accepted', 'settled'], roles: ASKING },
  join: { from: ['agreed', 'budgeted', 'review', 'returned'], roles: ASKING },
};

/** Steps in which a request is under way: it waits for somebody. */
export const openSteps = ['agreed', 'budgeted', 'review', 'returned', 'approved', 'spending', 'accepted', 'settled'] as const satisfies readonly RequestStep[];
/** Steps in which money of the line is bound by the request, so its year cannot be closed. */
export const bindingSteps = ['review', 'approved', 'spending', 'accepted'] as const satisfies readonly RequestStep[];

/** The order in which a request that goes well passes its steps; the ways out have none. */
const ORDER: Readonly<Partial<Record<RequestStep, number>>> = { agreed: 0, budgeted: 1, review: 2, approved: 3, spending: 4, accepted: 5, settled: 6, published: 7 };
const BACK: Readonly<Partial<Record<RequestStep, readonly RequestStep[]>>> = {
  returned: ['review', 'budgeted', 'withdrawn', 'split'],
  rejected: ['review', 'budgeted', 'withdrawn', 'split'],
};

/** Whether one step may follow another: one forward (review levels stay in review), or a way out and back. Held by a property test over random histories. */
export function mayFollow(before: RequestStep, next: RequestStep): boolean {
  const back = BACK[before];
  if (back) return back.includes(next);
  const [at, to] = [ORDER[before], ORDER[next]];
  if (at === undefined) return false;
  if (to !== undefined) return to === at + 1 || (before === 'review' && next === 'review') || (before === 'budgeted' && next === 'budgeted');
  if (next === 'returned' || next === 'rejected') return before === 'review';
  if (next === 'withdrawn') return at <= 2;
  return next === 'split' && before === 'budgeted';
}

export type ReviewLevel = { readonly name: string; readonly role: 'supervisor' | 'finance'; readonly limitDays: number };
export type StepLimits = { readonly levels: readonly ReviewLevel[]; readonly disburseDays: number; readonly closingDays: number };

/** Working days a step may take by the source's own rules; null where nothing is promised. `level` counts from 0. */
export function limitOf(step: RequestStep, level: number, limits: StepLimits): number | null {
  switch (step) {
    case 'review':
      return limits.levels[level]?.limitDays ?? null;
    case 'approved':
      return limits.disburseDays;
    case 'accepted':
    case 'settled':
      return limits.closingDays;
    case 'returned':
      return 5; // a supplement is asked for within a working week; ours, no notice fixes it
    case 'agreed':
    case 'budgeted':
    case 'rejected':
    case 'spending':
    case 'published':
    case 'withdrawn':
    case 'split':
      return null;
  }
}

/** The first full working day on which a step has used 70 % of its limit: from there it is yellow. */
export const nearAfter = (limit: number): number => Math.ceil(limit * 0.7);
