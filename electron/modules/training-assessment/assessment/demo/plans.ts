import type { SubjectKind } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import type { Band, BandFloor, ItemKind, PlanDraft } from '#shared/modules/training-assessment/assessment/plan.schema.ts';

export type Part = { readonly title: string; readonly kind: ItemKind; readonly points: number; readonly sourceId?: string; readonly floor?: number; readonly target?: number; readonly rule: string; readonly parts?: readonly Part[] };

/** Floors of a provincial system (domain.md 3.4): 900, 850, 800 of a thousand. */
const BANDS: readonly BandFloor[] = [
  { band: 'excellent', floor: 90_000, follows: [{ code: 'reward', inRow: 1 }, { code: 'star-up', inRow: 2 }] },
  { band: 'good', floor: 85_000, follows: [{ code: 'commend', inRow: 1 }] },
  { band: 'pass', floor: 80_000, follows: [{ code: 'training', inRow: 1 }] },
  { band: 'fail', floor: 0, follows: [{ code: 'talk', inRow: 1 }, { code: 'probation', inRow: 1 }, { code: 'exit', inRow: 2 }] },
];

const indicator = (title: string, sourceId: string, points: number, floor: number, target: number, rule: string): Part => ({ title, kind: 'indicator', sourceId, points, floor, target, rule });

/** The proposal of domain.md 3.4 for a grid member, in a thousand points: work facts 55 %, superior 15, peers 5, residents 15, training 10; events on top. */
export const MEMBER_PARTS: readonly Part[] = [
  { title: '工作事实', kind: 'group', points: 550, rule: '按系统记录计算，不另报数', parts: [
    indicator('事项按时办结', 'matters-on-time', 150, 70, 100, '在承诺日期内办结；70% 以下不得分'),
    indicator('一次办好', 'matters-no-rework', 80, 70, 100, '不返工、不重开；70% 以下不得分'),
    indicator('到期走访', 'visits-kept', 140, 30, 90, '走访到期而未去的计为未完成；90% 以上得满分'),
    indicator('登记完整', 'records-complete', 100, 80, 100, '应填项目的平均填写率；80% 以下不得分'),
    indicator('网格底册', 'grid-in-order', 80, 25, 100, '责任网格员、边界图、户数规模、人房同格四项'),
  ] },
  { title: '上级评分', kind: 'group', points: 150, rule: '', parts: [
    { title: '矛盾纠纷化解', kind: 'scored', points: 90, rule: '查看调解台账，注明案卷编号' },
    { title: '应急与专项工作', kind: 'scored', points: 60, rule: '以街道通报和签到表为依据' },
  ] },
  { title: '同事互评', kind: 'peer', points: 50, rule: '匿名，至少三人，去掉最高和最低' },
  { title: '居民评价', kind: 'group', points: 150, rule: '', parts: [
    { title: '居民评议', kind: 'resident', points: 90, rule: '入户或会议评议，至少二十人' },
    indicator('办结满意', 'matters-satisfied', 60, 50, 100, '事项办结后的评价'),
  ] },
  { title: '培训', kind: 'group', points: 100, rule: '上报锁定时冻结', parts: [
    indicator('培训学时', 'training-hours', 60, 0, 100, '完成学时比应完成学时'),
    indicator('培训考试', 'training-exams', 40, 40, 90, '应补考未补按 0 计'),
  ] },
  { title: '加扣分', kind: 'adjust', points: 50, rule: '只记有文件或通报的事件' },
];

