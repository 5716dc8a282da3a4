import { begun, begunRemovable } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { DemoCommunity, DemoWriter } from '#electron/kernel/demo/demo-writer.ts';
import { randomOfPart, type Random } from '#electron/kernel/demo/random.ts';
import { addDays, addWorkingDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { listKinds, type ListKind } from '#shared/modules/grid/admission/admission-list.schema.ts';
import { moveByCheck, REVIEW_DAYS, stateAfter } from '#shared/modules/grid/admission/admission.rules.ts';
import type { AdmissionMove } from '#shared/modules/grid/admission/admission.schema.ts';
import type { AdmissionRecord } from './admissions.repository.ts';
import { BROUGHT_BY, DEMANDED, DEPARTMENTS, groupOf, LIST_ITEMS, OWN_WORK, TASKS } from './admission.demo-words.ts';

const PART = -65;
const YEARS_BACK = 5;
const APPLICATIONS_A_YEAR = 24;
/** Applications of the last weeks: some of them are still under way. */
const RECENT = 11;
const REFUSALS = 160;
const BURDEN_A_MONTH = 16;
const DAYS_A_MONTH = 30;

type Filling = { readonly work: Work; readonly random: Random; readonly written: DemoCommunity['written']; readonly bodies: readonly string[]; readonly items: ReadonlyMap<string, { readonly id: string; readonly kind: ListKind }> };

function writeDepartments(work: Work, written: DemoCommunity['written'], gridIds: readonly string[]): string[] {
  return DEPARTMENTS.map((name) => {
    const stored = begun(work);
    work.bodies.insert({ ...stored, kind: 'department', name, contact: '', contactPhone: '', address: '', duty: '', agreementNo: '', agreementFrom: null, agreementUntil: null, gridIds: [...gridIds], isActive: true, note: '', extra: {}, importBatchId: null });
    written('body', stored.id);
    return stored.id;
  });
}

/** Each list has an edition that was replaced and one in force; help is about to get a third. */
function writeLists(work: Work, written: DemoCommunity['written']): Filling['items'] {
  const inForce = new Map<string, { id: string; kind: ListKind }>();
  const edition = (kind: ListKind, editionNo: number, state: 'replaced' | 'published' | 'draft', daysAgo: number): void => {
    const list = { ...begunRemovable(work), kind, editionNo, state, effectiveOn: state === 'draft' ? null : addDays(work.today, -daysAgo), publishedBy: state === 'draft' ? '' : '街道减负专班' };
    work.admissionLists.lists.insert(list);
    written('admission_list', list.id);
    const whole = LIST_ITEMS[kind];
    const items = editionNo === 1 ? whole.slice(0, -1) : whole;
    items.forEach(([title, content, legalBasis, office, means], at) => {
      const item = { ...begunRemovable(work), listId: list.id, itemNo: at + 1, title, content, legalBasis, office, means, category: groupOf(office), supportOffices: '', note: '' };
      work.admissionLists.items.insert(item);
      written('admission_item', item.id);
      if (state === 'published') inForce.set(title, { id: item.id, kind });
    });
  };
  for (const kind of listKinds) {
    edition(kind, 1, 'replaced', 1500);
    edition(kind, 2, 'published', 420);
  }
  edition('assist', 3, 'draft', 0);
  return inForce;
}

/** The moves of one application, drawn so that every state and every clock is on show. */
function wayOf(random: Random, listed: { readonly kind: ListKind } | undefined, isOld: boolean): readonly AdmissionMove[] {
  const check = moveByCheck(listed?.kind ?? null, { isExempt: false, hasMeans: true });
  if (!isOld && random.chance(12)) return random.chance(50) ? [] : ['submit'];
  if (check !== 'review') return ['submit', check, ...(check === 'admit-by-list' && isOld && random.chance(30) ? (['exit'] as const) : [])];
  if (!isOld && random.chance(45)) return random.chance(70) ? ['submit', 'review'] : ['submit', 'review', 'supplement'];
  if (random.chance(8)) return ['submit', 'review', 'withdraw'];
  return ['submit', 'review', ...(random.chance(25) ? (['supplement', 'resubmit'] as const) : []), random.chance(60) ? 'approve' : 'reject'];
}

const WORDS: Readonly<Partial<Record<AdmissionMove, string>>> = { approve: '经联席会议研究，同意准入', reject: '与现有事项重复，且未落实经费', supplement: '请补充法律依据和培训安排', withdraw: '部门自行撤回', exit: '事项已完成，居民代表同意退出' };

function writeApplication({ work, random, written, bodies, items }: Filling, appliedOn: string, no: string): void {
  const [department, title, listTitle] = random.pick(TASKS);
  const listed = items.get(listTitle);
  const isOld = appliedOn < addDays(work.today, -60);
  const published = work.calendar.published();
  const startsOn = addWorkingDays(appliedOn, random.between(30, 45), published);
  const isTemporary = random.chance(55);
  const moneyFen = listed?.kind === 'negative' || random.chance(35) ? 0 : random.between(10, 300) * 10_000;
  const moves = wayOf(random, listed, isOld);
  const base: AdmissionRecord = {
    ...begunRemovable(work), no, bodyId: bodies[department] ?? '', title, content: `${title}，按季度完成并报送结果。`, legalBasis: listed ? '见清单所列依据' : '部门工作方案〔第 3 条〕', authority: '可使用社区议事厅，可查询登记信息', isTemporary,
    startsOn, endsOn: isTemporary ? addDays(startsOn, random.between(60, 300)) : null, moneyFen, moneyDueOn: moneyFen === 0 ? null : addDays(startsOn, random.between(-20, 40)), staff: random.chance(40) ? '部门派员一名' : '', training: random.chance(60) ? '开始前培训一次' : '',
    exempt: 'none', exemptReason: '', state: 'draft', listItemId: null, appliedOn: null, reviewDueOn: null, decidedOn: null,
  };
  let at = appliedOn;
  let record = base;
  const steps = moves.map((move) => {
    record = { ...record, state: stateAfter(record.state, move) ?? record.state };
    if (move === 'submit') record = { ...record, appliedOn };
    if (move === 'review' || move === 'resubmit') record = { ...record, reviewDueOn: addWorkingDays(at, REVIEW_DAYS, published) };
    if (['admit-by-list', 'reject-by-list', 'approve', 'reject'].includes(move)) record = { ...record, decidedOn: at, reviewDueOn: null, listItemId: listed?.id ?? null };
    const step = { ...begunRemovable(work), admissionId: base.id, move, state: record.state, enteredOn: at, byName: move === 'submit' ? '王芳' : '李站长', reason: WORDS[move] ?? '' };
    at = addWorkingDays(at, random.between(1, 8), published);
    if (at > work.today) at = work.today;
    return step;
  });
  work.admissions.insert(record);
  written('admission', record.id);
  for (const step of steps) {
    work.admissions.steps.insert(step);
    written('admission_step', step.id);
  }
  writePayments({ work, random, written }, record);
}

/** Most promised money came in one or two parts, some of it never. */
function writePayments({ work, random, written }: Pick<Filling, 'work' | 'random' | 'written'>, { id, state, moneyFen, moneyDueOn }: AdmissionRecord): void {
  if (moneyDueOn === null || !['admitted', 'exited'].includes(state) || random.chance(25)) return;
  const inParts = random.chance(40);
  const shares = inParts ? [Math.floor(moneyFen / 2), moneyFen - Math.floor(moneyFen / 2)] : [moneyFen];
  shares.forEach((amountFen, at) => {
    const receivedOn = addDays(moneyDueOn, random.between(-10, 25) + at * 40);
    if (receivedOn > work.today) return;
    const payment = { ...begunRemovable(work), admissionId: id, receivedOn, amountFen, voucherNo: `记${random.between(1, 99)}`, note: '' };
    work.admissions.payments.insert(payment);
    written('admission_payment', payment.id);
  });
}

function writeRefusals({ work, random, written, bodies, items }: Filling): void {
  const counts = new Map<string, number>();
  for (let at = 0; at < REFUSALS; at += 1) {
    const refusedOn = addDays(work.today, -Math.floor(((REFUSALS - at) / REFUSALS) * YEARS_BACK * 365) + random.between(0, 3));
    const [department, , title] = random.pick(DEMANDED);
    const negative = random.chance(35) ? random.pick(LIST_ITEMS.negative) : null;
    const year = refusedOn.slice(0, 4);
    counts.set(year, (counts.get(year) ?? 0) + 1);
    const refusal = {
      ...begunRemovable(work), no: `JS${year}-${String(counts.get(year)).padStart(4, '0')}`, bodyId: bodies[department] ?? '', broughtBy: random.pick(BROUGHT_BY), refusedOn: refusedOn > work.today ? work.today : refusedOn, title: negative?.[0] ?? title, content: '',
      listItemId: negative ? (items.get(negative[0])?.id ?? null) : null, rightOffice: negative?.[3] ?? '', reason: negative ? '列入负面事项清单' : '没有经过准入审批', refusedBy: '王芳',
    };
    work.doorRefusals.insert(refusal);
    written('door_refusal', refusal.id);
  }
}

function writeBurden({ work, random, written, bodies }: Filling): void {
  const members = work.gridMembers.list({ text: '', gridId: null, offset: 0, limit: 20 }).rows;
  const admitted = work.admissions.listAdmittedWithMoney({ today: work.today, redBefore: work.today }, { offset: 0, limit: 100 });
  for (let month = YEARS_BACK * 12 - 1; month >= 0; month -= 1) {
    for (let at = 0; at < BURDEN_A_MONTH; at += 1) {
      const doneOn = addDays(work.today, -month * DAYS_A_MONTH - random.between(0, DAYS_A_MONTH - 1));
      const [department, kind, title, minutes, forms] = random.pick(DEMANDED);
      const task = random.chance(22) && admitted.length > 0 ? random.pick(admitted) : null;
      const isOwn = task === null && random.chance(25);
      const record = {
        ...begunRemovable(work), bodyId: isOwn ? null : (task?.bodyId ?? bodies[department] ?? null), kind: isOwn ? 'other' : task ? 'survey' : kind, title: isOwn ? random.pick(OWN_WORK) : (task?.title ?? title), doneOn,
        minutes: Math.round(minutes * (0.6 + random.next())), people: random.between(1, 4), forms: isOwn ? 0 : forms, gridMemberId: members.length > 0 && random.chance(60) ? random.pick(members).id : null, admissionId: task?.id ?? null, note: '',
      };
      work.burden.insert(record);
      written('burden_record', record.id);
    }
  }
}

/** Five years of admission: lists in editions, applications in every state, money on time and late, tasks refused at the door, hours and forms. */
export const writeAdmissionDemo: DemoWriter = (work, { seed, gridIds, written }) => {
  const random = randomOfPart(seed, PART);
  const bodies = writeDepartments(work, written, gridIds);
  const items = writeLists(work, written);
  const filling: Filling = { work, random, written, bodies, items };
  const oldest = addDays(work.today, -YEARS_BACK * 365);
  const past = Array.from({ length: APPLICATIONS_A_YEAR * YEARS_BACK }, () => addDays(oldest, random.between(0, YEARS_BACK * 365 - 50)));
  const recent = Array.from({ length: RECENT }, (_, at) => addDays(work.today, -45 + at * 4));
  const numbers = new Map<string, number>();
  for (const day of [...past, ...recent].toSorted()) {
    const year = day.slice(0, 4);
    numbers.set(year, (numbers.get(year) ?? 0) + 1);
    writeApplication(filling, day, `ZR${year}-${String(numbers.get(year)).padStart(4, '0')}`);
  }
  writeRefusals(filling);
  writeBurden(filling);
};
