import type { z } from 'zod';
import type { dwellingChangeSchema, DwellingDraft, DwellingSheet } from '#shared/modules/grid/register/dwelling.schema.ts';
import { centiaresOf, squareMetresOf } from './area.ts';

/** A dwelling as typed: figures as the number fields hold them, the area in square metres, the owner's phone empty unless typed anew. */
export type DwellingValues = Omit<DwellingDraft, 'areaCentiares' | 'rooms' | 'builtYear'> & {
  areaCentiares: number | string;
  rooms: number | string;
  builtYear: number | string;
  dropOwnerPhone: boolean;
};

export const emptyDwelling: DwellingValues = {
  dwellingNo: '', address: '', certificateAddress: '', estate: '', building: '', unit: '', floor: '', room: '', areaCentiares: '', rooms: '', use: '', structure: '', category: '',
  ownerName: '', ownerPhone: '', builtYear: '', gridId: null, note: '', dropOwnerPhone: false,
};

/** The next dwelling after one was saved: the next door of the same house. */
export const nextDwelling = ({ address, certificateAddress, estate, building, unit, floor, use, structure, category, builtYear, gridId }: DwellingValues): DwellingValues => ({
  ...emptyDwelling, address, certificateAddress, estate, building, unit, floor, use, structure, category, builtYear, gridId,
});

export function valuesOf(dwelling: DwellingSheet): DwellingValues {
  const { dwellingNo, address, certificateAddress, estate, building, unit, floor, room, use, structure, category, ownerName, gridId, note } = dwelling;
  return {
    dwellingNo, address, certificateAddress, estate, building, unit, floor, room, use, structure, category, ownerName, gridId, note,
    areaCentiares: squareMetresOf(dwelling.areaCentiares),
    rooms: dwelling.rooms ?? '',
    builtYear: dwelling.builtYear ?? '',
    ownerPhone: '',
    dropOwnerPhone: false,
  };
}

const figureOf = (typed: number | string): number | null => (typed === '' ? null : Number(typed));

export function draftOf({ dropOwnerPhone: _drop, areaCentiares, rooms, builtYear, ...values }: DwellingValues): DwellingDraft {
  return { ...values, areaCentiares: centiaresOf(areaCentiares), rooms: figureOf(rooms), builtYear: figureOf(builtYear) };
}

/** The owner's phone is left out unless it was typed anew or dropped. */
export function changeOf({ id, version }: Pick<DwellingSheet, 'id' | 'version'>, values: DwellingValues): z.output<typeof dwellingChangeSchema> {
  const { ownerPhone, ...draft } = draftOf(values);
  const isSaid = values.dropOwnerPhone || ownerPhone.trim() !== '';
  return { ...draft, id, version, ...(isSaid && { ownerPhone: values.dropOwnerPhone ? '' : ownerPhone }) };
}
