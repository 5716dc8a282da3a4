import { begun } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { DemoCommunity } from '#electron/kernel/demo/demo-writer.ts';
import { randomOfPart, type Random } from '#electron/kernel/demo/random.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';

/** No other part of the community draws from this number. */
const PART = -73;
const ASSIGNEES = ['张磊', '王芳', '陈静', '刘洋'] as const;
const ROUNDS = 6;
const PLACES = [
  { place: '地下车库', kind: 'fire', everyDays: 7, points: ['消防通道畅通', '灭火器压力正常', '无电动车飞线充电'], findings: ['通道停放两辆三轮车', '一具灭火器压力不足'] },
  { place: '电动车充电棚', kind: 'electric', everyDays: 7, points: ['线路无破损', '断电保护有效', '无杂物'], findings: ['插座面板松动', '堆放纸箱'] },
  { place: '配电间', kind: 'electric', everyDays: 30, points: ['门锁完好', '温度正常', '绝缘垫在位'], findings: ['门锁损坏'] },
  { place: '电梯', kind: 'lift', everyDays: 15, points: ['检验标志有效', '对讲有人应答'], findings: ['三单元电梯对讲无人应答'] },
  { place: '儿童游乐区', kind: 'facility', everyDays: 14, points: ['螺栓紧固', '地垫完好'], findings: ['滑梯扶手松动'] },
  { place: '沿街餐饮店', kind: 'gas', everyDays: 30, points: ['软管未老化', '报警器有电', '钢瓶未超期'], findings: ['燃气软管老化'] },
  { place: '河边步道', kind: 'water', everyDays: 30, points: ['警示牌在位', '救生圈在位', '护栏牢固'], findings: ['救生圈缺失一个'] },
] as const;
const THINGS = [
  ['extinguisher', '四公斤干粉灭火器', '楼道', '物业公司', 30],
  ['lift', '电梯年度检验', '电梯机房', '电梯维保公司', 45],
  ['licence', '食品经营许可证', '沿街餐饮店', '惠民小厨', 60],
  ['agreement', '文体活动室使用协议', '活动室', '舞蹈队', 30],
  ['insurance', '公众责任险', '社区居委会', '保险公司', 30],
  ['cylinder', '液化气钢瓶检验', '沿街餐饮店', '便民早餐店', 30],
] as const;

/** Places that are inspected in turn with half a year of visits, and things of which some are about to expire. */
export function writePrevention(work: Work, { seed, gridIds, written }: DemoCommunity): void {
  const random = randomOfPart(seed, PART);
  for (const [at, gridId] of gridIds.entries()) {
    for (const [turn, planned] of PLACES.entries()) if ((at + turn) % 2 === 0) writePlan(work, random, { ...planned, place: `第 ${at + 1} 网格${planned.place}`, gridId, assignee: ASSIGNEES[(at + turn) % ASSIGNEES.length] ?? '' }, written);
    for (const [kind, name, place, holder, remindDays] of THINGS) if (random.chance(60)) writeThing(work, { kind, name, place, holder, remindDays, gridId, expiresOn: addDays(work.today, random.between(-12, 330)) }, written);
  }
}

type Planned = { readonly place: string; readonly kind: string; readonly everyDays: number; readonly points: readonly string[]; readonly findings: readonly string[]; readonly gridId: string; readonly assignee: string };

function writePlan(work: Work, random: Random, { findings, points, ...planned }: Planned, written: DemoCommunity['written']): void {
  const nextOn = addDays(work.today, random.between(-3, Math.max(2, planned.everyDays - 2)));
  const plan = { ...begun(work), removedAt: null, ...planned, points: [...points], nextOn, isPaused: false };
  work.inspections.insert(plan);
  written('inspection_plan', plan.id);
  for (let round = ROUNDS; round >= 1; round -= 1) {
    const isSafe = random.chance(78);
    const visit = { ...begun(work), removedAt: null, planId: plan.id, inspectedOn: addDays(nextOn, -round * planned.everyDays), inspector: planned.assignee, level: isSafe ? ('safe' as const) : random.chance(75) ? ('ordinary' as const) : ('serious' as const), finding: isSafe ? '' : random.pick(findings), matterId: null };
    if (visit.inspectedOn > work.today) continue;
    work.inspections.visits.insert(visit);
    written('inspection_visit', visit.id);
  }
}

type Thing = { readonly kind: string; readonly name: string; readonly place: string; readonly holder: string; readonly remindDays: number; readonly gridId: string; readonly expiresOn: string };

function writeThing(work: Work, thing: Thing, written: DemoCommunity['written']): void {
  const record = { ...begun(work), removedAt: null, ...thing, remindFrom: addDays(thing.expiresOn, -thing.remindDays), note: '' };
  work.expiries.insert(record);
  written('expiry_item', record.id);
}
