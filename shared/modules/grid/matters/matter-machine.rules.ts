import type { Role } from '#shared/contract/roles.ts';

/**
 * The life of a matter as data: the seven steps of city management (采集→立案→派遣→处理→反馈→核查结案→评价, GB/T 30428) joined with the states of the
 * provincial platforms (待受理 110, 办理中 120, 待核查 800, 返工 900, 办结 1000, 备案 1100), as `domain.md` 3.1 sets them out.
 */
export const matterStates = [
  'draft', 'reported', 'accepted', 'filed', 'dispatched', 'handling', 'suspended', 'to-verify', 'rework',
  'closed', 'recorded', 'rated', 'not-filed', 'returned', 'merged', 'void', 'archived',
] as const;
export type MatterState = (typeof matterStates)[number];

/** What runs while a matter is in a state: which limit counts, or why none does. */
export const clockKinds = ['accept', 'handle', 'verify'] as const;
export type ClockKind = (typeof clockKinds)[number];
export type RunningClock = ClockKind | 'stopped' | 'none';

export const CLOCK_OF: Readonly<Record<MatterState, RunningClock>> = {
  draft: 'none', reported: 'accept', accepted: 'accept', filed: 'accept', dispatched: 'accept', handling: 'handle', suspended: 'stopped', 'to-verify': 'verify', rework: 'handle',
  closed: 'none', recorded: 'none', rated: 'none', 'not-filed': 'none', returned: 'none', merged: 'none', void: 'none', archived: 'none',
};

/** Somebody still has to do something. */
export const OPEN_STATES = ['reported', 'accepted', 'filed', 'dispatched', 'handling', 'suspended', 'to-verify', 'rework'] as const satisfies readonly MatterState[];
export const ENDED_STATES = ['closed', 'recorded', 'rated', 'not-filed', 'returned', 'merged', 'void', 'archived'] as const satisfies readonly MatterState[];
const open: ReadonlySet<MatterState> = new Set(OPEN_STATES);
export const isOpen = (state: MatterState): boolean => open.has(state);

/** What a move must say before it is taken; main refuses a move that lacks it. */
export type Asked = 'reason' | 'result' | 'unit' | 'others' | 'into' | 'days' | 'until' | 'rating' | 'card' | 'owner';
/** What must hold besides the state; the service asks it of the record. */
export type Guard = 'unit-returns-once' | 'joint-after-returns' | 'direct-subordinate' | 'direct-superior' | 'not-own-work' | 'extension-asked' | 'no-extension-asked' | 'card-rises' | 'has-card' | 'within-reopen';

type Move = {
  readonly from: readonly MatterState[];
  /** `same`: the matter stays where it is and its clock runs on. */
  readonly to: MatterState | 'same';
  readonly roles: readonly Role[];
  readonly asks: readonly Asked[];
  readonly guards: readonly Guard[];
};

const DESK = ['clerk', 'supervisor'] as const;
const HEAD = ['supervisor'] as const;

