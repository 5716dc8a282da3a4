import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import { daysOf, type Days } from './matter-clock.ts';
import type { MatterRecord } from './matters.repository.ts';
import { takeStep } from './move.service.ts';

/** One act takes so many; the rest come with the next opening. */
const AT_ONCE = 500;
/** The ladder acts for the station: nobody's roles stand in its way, and its steps name nobody. */
const asStation = (work: Work): Work => ({ ...work, actor: { ...work.actor, roles: ['supervisor'] } });

/** What the ladder would do now, as far as this person sees. */
export const countMatterLadder = (work: Work): { yellow: number; red: number } => ({
  yellow: work.matters.overdue(work.actor, work.today, 'yellow', AT_ONCE).length,
  red: work.matters.overdue(work.actor, work.today, 'red', AT_ONCE).length,
});

function climb(work: Work, days: Days, matter: MatterRecord, card: 'yellow' | 'red'): RecordChange[] {
  const one = { id: matter.id, version: matter.version, text: '' };
  const steps = matter.urgedOn === work.today ? [] : takeStep(work, days, matter, { ...one, move: 'urge' }, true);
  const now = work.matters.find(work.actor, matter.id) ?? matter;
  return [...steps, ...takeStep(work, days, now, { id: matter.id, version: now.version, move: 'supervise', card, text: card }, true)];
}

/** A record that took two steps in one act stands in the log as it is at the end, with everything that became different. */
function joined(changes: readonly RecordChange[]): RecordChange[] {
  const last = new Map<string, RecordChange>();
  for (const change of changes) {
    const before = last.get(change.entityId);
    const fields = Object.fromEntries(Object.entries({ ...before?.fields, ...change.fields }).map(([field, pair]) => [field, [before?.fields[field]?.[0] ?? pair[0], pair[1]] as const]));
    last.set(change.entityId, before ? { ...change, fields } : change);
  }
  return [...last.values()];
}

/**
 * The first rungs when nobody acts (`domain.md` 3.1): past the yellow limit a matter is urged and gets a yellow card, past the red limit a red one; both
 * count for the unit that has it. The same state of the file always gives the same steps. Error: `matter/nothing-due`.
 */
export function applyMatterLadder(work: Work): { yellow: number; red: number } {
  const station = asStation(work);
  const days = daysOf(work);
  const red = work.matters.overdue(work.actor, work.today, 'red', AT_ONCE);
  const yellow = work.matters.overdue(work.actor, work.today, 'yellow', AT_ONCE);
  if (red.length + yellow.length === 0) fail('matter/nothing-due', {});
  const changes = [...red.map((id) => [id, 'red'] as const), ...yellow.map((id) => [id, 'yellow'] as const)].flatMap(([id, card]) => {
    const matter = work.matters.find(work.actor, id);
    return matter ? climb(station, days, matter, card) : [];
  });
  work.record({ action: 'matter.ladder', entity: 'matter', entityId: '', detail: { yellow: yellow.length, red: red.length }, changes: joined(changes) });
  return { yellow: yellow.length, red: red.length };
}
