import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';
import { matterMoves, matterStates } from '../matters/matter-machine.rules.ts';
import { unitRefSchema } from '../matters/matter.schema.ts';
import { namesOneLead } from './command-board.rules.ts';
import { onDutySchema } from '../service-desk/desk-visit.schema.ts';

const text = (max: number) => z.string().trim().max(max);
const namedUnit = unitRefSchema.extend({ name: z.string() });

export const meetingDraftSchema = z
  .strictObject({
    /** The matters the meeting settles, each as it was seen. */
    matters: z.array(z.strictObject(versionedShape)).min(1).max(20),
    heldOn: dayText,
    place: text(100),
    present: z.array(text(80).min(1)).min(2).max(60),
    minutes: text(3000).min(2),
    lead: unitRefSchema,
    others: z.array(unitRefSchema).min(1).max(20),
  })
  .refine(({ lead, others }) => namesOneLead(lead, others), { path: ['others'] });
export type MeetingDraft = z.infer<typeof meetingDraftSchema>;

export const meetingRowSchema = z.strictObject({
  ...versionedShape,
  no: z.string(),
  heldOn: dayText,
  place: z.string(),
  present: z.array(z.string()),
  minutes: z.string(),
  lead: namedUnit,
  others: z.array(namedUnit),
  /** Those of its matters that the reader may see. */
  matters: z.array(z.strictObject({ id: z.uuid(), number: z.string(), subject: z.string(), state: z.enum(matterStates) })),
  recordedBy: z.string(),
  updatedAt: instantText,
});
export type MeetingRow = z.infer<typeof meetingRowSchema>;
export const meetingFilterSchema = z.strictObject({ text: text(60).default(''), from: dayText.nullable().default(null), until: dayText.nullable().default(null) });
export type MeetingFilter = z.output<typeof meetingFilterSchema>;
export const meetingSortSchema = sortBy(['heldOn', 'no'], 'heldOn');

/** How the desk stands at this moment. */
export const commandDeskSchema = z.strictObject({
  onDuty: onDutySchema.nullable(),
  open: z.int(),
  overdue: z.int(),
  redCards: z.int(),
  untouched: z.int(),
  reportedToday: z.int(),
  endedToday: z.int(),
  visitorsWaiting: z.int(),
  emergencies: z.array(z.strictObject({ id: z.uuid(), title: z.string(), isDrill: z.boolean(), late: z.int() })),
});
export type CommandDesk = z.infer<typeof commandDeskSchema>;

export const commandEventSchema = z.strictObject({ id: z.string(), matterId: z.uuid(), number: z.string(), subject: z.string(), move: z.enum(matterMoves), fromState: z.enum(matterStates), toState: z.enum(matterStates), at: instantText, by: z.string(), toUnit: namedUnit, said: z.string() });
export type CommandEvent = z.infer<typeof commandEventSchema>;
