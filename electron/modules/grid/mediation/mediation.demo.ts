import { begun } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { DemoCommunity } from '#electron/kernel/demo/demo-writer.ts';
import { randomOfPart } from '#electron/kernel/demo/random.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { mediationNo } from '#shared/modules/grid/mediation/mediation.rules.ts';
import type { MediationState, Party } from '#shared/modules/grid/mediation/mediation.schema.ts';
import { personFilterSchema, type PersonRow } from '#shared/modules/grid/register/person.schema.ts';
import type { MediationRecord } from './mediations.repository.ts';

/** No other part of the community draws from this number. */
const PART = -71;
const MEDIATORS = ['张磊', '王芳', '陈静', '刘洋'] as const;
const CASES = [
  ['neighbour', '楼上漏水损坏天花板', '楼上卫生间防水失修，渗水损坏楼下天花板和橱柜，双方对修复费用意见不一。', '甲方十日内修好防水，赔偿乙方天花板和橱柜修复费一千八百元；乙方配合查验。', 180_000],
  ['neighbour', '装修噪声扰邻', '装修早晚施工，邻居家有婴儿，多次争吵。', '工作日八时至十二时、十四时至十八时施工，周末不施工。', null],
  ['family', '赡养老人分工', '三名子女对母亲的照料和医药费分担不一致。', '三人每月各付赡养费六百元，医药费平均分担，轮流照料。', 60_000],
  ['property', '停车位使用', '业主与物业对地面车位收费有争议。', '物业公示收费依据，已收未公示部分退还。', 36_000],
  ['contract', '租房押金退还', '退租时房东扣押金，房客不服。', '房东退还押金两千元，扣清洁费二百元。', 200_000],
  ['injury', '遛狗伤人', '未牵绳的狗咬伤路人。', '犬主支付医药费一千二百元并道歉，今后牵绳。', 120_000],
] as const;
const STATES: readonly MediationState[] = ['in-force', 'closed', 'open', 'in-force', 'agreed', 'failed', 'closed', 'open', 'withdrawn', 'in-force', 'closed', 'closed'];
const CASE_COUNT = 24;

/** Two years of disputes between neighbours, families and their landlords, some still open, some to be looked after this week. */
export function writeMediations(work: Work, { seed, written }: DemoCommunity): void {
  const random = randomOfPart(seed, PART);
  const people = work.persons.list({ ...work.actor, scope: 'all' }, personFilterSchema.parse({ bornUntil: addDays(work.today, -365 * 25) }), { field: 'name', direction: 'desc' }, { offset: 0, limit: 120 });
  const begunOn = Array.from({ length: CASE_COUNT }, (_, at) => addDays(work.today, -Math.round(((CASE_COUNT - at) * 600) / CASE_COUNT) + random.between(0, 12)));
  const given = new Map<string, number>();
  for (const [at, appliedOn] of begunOn.toSorted().entries()) {
    const day = appliedOn > work.today ? work.today : appliedOn;
    const year = day.slice(0, 4);
    given.set(year, (given.get(year) ?? 0) + 1);
    const pair = [people[(at * 2) % people.length], people[(at * 2 + 1) % people.length]].flatMap((one) => (one ? [one] : []));
    const state = at >= CASE_COUNT - 3 ? 'open' : (STATES[at % STATES.length] ?? 'closed');
    writeCase(work, { day, no: mediationNo(year, given.get(year) ?? 1), state, at, pair, written });
  }
}

type Planned = { readonly day: string; readonly no: string; readonly state: MediationState; readonly at: number; readonly pair: readonly PersonRow[]; readonly written: DemoCommunity['written'] };

function writeCase(work: Work, { day, no, state, at, pair, written }: Planned): void {
  const [kind, subject, facts, agreement, amountFen] = CASES[at % CASES.length] ?? CASES[0];
  const parties = pair.map(({ id, name, presentAddress }): Party => ({ name, personId: id, bodyId: null, address: presentAddress }));
  const mediator = MEDIATORS[at % MEDIATORS.length] ?? MEDIATORS[0];
  const later = (days: number): string => (addDays(day, days) > work.today ? work.today : addDays(day, days));
  const isAgreed = ['agreed', 'in-force', 'closed'].includes(state);
  const record: MediationRecord = {
    ...begun(work), removedAt: null, no, subject, kind, gridId: pair[0]?.gridId ?? null, place: pair[0]?.presentAddress ?? '', origin: at % 3 === 0 ? 'offered' : 'requested', appliedOn: day, parties, mediators: [mediator], recorder: MEDIATORS[(at + 1) % MEDIATORS.length] ?? '', facts,
    peopleInvolved: parties.length + (at % 3), amountFen, state, form: isAgreed ? 'written' : null, agreement: isAgreed ? agreement : '', performance: isAgreed ? '签字之日起三十日内以现金或转账履行，社区监督。' : '', agreedOn: isAgreed ? later(5) : null, signedOn: state === 'in-force' || state === 'closed' ? later(6) : null,
    performBy: isAgreed ? addDays(later(5), 30) : null, followUpOn: state === 'in-force' ? addDays(work.today, (at % 12) - 3) : state === 'agreed' ? addDays(work.today, 20) : null, nextSessionOn: state === 'open' ? addDays(work.today, (at % 4) - 1) : null,
    performed: state === 'closed' ? 'kept' : null, endReason: state === 'failed' ? '双方对责任分歧较大，告知可向人民法院起诉。' : state === 'withdrawn' ? '双方自行和解。' : '',
  };
  work.mediations.insert(record);
  written('mediation', record.id);
  const step = (kindOfStep: 'session' | 'follow-up', heldOn: string, content: string, performed: 'kept' | null): void => {
    const one = { ...begun(work), removedAt: null, mediationId: record.id, kind: kindOfStep, heldOn, place: kindOfStep === 'session' ? '社区调解室' : '', present: kindOfStep === 'session' ? [...parties.map(({ name }) => name), mediator] : [], content, performed };
    work.mediations.steps.insert(one);
    written('mediation_step', one.id);
  };
  step('session', later(2), '听取双方陈述，查看现场，核对票据。', null);
  if (isAgreed) step('session', later(5), '双方就修复、赔偿和期限达成一致。', null);
  if (state === 'closed') step('follow-up', later(40), '电话回访双方，协议已履行。', 'kept');
}
