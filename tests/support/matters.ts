import type { MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import type { Workstation } from './workstation.ts';

/** A matter as somebody types it at the desk. */
export const matterDraft = (values: Readonly<Record<string, unknown>> = {}) => ({
  subject: '楼道路灯不亮', content: '三单元二楼路灯坏了一周', kind: 'lighting', channel: 'desk', level: 'general', scale: 'individual', peopleCount: null, amountFen: null, occurredOn: null, place: '柳荫街12号', gridId: null, buildingId: null,
  dwellingId: null, personId: null, partyName: '贾涛一', partyPhone: '13800001234', fromUnit: null, submit: true, ...values,
});

export const department = (values: Readonly<Record<string, unknown>> = {}) => ({ kind: 'department', name: '城市管理局', contact: '', contactPhone: '', address: '', duty: '', agreementNo: '', agreementFrom: null, agreementUntil: null, gridIds: [], isActive: true, note: '', ...values });

/** Takes steps one after another, each from the state the last one left; answers the sheet after the last. */
export async function walk(desk: Workstation, matter: MatterSheet, ...steps: readonly Readonly<Record<string, unknown>>[]): Promise<MatterSheet> {
  let now = matter;
  for (const step of steps) now = await desk.done<MatterSheet>('grid.moveMatter', { id: now.id, version: now.version, text: '', ...step });
  return now;
}
