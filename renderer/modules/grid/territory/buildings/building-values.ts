import type { z } from 'zod';
import type { Building, buildingChangeSchema, BuildingDraft } from '#shared/modules/grid/territory/buildings/building.schema.ts';

/** A building as typed: figures as the number fields hold them, its place in degrees. */
export type BuildingValues = Omit<BuildingDraft, 'floors' | 'units' | 'lngMicro' | 'latMicro'> & { floors: number | string; units: number | string; lngMicro: number | string; latMicro: number | string };

export const emptyBuilding: BuildingValues = { estateId: null, name: '', address: '', floors: '', units: '', headName: '', headSex: '0', headBirthOn: null, headPolitical: '', headEducation: '', headPhone: '', lngMicro: '', latMicro: '', note: '', gridId: null };

const MICRO = 1_000_000;
const degrees = (micro: number | null): number | string => (micro === null ? '' : micro / MICRO);
const figureOf = (typed: number | string): number | null => (typed === '' ? null : Number(typed));
const microOf = (typed: number | string): number | null => (typed === '' ? null : Math.round(Number(typed) * MICRO));

/** A building's place as people write it: longitude, latitude. */
export const pointText = ({ lngMicro, latMicro }: Pick<Building, 'lngMicro' | 'latMicro'>): string => (lngMicro === null || latMicro === null ? '' : `${lngMicro / MICRO}, ${latMicro / MICRO}`);

export function valuesOf({ estateId, name, address, floors, units, headName, headSex, headBirthOn, headPolitical, headEducation, headPhone, lngMicro, latMicro, note, gridId }: Building): BuildingValues {
  return { estateId, name, address, floors: floors ?? '', units: units ?? '', headName, headSex, headBirthOn, headPolitical, headEducation, headPhone, lngMicro: degrees(lngMicro), latMicro: degrees(latMicro), note, gridId };
}

export const draftOf = ({ floors, units, lngMicro, latMicro, ...values }: BuildingValues): BuildingDraft => ({ ...values, floors: figureOf(floors), units: figureOf(units), lngMicro: microOf(lngMicro), latMicro: microOf(latMicro) });

/** The grid is changed by moving the building. */
export function changeOf({ id, version }: Pick<Building, 'id' | 'version'>, values: BuildingValues): z.output<typeof buildingChangeSchema> {
  const { gridId: _grid, ...change } = draftOf(values);
  return { ...change, id, version };
}
