import type { Workstation } from './workstation.ts';

/** A grid as it is typed; the code follows the station's rule. */
export const gridDraft = (name: string, values: Record<string, unknown> = {}) => ({ name, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '', ...values });

export const memberDraft = (name: string, values: Record<string, unknown> = {}) => ({ name, phone: '13800000000', sex: '0', birthOn: null, idNumber: '', employment: 'full-time', political: '', education: '', registeredOn: null, gridId: null, note: '', ...values });

export const dwellingDraft = (address: string, values: Record<string, unknown> = {}) => ({
  dwellingNo: '', address, certificateAddress: '', estate: '清波苑', building: '1', unit: '1', floor: '', room: '', areaCentiares: null, rooms: null, use: '', structure: '', category: '', ownerName: '', ownerPhone: '', builtYear: null, gridId: null, note: '', ...values,
});

export const householdDraft = (registerNo: string, values: Record<string, unknown> = {}) => ({ registerNo, type: 'family', headId: null, homePhone: '', registeredAddress: '', dwellingId: null, gridId: null, isVacant: false, note: '', ...values });

export const personDraft = (name: string, values: Record<string, unknown> = {}) => ({
  name, formerName: '', reading: '', sex: '0', birthOn: null, idType: '', idNumber: '', ethnic: '', nativePlace: '', marital: '', political: '', education: '', occupation: '', workplace: '', phone: '', category: 'registered',
  registeredPlace: '', registeredAddress: '', presentAddress: '', livesWhereRegistered: null, gridId: null, householdId: null, relationToHead: '', dwellingId: null, note: '', ...values,
});

type Home = { readonly estate?: string; readonly building: string; readonly unit: string; readonly people: number };

/** Dwellings with a household and its people in each, in one grid; answers nothing, the rows are in the file. */
export async function settle(desk: Workstation, gridId: string, homes: readonly Home[]): Promise<void> {
  for (const [at, { people, ...where }] of homes.entries()) {
    const address = `${where.estate ?? '清波苑'}${where.building}幢${where.unit}单元${at + 101}室`;
    const { id: dwellingId } = await desk.done<{ id: string }>('grid.createDwelling', dwellingDraft(address, { ...where, gridId }));
    const { id: householdId } = await desk.done<{ id: string }>('grid.createHousehold', householdDraft(`${gridId.slice(-4)}${String(at)}`, { gridId, dwellingId }));
    for (let no = 0; no < people; no += 1) await desk.done('grid.createPerson', personDraft(`居民${String(no)}`, { gridId, householdId, dwellingId }));
  }
}
