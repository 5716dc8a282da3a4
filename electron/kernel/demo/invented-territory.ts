import type { Work } from '#electron/database/unit-of-work.ts';
import { levelOf } from '#shared/modules/grid/territory/organisation-code.rules.ts';
import { communityNames, districtName, subDistrictNames } from './names/communities.ts';
import { city, DISTRICT_CODE, province } from './names/regions.ts';

const number3 = (index: number): string => String(index + 1).padStart(3, '0');
const perSubDistrict = Math.ceil(communityNames.length / subDistrictNames.length);

/** The 12-digit code of a community of the invented district, by its place in the list of names. */
export const communityCode = (index: number): string => DISTRICT_CODE + number3(Math.floor(index / perSubDistrict)) + number3(index % perSubDistrict);

export type Community = { readonly index: number; readonly id: string; readonly code: string; readonly name: string; readonly stem: string };
export type Territory = {
  /** In the order of the names; the station's own comes first and keeps its id and its name. */
  readonly communities: readonly Community[];
  /** Ids of the nodes that were inserted. */
  readonly nodeIds: readonly string[];
};

/** Writes the invented province, city, district, sub-districts and communities, and gives the station's own community the first place among them. */
export function writeTerritory(work: Work, now: string): Territory {
  const nodeIds: string[] = [];
  const put = (parentId: string | null, code: string, name: string, sortNo: number): string => {
    const id = work.clock.newId();
    work.organisations.insert({ id, communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, parentId, code, name, level: levelOf(code, 0), sortNo, problem: null, own: false, importBatchId: null });
    nodeIds.push(id);
    return id;
  };
  const own = work.organisations.own();
  if (!own) throw new Error('the station has no community of its own');
  const district = put(put(put(null, province.code, province.name, 1), city.code, city.name, 1), DISTRICT_CODE, districtName, 1);
  const subDistricts = subDistrictNames.map((name, index) => put(district, DISTRICT_CODE + number3(index), name, index + 1));
  const communities = communityNames.map((name, index): Community => {
    const parentId = subDistricts[Math.floor(index / perSubDistrict)] ?? null;
    const sortNo = (index % perSubDistrict) + 1;
    const code = communityCode(index);
    const stem = name.replace('社区', '');
    if (index > 0) return { index, id: put(parentId, code, name, sortNo), code, name, stem };
    work.organisations.replace({ ...own, parentId, code, sortNo, version: own.version + 1, updatedAt: now });
    return { index, id: own.id, code, name: own.name, stem };
  });
  return { communities, nodeIds };
}