/** For the staff of a whole town, in lines whose rows a grid's ten people share: the same thousand points without the lines that name every resident. */
export const TOWN_MEMBER_PARTS: readonly Part[] = [
  { title: '工作事实', kind: 'group', points: 550, rule: '按系统记录计算，不另报数', parts: [
    indicator('事项按时办结', 'matters-on-time', 330, 70, 100, '在承诺日期内办结；70% 以下不得分'),
    indicator('一次办好', 'matters-no-rework', 220, 70, 100, '不返工、不重开；70% 以下不得分'),
  ] },
  { title: '上级评分', kind: 'group', points: 150, rule: '', parts: [
    { title: '矛盾纠纷化解', kind: 'scored', points: 90, rule: '查看调解台账，注明案卷编号' },
    { title: '应急与专项工作', kind: 'scored', points: 60, rule: '以街道通报和签到表为依据' },
  ] },
  { title: '同事互评', kind: 'peer', points: 50, rule: '匿名，至少三人，去掉最高和最低' },
  { title: '居民评议', kind: 'resident', points: 150, rule: '入户或会议评议，至少二十人' },
  { title: '培训', kind: 'group', points: 100, rule: '上报锁定时冻结', parts: [
    indicator('培训学时', 'training-hours', 60, 0, 100, '完成学时比应完成学时'),
    indicator('培训考试', 'training-exams', 40, 40, 90, '应补考未补按 0 计'),
  ] },
  { title: '加扣分', kind: 'adjust', points: 50, rule: '只记有文件或通报的事件' },
];

export const GRID_PARTS: readonly Part[] = [
  indicator('事项按时办结', 'matters-on-time', 250, 60, 95, '网格事项在承诺日期内办结'),
  indicator('到期走访', 'visits-kept', 250, 30, 90, '网格内关怀对象的到期走访'),
  indicator('登记完整', 'records-complete', 200, 60, 95, '网格内人员登记的平均填写率'),
  indicator('网格底册', 'grid-in-order', 200, 25, 100, '责任网格员、边界图、户数规模、人房同格四项'),
  { title: '街道现场检查', kind: 'scored', points: 100, rule: '以检查记录表为依据' },
];

/** Upwards: 60 % computed, 40 % rated (domain.md 3.4). */
export const DEPARTMENT_PARTS: readonly Part[] = [
  { title: '办理情况', kind: 'group', points: 600, rule: '按系统记录计算', parts: [
    indicator('按时签收', 'department-signed', 120, 50, 98, '交办后在时限内签收'),
    indicator('按时处置', 'department-handled', 150, 50, 95, '在处置时限内报办结'),
    indicator('按时办结', 'department-on-time', 120, 50, 95, '在对群众承诺的日期内办结'),
    indicator('不退单', 'department-no-returns', 90, 60, 100, '经手事项中没有退回'),
    indicator('不返工', 'department-no-rework', 60, 60, 100, '核查一次通过'),
    indicator('下派任务经过准入', 'department-admitted', 30, 0, 100, '未经准入被拒收的计为未完成'),
    { title: '联席会议与答复', kind: 'scored', points: 30, rule: '以会议纪要和答复函为依据' },
  ] },
  { title: '网格和社区评价', kind: 'group', points: 400, rule: '每条评价对应一个事项', parts: [indicator('事项评价', 'rated-by-communities', 400, 0, 100, '一星不得分，五星得满分')] },
];

/** Departments are judged by strangers' stars as well, so their floors lie lower (the station's own rule). */
const FLOORS: Partial<Readonly<Record<SubjectKind, Partial<Readonly<Record<Band, number>>>>>> = { department: { excellent: 90_000, good: 80_000, pass: 60_000 } };
const TITLES: Readonly<Record<SubjectKind, string>> = { member: '网格员考评', grid: '网格考评', station: '服务站考评', community: '社区考评', department: '职能部门考评（双向）' };

export const planOf = (subjectKind: SubjectKind, year: number, dates: Pick<PlanDraft, 'selfUntil' | 'superiorUntil'>): PlanDraft => ({
  title: `${String(year)}年${TITLES[subjectKind]}`,
  year,
  subjectKind,
  fromOn: `${String(year)}-01-01`,
  untilOn: `${String(year)}-12-31`,
  fullScore: 100_000,
  ...dates,
  appealDays: 5,
  leastPeers: 3,
  leastResidents: 20,
  note: '',
  bands: BANDS.map((one) => ({ ...one, floor: FLOORS[subjectKind]?.[one.band] ?? one.floor })),
});
