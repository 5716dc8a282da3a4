import { z } from 'zod';
import { dayText, HAS_WORDS, versionedShape } from '#shared/contract/list.ts';
import { cards } from './matter-machine.rules.ts';
import { unitRefSchema } from './matter.schema.ts';

const said = z.string().trim().max(1000).default('');
const mustSay = z.string().trim().min(1).max(1000).regex(HAS_WORDS);
const days = z.int().min(1).max(60);

/**
 * A move and what it asks for (`asksOf`): a move without its reason, its unit or its day is not even a call. `text` is the reason, the result,
 * the note, or what the meeting agreed.
 */
export const matterMoveInputSchema = z.discriminatedUnion('move', [
  z.strictObject({ ...versionedShape, move: z.enum(['submit', 'accept', 'file', 'sign', 'take', 'resume', 'pass', 'redo', 'archive', 'urge']), text: said }),
  z.strictObject({ ...versionedShape, move: z.enum(['refer', 'void', 'restore', 'refuse-filing', 'report-up', 'return', 'note', 'refuse-extension', 'fail', 'reopen', 'lift-card', 'escalate']), text: mustSay }),
  z.strictObject({ ...versionedShape, move: z.enum(['record', 'done']), text: mustSay }),
  z.strictObject({ ...versionedShape, move: z.enum(['dispatch', 'assign']), unit: unitRefSchema, text: said }),
  z.strictObject({ ...versionedShape, move: z.literal('join'), unit: unitRefSchema, others: z.array(unitRefSchema).min(1).max(20), text: mustSay }),
  z.strictObject({ ...versionedShape, move: z.literal('merge'), intoId: z.uuid(), text: said }),
  z.strictObject({ ...versionedShape, move: z.literal('ask-extension'), days, text: mustSay }),
  z.strictObject({ ...versionedShape, move: z.literal('grant-extension'), days, text: said }),
  z.strictObject({ ...versionedShape, move: z.literal('suspend'), until: dayText, text: mustSay }),
  z.strictObject({ ...versionedShape, move: z.literal('rate'), rating: z.int().min(1).max(3), text: said }),
  z.strictObject({ ...versionedShape, move: z.literal('supervise'), card: z.enum(cards).exclude(['none']), text: mustSay }),
  z.strictObject({ ...versionedShape, move: z.literal('hand-over'), ownerId: z.uuid(), text: said }),
]);
export type MatterMoveInput = z.output<typeof matterMoveInputSchema>;
