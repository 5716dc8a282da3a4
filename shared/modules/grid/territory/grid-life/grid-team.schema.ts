import { z } from 'zod';
import { dayText } from '#shared/contract/list.ts';

/** The table whose ten values are the places of a grid's 4+6 card. */
export const TEAM_TABLE = 'grid-team';

/** The four are staff with a work phone; the six are residents who help, of whom only the name is kept. */
export const isStaffPlace = (kind: string): boolean => kind.startsWith('four-');

/** Two of the six have no name in any source; a station names them in its code table before somebody is put there. */
export const namelessPlaces: readonly string[] = ['six-5', 'six-6'];

const slotShape = {
  name: z.string().trim().min(1).max(50),
  unit: z.string().trim().max(60),
  /** A work phone; empty for the six. */
  phone: z.string().trim().max(40),
  since: dayText.nullable(),
  note: z.string().trim().max(300),
};

export const slotDraftSchema = z.strictObject({
  gridId: z.uuid(),
  kind: z.string().max(20),
  /** 0: nobody is there yet. */
  version: z.int().min(0),
  ...slotShape,
});
export type SlotDraft = z.infer<typeof slotDraftSchema>;

export const slotSchema = z.strictObject({ id: z.uuid(), version: z.int(), kind: z.string(), ...slotShape, name: z.string() });
export type GridSlot = z.infer<typeof slotSchema>;

export const placeKindSchema = z.strictObject({ code: z.string(), zh: z.string(), en: z.string(), isStaff: z.boolean(), hasName: z.boolean() });
export const gridTeamSchema = z.strictObject({ gridId: z.uuid(), gridCode: z.string(), gridName: z.string(), slots: z.array(slotSchema) });
export type GridTeam = z.infer<typeof gridTeamSchema>;
