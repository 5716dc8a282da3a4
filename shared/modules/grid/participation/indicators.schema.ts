import { z } from 'zod';
import { dayText, sortBy } from '#shared/contract/list.ts';

export const takingPartKinds = ['activity', 'volunteering', 'seconding', 'deliberation', 'proposing'] as const;
/** One time that a resident took part: the rows behind the share and the repeat rate. */
export const takingPartSchema = z.strictObject({ id: z.string(), kind: z.enum(takingPartKinds), onDay: dayText, personName: z.string(), gridName: z.string(), what: z.string(), /** Confirmed minutes of a volunteer; nothing else is measured. */ minutes: z.int().nullable() });
export type TakingPart = z.infer<typeof takingPartSchema>;
export const takingPartFilterSchema = z.strictObject({
  kinds: z.array(z.enum(takingPartKinds)).default([]),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  from: dayText.nullable().default(null),
  until: dayText.nullable().default(null),
  /** Only residents who took part at least twice within the days. */
  repeated: z.boolean().default(false),
});
export type TakingPartFilter = z.infer<typeof takingPartFilterSchema>;
export const takingPartSortSchema = sortBy(['onDay'], 'onDay');

export const indicatorsInputSchema = z.strictObject({ from: dayText, until: dayText }).refine(({ from, until }) => from <= until, { path: ['until'] });
/** Indicators of domain.md 3.6 as numerator and denominator, so that each can be recounted over its rows. */
export const indicatorsSchema = z.strictObject({
  adults: z.int(),
  takingPart: z.int(),
  repeating: z.int(),
  demands: z.int(),
  demandsMet: z.int(),
  demandsOnTime: z.int(),
  demandsAnswered: z.int(),
  /** Matters that came in and were not void, and those of them that residents brought. */
  matters: z.int(),
  mattersRaised: z.int(),
  meanTrust: z.number().nullable(),
  trustAnswers: z.int(),
  knowsMember: z.int(),
  knowsMemberAsked: z.int(),
  partners: z.int(),
  activities: z.int(),
  volunteerMinutes: z.int(),
  byGrid: z.array(z.strictObject({ gridId: z.uuid(), gridName: z.string(), adults: z.int(), takingPart: z.int() })),
  needs: z.array(z.strictObject({ topic: z.string(), gridId: z.uuid().nullable(), gridName: z.string(), count: z.int() })),
});
export type Indicators = z.infer<typeof indicatorsSchema>;
