import type { ErrorCode, Failure } from '#shared/errors/app-error.ts';

type Field = 'name' | 'roles';
const FIELDS: Readonly<Partial<Record<ErrorCode, Field>>> = {
  'account/name-taken': 'name',
  'account/last-of-role': 'roles',
  'account/auditor-stands-alone': 'roles',
};

/** The field at which a refusal of main belongs; null when it is about the account as a whole. */
export const accountFieldOf = ({ code }: Failure): Field | null => FIELDS[code] ?? null;
