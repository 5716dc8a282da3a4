import type { z } from 'zod';
import { asksOf, type Card, type MatterMove } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import type { matterMoveInputSchema } from '#shared/modules/grid/matters/matter-move.schema.ts';
import type { MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import { unitOf } from '../matter-words.ts';

export type MoveValues = { text: string; unit: string | null; others: string[]; intoId: string | null; days: number | null; until: string | null; rating: number | null; card: Card | null; ownerId: string | null };
export type MoveCall = z.input<typeof matterMoveInputSchema>;

/** What a step begins with: an extension is granted as it was asked for, a card is the next one up. */
export const firstValues = (matter: MatterSheet): MoveValues => ({ text: '', unit: null, others: [], intoId: null, days: matter.askedDays > 0 ? matter.askedDays : null, until: null, rating: 3, card: matter.card === 'none' ? 'ordinary' : matter.card === 'ordinary' ? 'yellow' : 'red', ownerId: null });

/** The call of a step with what it asks for and nothing else; what is missing is found by main's own schema. */
export function callOf({ id, version }: Pick<MatterSheet, 'id' | 'version'>, move: MatterMove, values: MoveValues): MoveCall {
  const asks = new Set(asksOf(move));
  const input = {
    id, version, move, text: values.text,
    ...(asks.has('unit') && { unit: unitOf(values.unit) }),
    ...(asks.has('others') && { others: values.others.map(unitOf) }),
    ...(asks.has('into') && { intoId: values.intoId }),
    ...(asks.has('days') && { days: values.days }),
    ...(asks.has('until') && { until: values.until }),
    ...(asks.has('rating') && { rating: values.rating }),
    ...(asks.has('card') && { card: values.card }),
    ...(asks.has('owner') && { ownerId: values.ownerId }),
  };
  return input as MoveCall; // unfinished while it is typed; the schema decides
}

/** Steps that are taken at once, because they ask for nothing. */
export const isPlain = (move: MatterMove): boolean => asksOf(move).length === 0;