export const MATTER_MOVES = {
  submit: { from: ['draft'], to: 'reported', roles: DESK, asks: [], guards: [] },
  accept: { from: ['reported'], to: 'accepted', roles: DESK, asks: [], guards: [] },
  /** Not of this community: whoever brought it is told where to go. */
  refer: { from: ['reported'], to: 'returned', roles: DESK, asks: ['reason'], guards: [] },
  merge: { from: ['reported', 'accepted', 'filed'], to: 'merged', roles: DESK, asks: ['into'], guards: [] },
  void: { from: ['reported', 'accepted', 'filed', 'dispatched', 'handling', 'rework'], to: 'void', roles: DESK, asks: ['reason'], guards: [] },
  /** A void matter is never gone: it goes back to the desk as it was brought. */
  restore: { from: ['void'], to: 'reported', roles: HEAD, asks: ['reason'], guards: [] },
  /** Solved on the spot, only put on record (自办自结, 备案). */
  record: { from: ['accepted'], to: 'recorded', roles: DESK, asks: ['result'], guards: [] },
  file: { from: ['accepted'], to: 'filed', roles: DESK, asks: [], guards: [] },
  'refuse-filing': { from: ['accepted'], to: 'not-filed', roles: DESK, asks: ['reason'], guards: [] },
  dispatch: { from: ['filed'], to: 'dispatched', roles: DESK, asks: ['unit'], guards: ['joint-after-returns'] },
  /** Several units under one that leads; the reason is what the meeting agreed. */
  join: { from: ['filed', 'handling'], to: 'dispatched', roles: HEAD, asks: ['unit', 'others', 'reason'], guards: [] },
  'report-up': { from: ['filed', 'handling'], to: 'dispatched', roles: DESK, asks: ['reason'], guards: ['direct-superior'] },
  assign: { from: ['handling'], to: 'dispatched', roles: DESK, asks: ['unit'], guards: ['direct-subordinate'] },
  sign: { from: ['dispatched'], to: 'handling', roles: DESK, asks: [], guards: [] },
  return: { from: ['dispatched', 'handling'], to: 'filed', roles: DESK, asks: ['reason'], guards: ['unit-returns-once'] },
  note: { from: ['accepted', 'filed', 'dispatched', 'handling', 'suspended', 'to-verify', 'rework'], to: 'same', roles: DESK, asks: ['reason'], guards: [] },
  take: { from: ['reported', 'accepted', 'filed', 'dispatched', 'handling', 'to-verify', 'rework'], to: 'same', roles: DESK, asks: [], guards: [] },
  'hand-over': { from: ['reported', 'accepted', 'filed', 'dispatched', 'handling', 'suspended', 'to-verify', 'rework'], to: 'same', roles: DESK, asks: ['owner'], guards: [] },
  'ask-extension': { from: ['handling'], to: 'same', roles: DESK, asks: ['days', 'reason'], guards: ['no-extension-asked'] },
  'grant-extension': { from: ['handling'], to: 'same', roles: HEAD, asks: ['days'], guards: ['extension-asked'] },
  'refuse-extension': { from: ['handling'], to: 'same', roles: HEAD, asks: ['reason'], guards: ['extension-asked'] },
  suspend: { from: ['handling'], to: 'suspended', roles: HEAD, asks: ['reason', 'until'], guards: [] },
  resume: { from: ['suspended'], to: 'handling', roles: DESK, asks: [], guards: [] },
  done: { from: ['handling'], to: 'to-verify', roles: DESK, asks: ['result'], guards: [] },
  pass: { from: ['to-verify'], to: 'closed', roles: DESK, asks: [], guards: ['not-own-work'] },
  fail: { from: ['to-verify'], to: 'rework', roles: DESK, asks: ['reason'], guards: ['not-own-work'] },
  redo: { from: ['rework'], to: 'handling', roles: DESK, asks: [], guards: [] },
  rate: { from: ['closed', 'recorded'], to: 'rated', roles: DESK, asks: ['rating'], guards: [] },
  reopen: { from: ['closed', 'recorded', 'rated', 'not-filed'], to: 'filed', roles: DESK, asks: ['reason'], guards: ['within-reopen'] },
  archive: { from: ['closed', 'recorded', 'rated', 'not-filed', 'returned', 'merged'], to: 'archived', roles: HEAD, asks: [], guards: [] },
  urge: { from: ['reported', 'accepted', 'filed', 'dispatched', 'handling', 'to-verify', 'rework'], to: 'same', roles: DESK, asks: [], guards: [] },
  supervise: { from: ['reported', 'accepted', 'filed', 'dispatched', 'handling', 'suspended', 'to-verify', 'rework'], to: 'same', roles: HEAD, asks: ['card', 'reason'], guards: ['card-rises'] },
  'lift-card': { from: ['reported', 'accepted', 'filed', 'dispatched', 'handling', 'suspended', 'to-verify', 'rework'], to: 'same', roles: HEAD, asks: ['reason'], guards: ['has-card'] },
  /** The sheet for the sub-district (督办单) was printed and sent. */
  escalate: { from: ['dispatched', 'handling', 'rework'], to: 'same', roles: HEAD, asks: ['reason'], guards: ['has-card'] },
} as const satisfies Readonly<Record<string, Move>>;

