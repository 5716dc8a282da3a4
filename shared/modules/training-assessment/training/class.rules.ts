import type { ClassState } from './class.schema.ts';

/** Which state of a class may follow which (domain.md 3.3). A finished class opens again only by a supervisor's reasoned decision. */
const follows: Readonly<Record<ClassState, readonly ClassState[]>> = { planned: ['running', 'cancelled'], running: ['finished', 'cancelled'], finished: ['running'], cancelled: ['planned'] };
export const mayFollow = (from: ClassState, to: ClassState): boolean => follows[from].includes(to);

/** Whether anything of a class may still change; results are computed and locked when it finishes. */
export const isOpenClass = (state: ClassState): boolean => state === 'planned' || state === 'running';

/** Attendance must be kept within so many days after a session (domain.md 3.3: a reminder goes to the training officer after three days). */
export const KEPT_WITHIN_DAYS = 3;

/** Hours in tenths as people write them: 15 → "1.5". */
export const hoursText = (tenths: number): string => (tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1));

type Hours = { readonly from: string; readonly until: string };
/** Whether two times of one day overlap; one that begins when the other ends does not. */
export const doOverlap = (a: Hours, b: Hours): boolean => a.from < b.until && b.from < a.until;
