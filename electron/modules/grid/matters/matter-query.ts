import type { Actor } from '#shared/contract/actor.ts';
import { phraseOf } from '#shared/modules/grid/register/search-text.rules.ts';
import type { MatterFilter } from '#shared/modules/grid/matters/matter.schema.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';

/**
 * A clerk sees the matters of the own grids, and what the clerk brought without a grid; a matter nobody placed belongs to the desk that took it.
 */
export const mattersInScope = (actor: Actor): Condition[] =>
  actor.scope === 'all' ? [] : [{ sql: `${isIn('m.grid_id', actor.scope).sql} OR (m.grid_id IS NULL AND m.reported_by = ?)`, values: [...isIn('m.grid_id', actor.scope).values, actor.userId] }];

export const isMatterVisible = (actor: Actor, matter: { readonly gridId: string | null; readonly reportedBy: string }): boolean =>
  actor.scope === 'all' || (matter.gridId === null ? matter.reportedBy === actor.userId : actor.scope.includes(matter.gridId));

const plain = (sql: string, values: Condition['values'] = []): Condition => ({ sql, values });
const LIVES = { open: [plain('m.open = 1')], ended: [plain('m.outcome <> \'\'')], draft: [plain("m.state = 'draft'")], all: [] } as const;

/** What each figure counts; the same words as `matter_share`, and what the early warning counts. */
const SETTLED = "m.outcome IN ('closed', 'recorded')";
const FIGURES: Readonly<Record<NonNullable<MatterFilter['figure']>, string>> = {
  reported: "m.outcome <> 'void'",
  single: "m.outcome NOT IN ('void', 'merged')",
  found: "m.origin = 'found' AND m.outcome <> 'void'",
  complained: "m.origin = 'complained' AND m.outcome <> 'void'",
  settled: SETTLED,
  'in-time': `${SETTLED} AND m.in_time = 1`,
  late: `${SETTLED} AND m.in_time = 0`,
  returned: "m.returns > 0 AND m.outcome <> 'void'",
  wrong: "m.wrong > 0 AND m.outcome <> 'void'",
  reworked: "m.reworks > 0 AND m.outcome <> 'void'",
  'first-level': `${SETTLED} AND m.went_up = 0`,
  rated: 'm.rating IS NOT NULL',
  satisfied: 'm.rating >= 2',
  dissatisfied: 'm.rating = 1',
};

const MARKS = { model: 'm.is_model = 1', legacy: 'm.is_legacy = 1', joint: 'm.is_joint = 1' } as const;

/**
 * Words stand in every matter that ever was, while those that are open are few and nearly all of them recent: the words are looked up among the rows
 * since the first of these, and in the few open ones that are older one by one.
 */
const OLD = 64;
const OPEN_ROWS = 'SELECT row_no FROM matter INDEXED BY matter_queue WHERE open = 1 ORDER BY row_no LIMIT';
const WORDS_OF_OPEN = `SELECT rowid FROM matter_text WHERE matter_text MATCH ? AND rowid >= coalesce((${OPEN_ROWS} 1 OFFSET ${OLD}), ${Number.MAX_SAFE_INTEGER})
  UNION ALL SELECT t.rowid FROM (${OPEN_ROWS} ${OLD}) o CROSS JOIN matter_text t WHERE t.matter_text MATCH ? AND t.rowid = o.row_no`;
const WORDS_OF_ALL = 'SELECT rowid FROM matter_text WHERE matter_text MATCH ?';

/** A number as it was typed, wide digits included, or words; what holds neither a letter nor a digit is in no matter. */
function words({ text, life }: MatterFilter): Condition[] {
  const typed = text.normalize('NFKC');
  if (/^\d{4,}-?\d*$/.test(typed)) return [plain('m.number >= ? AND m.number < ?', [typed, `${typed}\u{10FFFF}`])];
  const phrase = phraseOf(typed);
  if (phrase === '') return text === '' ? [] : [plain('m.row_no < 0')];
  return [life === 'open' ? plain(`m.row_no IN (${WORDS_OF_OPEN})`, [phrase, phrase]) : plain(`m.row_no IN (${WORDS_OF_ALL})`, [phrase])];
}

/** `overdueBefore`: the first day that is not overdue enough, reckoned from the filter's working days. */
export function matterCondition(actor: Actor, filter: MatterFilter, overdueBefore: string | null): Condition {
  const day = (column: string, sign: string, value: string | null): Condition[] => (value === null ? [] : [plain(`m.${column} ${sign} ?`, [value])]);
  const among = (column: string, values: readonly string[]): Condition[] => (values.length === 0 ? [] : [isIn(`m.${column}`, values)]);
  return allOf([
    ...LIVES[filter.life],
    ...(filter.life === 'open' || filter.life === 'draft' ? [] : [plain('m.reported_on IS NOT NULL')]),
    ...mattersInScope(actor),
    ...words(filter),
    ...among('state', filter.states),
    ...among('kind', filter.kinds),
    ...among('channel', filter.channels),
    ...among('grid_id', filter.gridIds),
    ...(filter.withoutGrid ? [plain('m.grid_id IS NULL')] : []),
    ...among('station', filter.stations),
    ...among('unit_id', filter.unitIds),
    ...among('owner_id', filter.ownerIds),
    ...(filter.mine ? [plain('m.owner_id = ?', [actor.userId])] : []),
    ...among('card', filter.cards),
    ...among('level', filter.levels),
    ...(overdueBefore === null ? [] : [plain('m.open = 1'), plain("coalesce(m.due_on, '9999-12-31') < ?", [overdueBefore])]),
    ...(filter.dueUntil === null ? [] : [plain("coalesce(m.due_on, '9999-12-31') <= ?", [filter.dueUntil])]),
    ...(filter.untouched ? [plain('m.open = 1 AND m.touched_at IS NULL')] : []),
    ...(filter.mark === null ? [] : [plain(MARKS[filter.mark])]),
    ...(filter.personId === null ? [] : [plain('m.person_id = ?', [filter.personId])]),
    ...day('reported_on', '>=', filter.reportedFrom),
    ...day('reported_on', '<=', filter.reportedUntil),
    ...day('ended_on', '>=', filter.endedFrom),
    ...day('ended_on', '<=', filter.endedUntil),
    ...(filter.figure === null ? [] : [plain(FIGURES[filter.figure])]),
    ...(filter.departmentId === null ? [] : [plain("m.unit_kind = 'department' AND m.unit_id = ?", [filter.departmentId])]),
  ]);
}
