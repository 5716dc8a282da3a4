import type { Work } from '#electron/database/unit-of-work.ts';
import { numberOwners } from '#electron/modules.ts';
import { mayDo } from '#shared/contract/actor.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { MaskedNumber, numbersContract } from '#shared/kernel/numbers/numbers.contract.ts';

const REVEALED = 'person.revealed';

/** One limit a day for all numbers, whosever they are. Errors: `numbers/limit`, `numbers/none`, `auth/forbidden` for a number that is not for this account, `record/not-found`. */
function revealNumber(work: Work, { table, id, field, reason }: MaskedNumber & { readonly reason: string }): { value: string; leftToday: number } {
  const { permission, numberOf } = numberOwners[table] ?? fail('record/not-found', {});
  if (!mayDo(work.actor.roles, permission)) fail('auth/forbidden', { permission });
  const value = numberOf(work, id, field);
  const limit = work.settings.get().revealsPerDay;
  const used = work.auditEntries.countOnDay(work.actor.userId, REVEALED, work.today);
  if (used >= limit) fail('numbers/limit', { limit });
  if (value === '') fail('numbers/none', {});
  work.record({ action: REVEALED, entity: table, entityId: id, detail: { field, reason } });
  return { value, leftToday: limit - used - 1 };
}

export const numbersHandlers: Handlers<typeof numbersContract, Work> = { revealNumber };
