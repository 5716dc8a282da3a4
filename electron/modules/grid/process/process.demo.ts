import type { Work } from '#electron/database/unit-of-work.ts';
import type { DemoCommunity } from '#electron/kernel/demo/demo-writer.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { nextSteps } from '#shared/modules/grid/process/process.rules.ts';
import type { ProcessMapDraft, ProcessStep } from '#shared/modules/grid/process/process.schema.ts';
import { bodyFilterSchema } from '#shared/modules/grid/territory/bodies/body.schema.ts';
import type { ProcessMapRecord } from './process-maps.repository.ts';
import { draftedMap } from './process-maps.service.ts';

/** The first edition was in force for about a year, the second for long enough that ninety days since are over. */
const [FIRST_DAYS, SECOND_DAYS] = [480, 110];
/** The third is announced and comes into force next week. */
const ANNOUNCED_DAYS = 5;
const STATION = { kind: 'station', id: 'grid-station' } as const;
const SERVICE = { kind: 'station', id: 'service-station' } as const;

type Doer = Pick<ProcessStep, 'unit' | 'who'>;
type Marks = Readonly<Record<number, readonly ['remove' | 'merge', string] | readonly ['shorten', string, number]>>;

const kept = (name: string, doer: Doer, days: number, documents: readonly string[] = []): ProcessStep => ({ name, ...doer, days, documents: [...documents], verdict: 'keep', reason: '' });
/** The same steps with what becomes of some of them, by their places from 1. */
const marked = (steps: readonly ProcessStep[], marks: Marks): ProcessStep[] => steps.map((step, at) => {
  const [verdict, reason, shortenedTo] = marks[at + 1] ?? ['keep', ''];
  return { ...step, verdict, reason, ...(shortenedTo !== undefined && { shortenedTo }) };
});

/** A department of the community by a word of its name; where there is none, the word itself. */
function doersOf(work: Work): (word: string) => Doer {
  const departments = work.bodies.list(bodyFilterSchema.parse({ kinds: ['department'] }), work.today, { field: 'name', direction: 'asc' }, { offset: 0, limit: 50 });
  return (word) => {
    const department = departments.find(({ name }) => name.includes(word));
    return department ? { unit: { kind: 'department', id: department.id }, who: '' } : { unit: null, who: word };
  };
}

function clearing(of: (word: string) => Doer): ProcessMapDraft {
  const member: Doer = { unit: null, who: '网格员' };
  const steps = [
    kept('登记反映', { unit: STATION, who: '' }, 0, ['书面说明', '身份证复印件']),
    kept('现场核实', member, 1),
    kept('报街道审批', { unit: null, who: '街道城管办' }, 3, ['身份证复印件', '现场照片']),
    kept('消防通道核查', of('派出所'), 2),
    kept('现场查看', of('城市管理'), 2),
    kept('发限期清理通知', of('城市管理'), 1),
    kept('清理', { unit: null, who: '物业公司' }, 3),
    kept('复查', member, 1),
    kept('回复居民', { unit: STATION, who: '' }, 1),
  ];
  return { title: '楼道堆物清理', kind: 'corridor', basis: '街道办事处《楼道堆物联合处置办法》', note: '涉及产权争议的转调解。', steps: marked(steps, { 6: ['merge', '同一队人员当场即可发出'] }) };
}

const SHORTER: Marks = { 3: ['remove', '已列入社区可直接处置的事项，不必逐件审批'], 4: ['merge', '网格员核实时一并查看，拍照备查'], 8: ['merge', '复查当天电话或上门回复'] };

const STILL_SHORTER: Marks = { 4: ['shorten', '物业公司承诺两个工作日内清完', 2] };

const allowance = (of: (word: string) => Doer): ProcessMapDraft => ({
  title: '高龄津贴申领', kind: 'elderly', basis: '区民政局高龄津贴发放办法', note: '',
  steps: marked(
    [
      kept('提出申请', { unit: SERVICE, who: '' }, 0, ['申请表', '身份证', '户口簿']),
      kept('社区初审', { unit: SERVICE, who: '' }, 2, ['身份证复印件', '户口簿复印件']),
      kept('张榜公示', { unit: SERVICE, who: '' }, 5),
      kept('街道复核', { unit: null, who: '街道民政办' }, 5, ['近期照片']),
      kept('区里审定', of('民政'), 7),
      kept('发放到卡', of('民政'), 3, ['银行卡']),
    ],
    { 2: ['remove', '受理时当场看原件，不再收复印件、不再另审'], 4: ['remove', '与区里审定看的是同样的材料'], 5: ['shorten', '系统里直接比对，不再等纸质材料', 4] },
  ),
});

/** A way that was shortened once and is in force long enough to be measured, the edition before it and the announced one after it, and a draft somebody works on. */
export function writeProcessMaps(work: Work, { written }: DemoCommunity): void {
  const put = (map: ProcessMapRecord): void => {
    work.processMaps.insert(map);
    written('process_map', map.id);
  };
  const of = doersOf(work);
  const changedOn = addDays(work.today, -SECOND_DAYS);
  const way = clearing(of);
  const first = draftedMap(work, way, null);
  put({ ...first, state: 'replaced', inForceOn: addDays(work.today, -FIRST_DAYS), endedOn: changedOn });
  const announcedOn = addDays(work.today, ANNOUNCED_DAYS);
  const shorter = marked(nextSteps(way.steps), SHORTER);
  put({ ...draftedMap(work, { ...way, steps: shorter }, { lineId: first.lineId, edition: 2 }), state: 'replaced', inForceOn: changedOn, endedOn: announcedOn });
  put({ ...draftedMap(work, { ...way, steps: marked(nextSteps(shorter), STILL_SHORTER) }, { lineId: first.lineId, edition: 3 }), state: 'in-force', inForceOn: announcedOn });
  put(draftedMap(work, allowance(of), null));
}
