import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import shipped from '#resources/matters/kind-routes.json' with { type: 'json' };
import { DEFAULT_RULES, isStationCode, shippedRoutesSchema, type MatterFunction, type MatterKind, type MatterRules } from '#shared/modules/grid/matters/matter-routes.schema.ts';
import { workingDaysOf, type WorkingDays } from '#shared/modules/grid/matters/matter-clock.rules.ts';
import type { PublishedDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { matterFunctions, matterKinds, matterLimits, matterRules } from './matters.tables.ts';

const routes = shippedRoutesSchema.parse(shipped);
/** Where a kind goes that the station added and routed nowhere yet. */
const ELSEWHERE = { group: 'other', station: 'service-station', urgent: false, words: [] } as const;

export type LimitRecord = typeof matterLimits.$inferSelect;

/** What the station decided, laid over what is shipped. */
export function matterSettingsRepository(db: Db) {
  const { orm, sqlite } = db;
  const limits = orm.select().from(matterLimits).where(isNull(matterLimits.removedAt)).orderBy(asc(matterLimits.clock), asc(matterLimits.createdAt), asc(matterLimits.id)).prepare();
  const stampOf = sqlite.prepare("SELECT count(*) || '/' || total(version) || '/' || coalesce(max(updated_at), '') FROM calendar_day").pluck();
  let reckoned: { readonly stamp: string; readonly days: WorkingDays } | undefined;
  const own = (): MatterKind[] => orm.select().from(matterKinds).orderBy(asc(matterKinds.code)).all().map(({ code, kindGroup, station, urgent, words }) => ({ code, group: kindGroup, station: station as MatterKind['station'], urgent, words })); // written from the schema
  const ownFunctions = (): MatterFunction[] => orm.select().from(matterFunctions).orderBy(asc(matterFunctions.code)).all().flatMap(({ code, station }) => (isStationCode(station) ? [{ code, station }] : []));
  /** Every shipped value, the station's own word for it where there is one, and then what only the station has. */
  const laidOver = <T extends { readonly code: string }>(base: readonly T[], changed: readonly T[]): T[] => {
    const by = new Map(changed.map((one) => [one.code, one]));
    return [...base.map((one) => by.get(one.code) ?? one), ...changed.filter(({ code }) => !base.some((one) => one.code === code))];
  };
  const kinds = (): MatterKind[] => laidOver(routes.kinds, own());
  return {
    /** The working days of the present calendar, reckoned once for each state of it: every saved day raises the sum of the versions or the count. */
    workingDays: (published: () => PublishedDays): WorkingDays => {
      const stamp = stampOf.get() as string; // the one column
      if (reckoned?.stamp !== stamp) reckoned = { stamp, days: workingDaysOf(published()) };
      return reckoned.days;
    },
    kinds,
    kind: (code: string): MatterKind => kinds().find((kind) => kind.code === code) ?? { code, ...ELSEWHERE, words: [] },
    functions: (): MatterFunction[] => laidOver(routes.functions, ownFunctions()),
    insertKind: preparedInsert(db, matterKinds),
    findKind: (code: string) => orm.select().from(matterKinds).where(eq(matterKinds.code, code)).get(),
    replaceKind: (kind: typeof matterKinds.$inferSelect): void => void orm.update(matterKinds).set(kind).where(eq(matterKinds.id, kind.id)).run(),
    insertFunction: preparedInsert(db, matterFunctions),
    findFunction: (code: string) => orm.select().from(matterFunctions).where(eq(matterFunctions.code, code)).get(),
    replaceFunction: (one: typeof matterFunctions.$inferSelect): void => void orm.update(matterFunctions).set(one).where(eq(matterFunctions.id, one.id)).run(),
    limits: (): LimitRecord[] => limits.all(),
    insertLimit: preparedInsert(db, matterLimits),
    findLimit: (id: string): LimitRecord | undefined => orm.select().from(matterLimits).where(and(eq(matterLimits.id, id), isNull(matterLimits.removedAt))).get(),
    replaceLimit: (limit: LimitRecord): void => void orm.update(matterLimits).set(limit).where(eq(matterLimits.id, limit.id)).run(),
    insertRules: preparedInsert(db, matterRules),
    findRules: () => orm.select().from(matterRules).get(),
    replaceRules: (rules: typeof matterRules.$inferSelect): void => void orm.update(matterRules).set(rules).where(eq(matterRules.id, rules.id)).run(),
    rules: (): MatterRules => {
      const row = orm.select().from(matterRules).get();
      return row ? { numberRule: row.numberRule, reopenDays: row.reopenDays, escalateDays: row.escalateDays, jointAfter: row.jointAfter } : DEFAULT_RULES;
    },
  };
}
