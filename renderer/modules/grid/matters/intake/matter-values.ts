import { matterChangeSchema, type MatterChange, type MatterDraft, type MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import { unitKey, unitOf } from '../matter-words.ts';

/** As typed: who handed it over is a choice, and whether it is brought at once. */
export type MatterValues = Omit<MatterDraft, 'fromUnit' | 'submit'> & { readonly fromUnit: string | null; readonly isDraft: boolean };

export const emptyMatter: MatterValues = {
  subject: '', content: '', kind: '', channel: 'desk', level: 'general', scale: 'individual', peopleCount: null, amountFen: null, occurredOn: null, place: '', gridId: null, buildingId: null, dwellingId: null, lngMicro: null, latMicro: null, personId: null, partyName: '', partyPhone: '', fromUnit: null, isDraft: false,
};

export const draftOf = ({ isDraft, fromUnit, ...values }: MatterValues): MatterDraft => ({ ...values, fromUnit: values.channel === 'department' || values.channel === 'superior' ? unitOf(fromUnit) : null, submit: !isDraft });

/** The sheet as a form shows it; the phone stays unless a new one is typed. */
export function valuesOf(matter: MatterSheet): MatterValues {
  const { subject, content, kind, channel, level, scale, peopleCount, amountFen, occurredOn, place, gridId, buildingId, dwellingId, lngMicro, latMicro, personId, partyName, originUnit } = matter;
  return { subject, content, kind, channel, level, scale, peopleCount, amountFen, occurredOn, place, gridId, buildingId, dwellingId, lngMicro, latMicro, personId, partyName, partyPhone: '', fromUnit: unitKey(originUnit), isDraft: false };
}

export function changeOf({ id, version }: Pick<MatterSheet, 'id' | 'version'>, { isDraft: _draft, fromUnit: _from, partyPhone, ...values }: MatterValues): MatterChange {
  return matterChangeSchema.parse({ id, version, ...values, ...(partyPhone.trim() === '' ? {} : { partyPhone }) });
}
