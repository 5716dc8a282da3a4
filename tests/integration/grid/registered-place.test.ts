import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
beforeEach(async () => void (desk = await openWorkstation()));
afterEach(() => desk.close());

const place = (division: string) => desk.done('grid.findRegisteredPlace', { division });
function node(id: number, parent: number | null, code: string, name: string, level: string): void {
  const uuid = (n: number) => `019c0000-0000-7000-a000-${String(n).padStart(12, '0')}`;
  desk.sqlite()
    .prepare("INSERT INTO organisation (id, community_id, version, created_at, updated_at, parent_id, code, name, name_py, initials, level, sort_no, own) VALUES (?, ?, 1, '2026-03-02T01:00:00.000Z', '2026-03-02T01:00:00.000Z', ?, ?, ?, '', '', ?, 0, 0)")
    .run(uuid(id), '019c0000-0000-7000-8000-00000000c001', parent === null ? null : uuid(parent), code, name, level);
}

describe('the place a number names', () => {
  it('is the province while nothing else is known', async () => {
    expect(await place('330102')).toEqual({ place: '浙江省' });
    expect(await place('990102')).toEqual({ place: '' });
  });
  it('is the district with all above it when the tree of organisations has it, else the city', async () => {
    node(1, null, '33', '浙江', 'province');
    node(2, 1, '3301', '杭州市', 'city');
    node(3, 2, '330102', '上城区', 'district');
    expect(await place('330102')).toEqual({ place: '浙江省杭州市上城区' });
    expect(await place('330199')).toEqual({ place: '浙江省杭州市' });
    expect(await place('340102')).toEqual({ place: '安徽省' });
  });
  it('takes nothing but six digits', async () => expect(await desk.refused('grid.findRegisteredPlace', { division: "33'102" })).toBe('validation/failed'));
});
