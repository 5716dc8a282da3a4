import { permissions, type Permission } from './catalogue.ts';
import type { Role } from './roles.ts';

/** Who is calling, as main knows it. A window never sends any of this. */
export type Actor = {
  readonly userId: string;
  readonly sessionId: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly communityId: string;
  /** Grids whose people the actor may see: all of them, or these. */
  readonly scope: 'all' | readonly string[];
};

const holders: Readonly<Record<string, readonly Role[]>> = permissions;

/** True when one of the actor's roles holds the permission; an unknown permission is held by nobody. */
export function mayDo(roles: readonly Role[], permission: string): boolean {
  return Object.hasOwn(holders, permission) && (holders[permission] ?? []).some((role) => roles.includes(role));
}

/** Every permission the roles open, for the window to hide what would be refused anyway. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) => mayDo(roles, permission)); // own keys of a literal
}
