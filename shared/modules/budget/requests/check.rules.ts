import type { Role } from '#shared/contract/roles.ts';

export const overspendPolicies = ['stop', 'warn', 'allow'] as const;
export type OverspendPolicy = (typeof overspendPolicies)[number];

/** What a source lets its money be used for. */
export type UseRule = { readonly allowedUses: readonly string[]; readonly forbiddenUses: readonly string[]; readonly ruleText: string };
export type UseVerdict = 'allowed' | 'forbidden' | 'not-listed';

/** Forbidden before allowed; a source without a list of allowed uses takes what it does not forbid ("八用七不用", domain.md 3.5). */
export function verdictOnUse({ allowedUses, forbiddenUses }: UseRule, use: string): UseVerdict {
  if (forbiddenUses.includes(use)) return 'forbidden';
  return allowedUses.length === 0 || allowedUses.includes(use) ? 'allowed' : 'not-listed';
}

/** Whether a request binds its money when it is handed in. Where the source only warns, requests compete for the same pot and the last approval binds. */
export const reservesAtSubmit = (policy: OverspendPolicy): boolean => policy !== 'warn';

export type MoneyCheck = {
  readonly policy: OverspendPolicy;
  readonly overspendRoles: readonly Role[];
  /** Free money of the line, without what this request itself already binds. */
  readonly free: number;
  readonly amount: number;
  readonly roles: readonly Role[];
  /** Why a person lets the line go below zero; empty when nobody did. */
  readonly overspendReason: string;
  /** True where the act binds the money for good: a warning is not enough there. */
  readonly binds: boolean;
};
export type MoneyVerdict = 'covered' | 'warned' | 'overspent' | 'refused' | 'ask';

/**
 * The check of every save and every later step (ERPNext #49364: not only at the end). `covered`: enough is free. `warned`: not enough, the source
 * lets it go on until the money is bound. `overspent`: a role that may has given its reason. `ask`: the role may, but gave no reason yet. Else `refused`.
 */
export function moneyVerdict({ policy, overspendRoles, free, amount, roles, overspendReason, binds }: MoneyCheck): MoneyVerdict {
  if (amount <= free) return 'covered';
  if (policy === 'warn' && !binds) return 'warned';
  if (policy !== 'allow' || !roles.some((role) => overspendRoles.includes(role))) return 'refused';
  return overspendReason.trim().length >= 2 ? 'overspent' : 'ask';
}

export type NeedParts = { readonly urgency: number; readonly reach: number; readonly refusals: number };

const REACH: readonly (readonly [number, number])[] = [[200, 30], [50, 20], [10, 10], [1, 5]];

/**
 * How much a request is needed, 0 to 100, from three parts that stand beside it: urgency said by the applicant (1 to 5, twelve points each),
 * how many residents gain (up to 30), earlier refusals of the same matter (five each, up to ten). Ours, so that requests for one pot can be laid side by side (P14).
 */
export function needParts(urgency: number, beneficiaries: number, refusals: number): NeedParts {
  return { urgency: urgency * 12, reach: REACH.find(([from]) => beneficiaries >= from)?.[1] ?? 0, refusals: Math.min(10, refusals * 5) };
}
export const needScore = ({ urgency, reach, refusals }: NeedParts): number => urgency + reach + refusals;
