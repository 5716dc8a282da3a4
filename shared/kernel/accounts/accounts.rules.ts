import type { Role } from '#shared/contract/roles.ts';

/** Roles that must always be held by somebody who can sign in: without them nobody could help a locked-out colleague. */
export const indispensableRoles = ['administrator', 'supervisor'] as const satisfies readonly Role[];

/** The auditor reads the log of what others do and so does nothing else (separated duties, GB/T 22239). */
export const auditorStandsAlone = (roles: readonly Role[]): boolean => !roles.includes('auditor') || roles.length === 1;

type Holder = { readonly id: string; readonly roles: readonly Role[]; readonly status: 'active' | 'disabled' };

/**
 * The indispensable role that nobody would hold any more if `id` ended up with `roles` and `status`; null when none is lost.
 * A role that nobody holds today cannot be lost.
 */
export function roleLeftEmpty(accounts: readonly Holder[], id: string, after: { readonly roles: readonly Role[]; readonly status: 'active' | 'disabled' }): Role | null {
  const holds = (account: Holder, role: Role) => account.status === 'active' && account.roles.includes(role);
  const lost = indispensableRoles.find((role) => {
    const isHeldToday = accounts.some((account) => holds(account, role));
    const isHeldAfter = accounts.some((account) => holds(account.id === id ? { id, ...after } : account, role));
    return isHeldToday && !isHeldAfter;
  });
  return lost ?? null;
}
