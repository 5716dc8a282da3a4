import { countOf, type DemoFiller, type DemoTown, type FillSite } from '#electron/kernel/demo/demo-town.ts';
import { fairShare } from '#electron/kernel/demo/random.ts';
import { staffNumbers } from './demo-people.ts';
import { writeCityStaff } from './city-staff.ts';
import { writeTeam } from './staff.demo.ts';

/** Staff beside the responsible members of the grids: ten people a grid together with them (domain.md 6). */
const OTHERS = { 'sub-district': 1_170, city: 9_890 } as const;

/** Posts, people and appointments of every community of a town; the station's own community has the whole team of the demo. `staff` is their number beside the responsible members. */
export function fillStaff(site: FillSite, { seed, communities }: DemoTown, staff: number): void {
  const numbers = staffNumbers(seed);
  site.own((work, community) => writeTeam(work, community, numbers));
  const others = communities.slice(1);
  for (const [at, { id, index, gridIds }] of others.entries()) {
    site.step(at, others.length);
    const count = fairShare(staff, others.length, at);
    site.command({ staff: count }, (work) => writeCityStaff(work, seed, numbers, { id, index, gridIds, staff: count }));
  }
}

export const staffFiller: DemoFiller = { what: 'staff', fill: (site, town) => fillStaff(site, town, countOf(town, OTHERS)) };
