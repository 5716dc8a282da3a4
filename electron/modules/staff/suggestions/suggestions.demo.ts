import { added, begunRemovable, type RecordStore } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { DemoWriter } from '#electron/kernel/demo/demo-writer.ts';
import { randomOfPart } from '#electron/kernel/demo/random.ts';
import { addDays, addWorkingDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { matterFilterSchema } from '#shared/modules/grid/matters/matter.schema.ts';
import { defaultRule } from '#shared/modules/grid/participation/participation-rule.schema.ts';
import type { SuggestionRecord } from './suggestions.repository.ts';

const PART = -133;
/** Days since the practice of a model case was written: of a cleared corridor that was settled before. */
const CASE_WRITTEN = 70;

type Told = Pick<SuggestionRecord, 'title' | 'problem' | 'remedy' | 'area' | 'state' | 'answer' | 'result'> & { readonly daysAgo: number; /** Working days until the answer. */ readonly answeredAfter: number; readonly seconds: number };
const told = (daysAgo: number, area: string, state: Told['state'], [title, problem, remedy]: readonly [string, string, string], rest: Partial<Told> = {}): Told => ({ daysAgo, area, state, title, problem, remedy, answer: '', result: '', answeredAfter: 0, seconds: 0, ...rest });
const SUGGESTIONS: readonly Told[] = [
  told(330, 'process', 'carried-out', ['走访表一次填完', '走访后要在三张表里填同样的内容，晚上常要加班。', '三张表合成一张，走访时当场填。'], { answeredAfter: 6, answer: '三表合一，先在两个网格试行。', result: '合并后每户少填两张表，每天省下约四十分钟。', seconds: 5 }),
  told(290, 'tools', 'carried-out', ['楼道口贴网格员二维码', '居民找不到网格员电话，常打到街道。', '每个单元门口贴工作电话和二维码。'], { answeredAfter: 9, answer: '由综合与档案岗统一印制。', result: '全部单元门已张贴，打错到街道的电话明显减少。', seconds: 4 }),
  told(250, 'training', 'not-taken-up', ['培训改到周末', '工作日培训和走访冲突。', '把集中培训改到周六上午。'], { answeredAfter: 12, answer: '周末属休息时间，不宜安排；改为每次培训分两批，错开走访。', seconds: 2 }),
  told(205, 'care', 'carried-out', ['独居老人敲门改为按需', '一周两次统一敲门，身体好的老人嫌打扰。', '按身体情况分三档，重点户每天、一般户每周一次。'], { answeredAfter: 22, answer: '同意分档，由网格员和家属商定。', result: '分档后重点户联系次数增加，抱怨没有再出现。', seconds: 6 }),
  told(160, 'process', 'carried-out', ['物业报修转办先打电话', '转给物业的事项常被退回，原因是说不清位置。', '转办前先打电话核对楼栋、单元和门牌。'], { answeredAfter: 5, answer: '写进转办要求，立即执行。', result: '退回的事项明显减少。', seconds: 3 }),
  told(110, 'other', 'not-taken-up', ['给每个网格配电动车', '网格范围大，步行时间长。', '每个网格配一辆电动车。'], { answeredAfter: 18, answer: '本年度预算没有这一项；先统计步行时间，列入明年申请。', seconds: 3 }),
  told(64, 'tools', 'taken-up', ['做一份常见问题口袋卡', '新来的网格员答不上低保、养老的常见问题。', '把最常问的三十个问题印成口袋卡。'], { answeredAfter: 8, answer: '请民政与残联岗整理内容。', seconds: 2 }),
  told(34, 'care', 'received', ['夏季高温提前上门', '去年高温预警后才上门，部分老人已不适。', '预警前一天就提醒重点户。'], { seconds: 4 }),
  told(6, 'training', 'received', ['新人跟岗两周', '新网格员第一周就独立走访，遇事不知道找谁。', '安排老网格员带两周。'], { seconds: 1 }),
];
/** Words of a practice and the suggestion it came from, by its place above. */
const PRACTICES = [
  ['走访“一表清”', '同样的内容要填三张表，网格员花在填表上的时间比走访还多。', '把三张表合成一张，走访时当场填，回站不再补录。', '每天省下约四十分钟，漏填明显减少。', 0, 300],
  ['单元门口“码上找人”', '居民不知道自己的网格员是谁，有事打到街道。', '每个单元门贴网格员照片、工作电话和二维码。', '居民直接联系网格员，事情到达更快。', 1, 255],
  ['独居老人分档联系', '统一频次的敲门，该去的去得少，不该去的嫌打扰。', '按身体情况分三档，和本人、家属商定联系方式。', '重点户联系更勤，抱怨没有再出现。', 3, 150],
  ['堵塞楼道“约谈加代清”', '楼道杂物清了又堆，反复投诉。', '先约物主定清理日期，老人由志愿队代清，清后拍照公示。', '同一楼道半年内没有再次投诉。', null, CASE_WRITTEN],
] as const;

type Writer = { readonly work: Work; readonly put: <R extends { readonly id: string; readonly version: number; readonly updatedAt: string }>(store: Pick<RecordStore<R>, 'table' | 'insert'>, record: R) => R };

function writeSuggestions({ work, put }: Writer, staff: readonly { readonly id: string; readonly name: string }[]): SuggestionRecord[] {
  const published = work.calendar.published();
  const accounts = staff.map(({ name }) => ({ name, id: work.clock.newId() }));
  const colleague = (at: number) => accounts[at % Math.max(1, accounts.length)] ?? { name: work.actor.displayName, id: work.actor.userId };
  return SUGGESTIONS.map(({ daysAgo, answeredAfter, seconds, ...words }, at) => {
    const putOn = addDays(work.today, -daysAgo);
    const isAnswered = words.state !== 'received';
    const isTakenUp = words.state === 'taken-up' || words.state === 'carried-out';
    const answeredOn = isAnswered ? addWorkingDays(putOn, answeredAfter, published) : null;
    const plannedUntil = answeredOn !== null && isTakenUp ? addDays(answeredOn, 30) : null;
    const putter = colleague(at);
    const suggestion = put(work.suggestions, {
      ...begunRemovable(work), ...words, putBy: putter.id, putterName: putter.name, putOn, answerDueOn: addWorkingDays(putOn, defaultRule.answerLimitDays, published), answeredOn, answererName: isAnswered ? work.actor.displayName : '',
      doerId: isTakenUp ? (staff[(at + 1) % staff.length]?.id ?? null) : null, plannedUntil, doneOn: words.state === 'carried-out' && answeredOn !== null ? addDays(answeredOn, 24) : null,
    });
    for (let from = 1; from <= Math.min(seconds, accounts.length - 1); from += 1) {
      const seconder = colleague(at + from);
      put(work.suggestions.seconds, { ...begunRemovable(work), suggestionId: suggestion.id, accountId: seconder.id, seconderName: seconder.name, secondedOn: addDays(putOn, Math.min(from, daysAgo)) });
    }
    return suggestion;
  });
}

/** A year of suggestions in every state, and the good practices that came of them, some taken up by other grids. */
export const writeSuggestionsDemo: DemoWriter = (work, { seed, gridIds, written }) => {
  const random = randomOfPart(seed, PART);
  const ofTheCommunity = new Set(gridIds);
  const staff = work.gridMembers.ofCommunity(work.actor.communityId).filter(({ staffClass, leftOn, gridId }) => leftOn === null && (staffClass === 'worker' || (staffClass === 'grid-member' && ofTheCommunity.has(gridId ?? ''))));
  if (staff.length === 0 || gridIds.length === 0) return;
  const put: Writer['put'] = (store, record) => {
    written(store.table, added(work, store, record).entityId);
    return record;
  };
  const suggestions = writeSuggestions({ work, put }, staff);
  const everywhere = { ...work.actor, scope: 'all' as const };
  const model = work.matters.list(everywhere, matterFilterSchema.parse({ life: 'ended', figure: 'settled', mark: 'model', kinds: ['corridor'], gridIds, endedUntil: addDays(work.today, -CASE_WRITTEN) }), null, { field: 'reportedAt', direction: 'desc' }, { offset: 0, limit: 1 })[0];
  for (const [title, problem, done, effect, from, daysAgo] of PRACTICES) {
    const origin = staff.find(({ id }) => from !== null && id === suggestions[from]?.doerId) ?? random.pick(staff);
    const gridId = origin.gridId ?? random.pick(gridIds);
    const practice = put(work.practices, { ...begunRemovable(work), title, problem, done, effect, gridId, memberId: origin.id, suggestionId: from === null ? null : (suggestions[from]?.id ?? null), matterId: from === null ? (model?.id ?? null) : null, writtenOn: addDays(work.today, -daysAgo), writerName: work.actor.displayName });
    const others = gridIds.filter((id) => id !== gridId).slice(0, from === null ? 0 : random.between(1, 4));
    for (const other of others) put(work.practices.adoptions, { ...begunRemovable(work), practiceId: practice.id, gridId: other, takenOn: addDays(work.today, -random.between(5, Math.max(5, daysAgo - 10))), note: random.pick(['照做', '先在两栋楼试行', '按本网格情况调整']), takerName: random.pick(staff).name });
  }
};
