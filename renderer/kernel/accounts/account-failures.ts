import type { Failure } from '#shared/errors/app-error.ts';

/** The field at which a refusal of main belongs; null when it is about the account as a whole. */
export function accountFieldOf({ code }: Failure): 'name' | 'roles' | null {
  switch (code) {
    case 'account/name-taken':
      return 'name';
    case 'account/last-of-role':
    case 'account/auditor-stands-alone':
      return 'roles';
    default:
      return null;
  }
}