export type MatterMove = keyof typeof MATTER_MOVES;
export const matterMoves = Object.keys(MATTER_MOVES) as MatterMove[]; // own keys of the literal above
/** The moves that lead out of a state, and where a move leads: what is not among them does not compile. */
export type MoveFrom<S extends MatterState> = { [M in MatterMove]: S extends (typeof MATTER_MOVES)[M]['from'][number] ? M : never }[MatterMove];
export type Reached<S extends MatterState, M extends MatterMove> = (typeof MATTER_MOVES)[M]['to'] extends 'same' ? S : Exclude<(typeof MATTER_MOVES)[M]['to'], 'same'>;

const moveOf = (move: MatterMove): Move => MATTER_MOVES[move];

/** The state a move leads to, for a state known while the program is written. */
export const reached = <S extends MatterState, M extends MoveFrom<S>>(state: S, move: M): Reached<S, M> => stateAfter(state, move) as Reached<S, M>; // the same table says both

/** The state a move leads to, or null where the machine has no such move. */
export function stateAfter(state: MatterState, move: MatterMove): MatterState | null {
  const { from, to } = moveOf(move);
  return from.includes(state) ? (to === 'same' ? state : to) : null;
}

export const asksOf = (move: MatterMove): readonly Asked[] => moveOf(move).asks;
export const guardsOf = (move: MatterMove): readonly Guard[] => moveOf(move).guards;
export const mayMove = (roles: readonly Role[], move: MatterMove): boolean => moveOf(move).roles.some((role) => roles.includes(role));
/** Every move that leads out of a state for somebody with these roles, in the order of the machine. */
export const movesFrom = (state: MatterState, roles: readonly Role[]): MatterMove[] => matterMoves.filter((move) => stateAfter(state, move) !== null && mayMove(roles, move));

/** The way an ordinary matter goes from a state on; what the strip shows as still ahead. */
const AHEAD: Readonly<Partial<Record<MatterState, readonly MatterState[]>>> = {
  draft: ['reported', 'accepted', 'filed', 'dispatched', 'handling', 'to-verify', 'closed', 'rated'],
  reported: ['accepted', 'filed', 'dispatched', 'handling', 'to-verify', 'closed', 'rated'],
  accepted: ['filed', 'dispatched', 'handling', 'to-verify', 'closed', 'rated'],
  filed: ['dispatched', 'handling', 'to-verify', 'closed', 'rated'],
  dispatched: ['handling', 'to-verify', 'closed', 'rated'],
  handling: ['to-verify', 'closed', 'rated'],
  suspended: ['handling', 'to-verify', 'closed', 'rated'],
  'to-verify': ['closed', 'rated'],
  rework: ['handling', 'to-verify', 'closed', 'rated'],
  closed: ['rated'],
  recorded: ['rated'],
};
export const statesAhead = (state: MatterState): readonly MatterState[] => AHEAD[state] ?? [];

export const cards = ['none', 'ordinary', 'yellow', 'red'] as const;
export type Card = (typeof cards)[number];
/** A card only rises: red is never lowered to yellow, nor yellow to ordinary; it can only be lifted. */
export const cardRises = (from: Card, to: Card): boolean => cards.indexOf(to) > cards.indexOf(from);

/** Units by their level: a grid, a station or department, a centre, the sub-district. */
export const unitKinds = ['grid', 'station', 'department', 'centre', 'superior'] as const;
export type UnitKind = (typeof unitKinds)[number];
export const LEVEL_OF: Readonly<Record<UnitKind, number>> = { grid: 1, station: 2, department: 2, centre: 3, superior: 4 };
export const isDirectlyBelow = (unit: UnitKind, above: UnitKind): boolean => LEVEL_OF[above] - LEVEL_OF[unit] === 1;

/** Points of the two-way assessment for what a unit did with a matter (defaults of a provincial platform, `domain.md` 3.1). */
export const MARK_POINTS = { urged: 0, yellow: -5, red: -10, returned: 0, rework: 0, late: 0, 'on-time': 1, escalated: 0 } as const;
export type MarkKind = keyof typeof MARK_POINTS;
export const markKinds = Object.keys(MARK_POINTS) as MarkKind[]; // own keys of the literal above
