import { begun } from '#electron/database/record-store.ts';
import { localDay, type Work } from '#electron/database/unit-of-work.ts';
import type { DemoCommunity } from '#electron/kernel/demo/demo-writer.ts';
import { randomOfPart, type Random } from '#electron/kernel/demo/random.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { waitMinutesOf } from '#shared/modules/grid/service-desk/desk-visit.rules.ts';
import type { OpenPeriod } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';
import { personFilterSchema } from '#shared/modules/grid/register/person.schema.ts';

/** No other part of the community draws from this number. */
const PART = -70;
const DAYS = 42;
const MINUTE_MS = 60_000;
const STAFF = ['张磊', '王芳', '陈静', '刘洋'] as const;
const TOPICS = [
  ['certificate', '开居住证明'], ['certificate', '开亲属关系证明'], ['allowance', '咨询高龄津贴'], ['allowance', '申请低保'], ['insurance', '居民医保缴费'], ['housing', '楼道漏水'],
  ['dispute', '楼上装修吵闹'], ['employment', '失业登记'], ['elder', '老年优待证'], ['facility', '路灯不亮'], ['other', '借用活动室'],
] as const;
const RESULTS = ['answered', 'handled', 'accepted', 'handed-over', 'referred'] as const;
const WORKDAYS = [1, 2, 3, 4, 5];
const PERIODS: OpenPeriod[] = WORKDAYS.flatMap((weekday) => [{ weekday, opens: '08:30', closes: '12:00' }, { weekday, opens: '14:00', closes: '17:30' }]);

const at = (day: string, minutes: number): string => new Date(new Date(`${day}T00:00:00`).getTime() + minutes * MINUTE_MS).toISOString();

/** Six weeks at the desk, its hours and who is on duty for a fortnight. */
export function writeServiceDesk(work: Work, { seed, written }: DemoCommunity): void {
  const random = randomOfPart(seed, PART);
  const hours = { ...begun(work), periods: PERIODS, isOpenOnHolidays: false, note: '周六上午可电话预约' };
  work.deskHours.insert(hours);
  written('desk_hours', hours.id);
  const everybody = { ...work.actor, scope: 'all' as const };
  const people = work.persons.list(everybody, personFilterSchema.parse({ bornUntil: addDays(work.today, -365 * 30) }), { field: 'name', direction: 'asc' }, { offset: 0, limit: 200 });
  for (let back = DAYS; back >= 1; back -= 1) {
    const day = addDays(work.today, -back);
    if (!WORKDAYS.includes(new Date(`${day}T00:00:00`).getDay())) continue;
    const visits = random.between(3, 9);
    for (let no = 1; no <= visits; no += 1) writeVisit(work, random, { day, no, minute: 8 * 60 + 31 + (no - 1) * 22 + random.between(0, 15) }, people, written);
  }
  writeWaiting(work, people[0]?.name ?? '', written);
}

type Slot = { readonly day: string; readonly no: number; readonly minute: number };

function writeVisit(work: Work, random: Random, { day, no, minute }: Slot, people: readonly { readonly id: string; readonly name: string }[], written: DemoCommunity['written']): void {
  const person = random.pick(people);
  const [topic, content] = random.pick(TOPICS);
  const cameAt = at(day, minute);
  const servedAt = at(day, minute + random.between(0, 14));
  const visit = {
    ...begun(work), removedAt: null, cameOn: localDay(new Date(cameAt)), no, personId: random.chance(70) ? person.id : null, visitor: person.name, topic, content, cameAt, servedAt,
    leftAt: new Date(Date.parse(servedAt) + random.between(3, 25) * MINUTE_MS).toISOString(), handedTo: random.chance(35) ? random.pick(STAFF) : '', result: random.pick(RESULTS), isOutside: false, waitMinutes: waitMinutesOf({ cameAt, servedAt }),
  };
  work.deskVisits.insert(visit);
  written('desk_visit', visit.id);
}

/** Somebody has come a while ago and waits. */
function writeWaiting(work: Work, visitor: string, written: DemoCommunity['written']): void {
  const cameAt = new Date(work.clock.now().getTime() - 12 * MINUTE_MS).toISOString();
  const cameOn = localDay(new Date(cameAt));
  const visit = { ...begun(work), removedAt: null, cameOn, no: work.deskVisits.nextNo(cameOn), personId: null, visitor, topic: 'certificate', content: '开居住证明', cameAt, servedAt: null, leftAt: null, handedTo: '', result: '', isOutside: false, waitMinutes: null };
  work.deskVisits.insert(visit);
  written('desk_visit', visit.id);
}
