import { begun } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { DemoCommunity } from '#electron/kernel/demo/demo-writer.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { minutesAfter, treeLines } from '#shared/modules/grid/emergency/emergency.rules.ts';
import type { PlanContact, PlanTask } from '#shared/modules/grid/emergency/emergency.schema.ts';
import type { PlanRecord } from './emergency.repository.ts';

const task = (text: string, withinMinutes: number | null = null): PlanTask => ({ text, withinMinutes });
const contact = (key: string, parentKey: string | null, role: string, name: string, withinMinutes: number, phone: string): PlanContact => ({ key, parentKey, role, name, phone, withinMinutes });
const TREE = [
  contact('head', null, '总指挥', '王芳', 5, '16400010001'),
  contact('deputy', 'head', '副指挥', '张磊', 10, '16400010002'),
  contact('evacuation', 'deputy', '疏散组长', '陈静', 15, '16400010003'),
  contact('guard', 'deputy', '警戒组长', '刘洋', 15, '16400010004'),
  contact('medical', 'head', '救护组长', '赵敏', 15, '16400010005'),
  contact('supply', 'head', '物资组长', '孙强', 20, '16400010006'),
];
const PLANS: readonly { readonly kind: string; readonly name: string; readonly materials: string; readonly note: string; readonly tasks: readonly PlanTask[] }[] = [
  { kind: 'fire', name: '居民楼火灾预案', materials: '灭火器、消防水带：各楼道；喊话器、警戒带：值班室', note: '电梯一律停用，从楼梯疏散。', tasks: [task('拨打 119，报清地址和楼层', 2), task('通知物业断电、停电梯', 5), task('逐层敲门疏散，先老人、孩子和行动不便的人', 15), task('拉警戒带，清出消防通道', 10), task('清点人数，核对独居老人名单', 30), task('向街道报告')] },
  { kind: 'flood', name: '暴雨内涝预案', materials: '沙袋、抽水泵：地下车库入口；雨衣、手电：值班室', note: '红色预警时停止一切集体活动。', tasks: [task('地下车库入口码放沙袋', 20), task('通知低洼处和一楼住户', 30), task('启动抽水泵', 30), task('转移独居和行动不便的人', 60), task('检查临时安置点水、电、被褥', 60)] },
  { kind: 'cold', name: '寒潮冰雪预案', materials: '融雪剂、铁锹：物业仓库', note: '', tasks: [task('主要道路、坡道撒融雪剂', 60), task('走访独居老人，检查取暖和燃气', 120), task('提醒供水管线保温', 120)] },
  { kind: 'missing', name: '走失人员查找预案', materials: '', note: '先问清最后见到的时间、地点和衣着。', tasks: [task('询问家属，记下衣着和最后见到的地点', 10), task('报警', 15), task('查看小区出入口监控', 20), task('各网格分片查找', 30)] },
];

/** Four plans, last year's drill with its note, and a drill that goes on now with somebody late. */
export function writeEmergencies(work: Work, { gridIds, written }: DemoCommunity): void {
  const plans = PLANS.map((planned): PlanRecord => {
    const plan = { ...begun(work), removedAt: null, ...planned, tasks: [...planned.tasks], contacts: [...TREE] };
    work.emergencyPlans.insert(plan);
    written('emergency_plan', plan.id);
    return plan;
  });
  const [fire, flood] = plans;
  const lastYear = new Date(`${addDays(work.today, -200)}T09:30:00`).toISOString();
  if (fire) writeOne(work, fire, { startedAt: lastYear, endedAt: minutesAfter(lastYear, 42), title: '消防演练', place: '1 号楼', gridId: gridIds[0] ?? null, reported: 6, done: 6, late: 1 }, written);
  const now = minutesAfter(work.clock.now().toISOString(), -17);
  if (flood) writeOne(work, flood, { startedAt: now, endedAt: null, title: '防汛演练', place: '地下车库', gridId: gridIds[1] ?? null, reported: 3, done: 1, late: 0 }, written);
}

type Course = { readonly startedAt: string; readonly endedAt: string | null; readonly title: string; readonly place: string; readonly gridId: string | null; readonly reported: number; readonly done: number; readonly late: number };

function writeOne(work: Work, plan: PlanRecord, course: Course, written: DemoCommunity['written']): void {
  const { startedAt, endedAt, title, place, gridId } = course;
  const isOver = endedAt !== null;
  const emergency = { ...begun(work), planId: plan.id, kind: plan.kind, title, place, gridId, isDrill: true, materials: plan.materials, startedAt, startedBy: '王芳', endedAt, summary: isOver ? '疏散 64 人，用时 26 分钟，无人受伤。' : '', wentWell: isOver ? '楼栋长敲门到户，秩序好。' : '', toImprove: isOver ? '警戒组到场晚了，名单没有及时更新。' : '', followUp: isOver ? '每季度核对一次独居老人名单。' : '' };
  work.emergencies.insert(emergency);
  written('emergency', emergency.id);
  const log = (at: string, kind: 'started' | 'task-done' | 'reported' | 'ended', by: string, text: string): void => {
    const line = { ...begun(work), createdAt: at, updatedAt: at, emergencyId: emergency.id, writtenBy: by, kind, text };
    work.emergencies.log.insert(line);
    written('emergency_log', line.id);
  };
  log(startedAt, 'started', '王芳', title);
  for (const [at, { text, withinMinutes }] of plan.tasks.entries()) {
    const doneAt = at < course.done ? minutesAfter(startedAt, 3 + at * 4) : null;
    const one = { ...begun(work), emergencyId: emergency.id, place: at, text, dueAt: withinMinutes === null ? null : minutesAfter(startedAt, withinMinutes), doneAt, doneBy: doneAt === null ? '' : '张磊' };
    work.emergencies.tasks.insert(one);
    written('emergency_task', one.id);
    if (doneAt !== null) log(doneAt, 'task-done', '张磊', text);
  }
  for (const [at, [{ role, name, phone, withinMinutes }, depth]] of treeLines(plan.contacts).entries()) {
    const reportedAt = at < course.reported ? minutesAfter(startedAt, at < course.reported - course.late ? 2 + at * 2 : withinMinutes + 6) : null;
    const one = { ...begun(work), emergencyId: emergency.id, place: at, depth, role, name, workPhone: phone, dueAt: minutesAfter(startedAt, withinMinutes), reportedAt, words: reportedAt === null ? '' : '已到位' };
    work.emergencies.contacts.insert(one);
    written('emergency_contact', one.id);
    if (reportedAt !== null) log(reportedAt, 'reported', '王芳', `${role} ${name}：已到位`);
  }
  if (endedAt !== null) log(endedAt, 'ended', '王芳', emergency.summary);
}
