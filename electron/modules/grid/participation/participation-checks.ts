import { eq } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion, failConflict } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { addWorkingDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { defaultRule, type ParticipationRule } from '#shared/modules/grid/participation/participation-rule.schema.ts';
import { isGridInScope } from '../register/scope.ts';
import { participationRules } from './participation.tables.ts';

type RuleRecord = typeof participationRules.$inferSelect;
const RULE = 'participation_rule';

export const participationRulesRepository = (db: Db) => ({
  of: (communityId: string): RuleRecord | undefined => db.orm.select().from(participationRules).where(eq(participationRules.communityId, communityId)).get(),
  put: (rule: RuleRecord): void => void db.orm.insert(participationRules).values(rule).onConflictDoUpdate({ target: participationRules.communityId, set: rule }).run(),
  find: preparedFind(db, participationRules),
});

/** The rules of the area as the station set them, else the usual ones. */
export function ruleOf(work: Work): ParticipationRule {
  const stored = work.participationRules.of(work.actor.communityId);
  if (!stored) return defaultRule;
  const { version, answerLimitDays, secondsNeeded, pointsPerHour, joiningPoints, redeemDay } = stored;
  return { version, answerLimitDays, secondsNeeded, pointsPerHour, joiningPoints, redeemDay };
}

/** What was promised before keeps its day; new limits hold for what comes after. */
export function saveParticipationRule(work: Work, { version, ...rule }: ParticipationRule): ParticipationRule {
  const present = work.participationRules.of(work.actor.communityId);
  if (present && version === 0) failConflict(work, RULE, present);
  if (present) checkVersion(work, RULE, present, version);
  const now = work.clock.now().toISOString();
  const before = present && work.rows.read(RULE, present.id);
  const next: RuleRecord = { ...rule, id: present?.id ?? work.clock.newId(), communityId: work.actor.communityId, version: (present?.version ?? 0) + 1, createdAt: present?.createdAt ?? now, updatedAt: now };
  work.participationRules.put(next);
  work.record({ action: 'participation-rule.saved', entity: RULE, entityId: next.id, changes: [work.rows.change(RULE, next.id, before)] });
  return { version: next.version, ...rule };
}

/** The day an answer is due, and the day from which its lateness goes one level up: twice the limit (domain.md 3.6). */
export function answerDays(work: Work, from: string): { readonly dueOn: string; readonly escalateOn: string } {
  const { answerLimitDays } = ruleOf(work);
  const published = work.calendar.published();
  return { dueOn: addWorkingDays(from, answerLimitDays, published), escalateOn: addWorkingDays(from, 2 * answerLimitDays, published) };
}

/** What lies ahead has not happened. Error: `participation/day-ahead`. */
export function checkPast(work: Work, day: string): void {
  if (day > work.today) fail('participation/day-ahead', { today: work.today });
}

/** Who sees only some grids writes only for those. Error: `participation/grid-out-of-scope`. */
export function checkGrid(work: Work, gridId: string | null): void {
  if (!isGridInScope(work.actor, gridId)) fail('participation/grid-out-of-scope', {});
  if (gridId !== null && !work.grids.find(gridId)) fail('record/not-found', {});
}

/** A resident the actor may see. Error: `record/not-found`. */
export function residentName(work: Work, personId: string): string {
  const person = work.persons.find(work.actor, personId);
  return person?.removedAt === null ? person.name : fail('record/not-found', {});
}

/** People the actor may not see stay in a list as they were; new ones must be visible. */
export function keptUnseen(work: Work, chosen: readonly string[], before: readonly string[]): string[] {
  for (const id of chosen) if (!before.includes(id)) residentName(work, id);
  const unseen = before.filter((id) => work.persons.find(work.actor, id) === undefined);
  return [...new Set([...chosen, ...unseen])];
}
