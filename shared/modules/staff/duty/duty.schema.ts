import { z } from 'zod';
import { dayText, sortBy, versionedShape } from '#shared/contract/list.ts';

export const monthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** One day at the desk: somebody, and somebody else behind. */
export const dutyDaySchema = z.strictObject({ on: dayText, memberId: z.uuid(), backupId: z.uuid(), note: z.string().trim().max(100) });
export type DutyDay = z.infer<typeof dutyDaySchema>;
export const rosterDraftSchema = z.strictObject({ month: monthText, /** 0: the month has no roster yet. */ version: z.int().min(0), days: z.array(dutyDaySchema).max(62), note: z.string().trim().max(300) });
export type RosterDraft = z.infer<typeof rosterDraftSchema>;
export const dutyPersonSchema = z.strictObject({ id: z.uuid(), name: z.string(), phone: z.string(), leftOn: dayText.nullable() });
export const rosterSchema = z.strictObject({
  month: monthText,
  /** Null while the month has none. */
  id: z.uuid().nullable(),
  version: z.int(),
  days: z.array(dutyDaySchema),
  note: z.string(),
  /** Everybody named in it. */
  people: z.array(dutyPersonSchema),
  /** Days on which nobody could keep the desk: not filled, or the person and the backup have left. */
  uncovered: z.array(dayText),
});
export type Roster = z.infer<typeof rosterSchema>;

const teamShape = {
  name: z.string().trim().min(1).max(40),
  /** Table `team-kind`. */
  kind: z.string().trim().min(1).max(20),
  leaderId: z.uuid().nullable(),
  memberIds: z.array(z.uuid()).max(500),
  skills: z.array(z.string().trim().min(1).max(20)).max(20),
  foundedOn: dayText.nullable(),
  note: z.string().trim().max(300),
};
export const teamDraftSchema = z.strictObject(teamShape);
export type TeamDraft = z.infer<typeof teamDraftSchema>;
export const teamChangeSchema = z.strictObject({ ...versionedShape, ...teamShape });
export const teamRowSchema = z.strictObject({ ...versionedShape, ...teamShape, leaderName: z.string(), memberNames: z.array(z.string()), tasks: z.int(), openTasks: z.int(), /** Minutes worked in the last 365 days. */ minutes: z.int() });
export type TeamRow = z.infer<typeof teamRowSchema>;
export const teamSortSchema = sortBy(['name', 'kind', 'tasks', 'minutes'], 'name');

const taskShape = {
  teamId: z.uuid(),
  givenOn: dayText,
  doneOn: dayText.nullable(),
  task: z.string().trim().min(1).max(200),
  people: z.int().min(0).max(10_000),
  /** Of all people together. */
  minutes: z.int().min(0).max(10_000_000),
  result: z.string().trim().max(300),
  /** Number of the matter the team was called to; empty where it was none. */
  matterNo: z.string().trim().max(20),
};
const inOrder = ({ givenOn, doneOn }: { readonly givenOn: string; readonly doneOn: string | null }): boolean => doneOn === null || givenOn <= doneOn;
export const taskDraftSchema = z.strictObject(taskShape).refine(inOrder, { path: ['doneOn'] });
export const taskChangeSchema = z.strictObject({ ...versionedShape, ...taskShape }).refine(inOrder, { path: ['doneOn'] });
export const taskRowSchema = z.strictObject({ ...versionedShape, ...taskShape, /** Null where it names none, or one that is not this person's to see. */ matterId: z.string().nullable() });
export type TaskRow = z.infer<typeof taskRowSchema>;
/** What a year's matters owe to the teams: those settled, and among them those that a team did something for. */
export const teamMattersSchema = z.strictObject({ settled: z.int(), matters: z.array(z.strictObject({ id: z.string(), number: z.string(), subject: z.string(), endedOn: dayText, teams: z.array(z.string()) })) });
export type TeamMatters = z.infer<typeof teamMattersSchema>;
