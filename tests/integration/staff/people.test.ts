import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeXlsx } from 'hucre';
import type { Contact } from '#shared/modules/staff/directory/directory.schema.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { GridMember } from '#shared/modules/staff/grid-member.schema.ts';
import type { RaiseSimulation } from '#shared/modules/staff/grades/subsidy.schema.ts';
import type { RetirementRow, RetirementRule, SpanRow, StaffProfile, SuccessionRow } from '#shared/modules/staff/profile/profile.schema.ts';
import { retirementMonth } from '#shared/modules/staff/profile/retirement.rules.ts';
import type { CaseRow } from '#shared/modules/staff/rewards/reward.schema.ts';
import { hasForms, peerForm, rowsOf, stage, stageBytes } from '#tests/support/forms.ts';
import { ADMINISTRATOR_ID, openWorkstation, type Workstation } from '#tests/support/workstation.ts';
import { COLLEAGUE, memberDraft, staffOf } from '#tests/support/staff.ts';

let desk: Workstation;
let staff: ReturnType<typeof staffOf>;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  staff = staffOf(desk);
});
afterEach(() => desk.close());
const today = async () => (await desk.done<TodayItem[]>('notifications.listToday')).map(({ kind }) => kind);

describe('a person of the team', () => {
  it('keeps the fields of the work, with the private number masked and kept unless typed anew', async () => {
    const anna = await staff.member('安娜', { privatePhone: '13900001111', skills: ['急救'], grade: '2', startedOn: '2024-01-01' });
    expect(anna).toMatchObject({ privatePhoneMasked: '139****1111', skills: ['急救'], grade: '2' });
    expect(JSON.stringify(anna)).not.toContain('13900001111');
    await desk.done('staff.updateGridMember', { ...memberDraft('安娜', { phone: '13800002222' }), idNumber: undefined, id: anna.id, version: 1 });
    expect(desk.count('grid_member', "private_phone = '13900001111' AND grade = '2' AND phone_checked_on = '2026-03-02'")).toBe(1);
    const history = await desk.done('audit.listChanges', { entity: 'grid_member', id: anna.id });
    await desk.done('staff.updateGridMember', { ...memberDraft('安娜'), idNumber: undefined, id: anna.id, version: 2, privatePhone: '13700003333' });
    expect(JSON.stringify([history, await desk.done('audit.listChanges', { entity: 'grid_member', id: anna.id })])).not.toMatch(/1390000|1370000/);
  });

  it('has a chain above that never closes into a ring', async () => {
    const head = await staff.member('站长');
    const deputy = await staff.member('副站长', { superiorId: head.id });
    const worker = await staff.member('网格员', { superiorId: deputy.id });
    expect(await desk.done('staff.listChain', { id: worker.id })).toMatchObject([{ name: '副站长' }, { name: '站长' }]);
    expect(await desk.refused('staff.updateGridMember', { ...memberDraft('站长'), id: head.id, version: 1, superiorId: worker.id })).toBe('grid-member/chain-is-ring');
    expect(await desk.done<SpanRow[]>('staff.listSpans')).toMatchObject([{ name: '副站长', direct: 1, all: 1 }, { name: '站长', direct: 1, all: 2 }]);
  });

  it('who helps as a resident is named only to who may read the people of that grid', async () => {
    const north = await staff.grid('北网格');
    await staff.member('老赵', { staffClass: 'helper', teamKind: 'six-party', gridId: north.id });
    expect(await desk.done('staff.listGridMembers')).toMatchObject({ count: 1 });
    expect(await desk.callAs({ roles: ['trainer'] }, 'staff.listGridMembers', {})).toMatchObject({ data: { count: 0 } });
    expect(await desk.callAs({ roles: ['clerk'], scope: ['019c0000-0000-7000-8000-0000000000ff'] }, 'staff.listGridMembers', {})).toMatchObject({ data: { count: 0 } });
    expect(await desk.done<{ rows: Contact[] }>('staff.listContacts')).toEqual({ rows: [], count: 0 });
  });

  it('stands in the directory under the published number; missing and old ones are told', async () => {
    const anna = await staff.member('安娜', { phone: '13800002222', publishesPhone: false });
    const bo = await staff.member('薄一');
    expect((await desk.done<{ rows: Contact[] }>('staff.listContacts')).rows).toMatchObject([{ name: '安娜', phone: '' }, { name: '薄一', phone: '' }]);
    await desk.done('staff.updateGridMember', { ...memberDraft('安娜', { phone: '13800002222' }), id: anna.id, version: 1, publishesPhone: true });
    expect(await today()).toEqual(expect.arrayContaining(['staff-phones-missing']));
    desk.advance(200 * 86_400_000);
    expect(await today()).toEqual(expect.arrayContaining(['staff-phones-old']));
    expect(await desk.done<{ rows: GridMember[] }>('staff.listGridMembers', { phone: 'old' })).toMatchObject({ rows: [{ name: '安娜' }] });
    await desk.done('staff.confirmPhone', { id: anna.id, version: 2 });
    expect(await desk.done('staff.listGridMembers', { phone: 'old' })).toMatchObject({ count: 0 });
    expect(await desk.refused('staff.confirmPhone', { id: bo.id, version: 1 })).toBe('grid-member/no-phone');
  });

  it('tells a whole identity or private number to who keeps internal numbers, for a reason on record and within the day’s limit', async () => {
    const anna = await staff.member('安娜', { idNumber: '11010119900307109X', sex: '0', birthOn: null, privatePhone: '13911112222' });
    const asked = { table: 'grid_member', id: anna.id, field: 'idNumber', reason: '办理社保' };
    const { value, leftToday } = await desk.done<{ value: string; leftToday: number }>('numbers.revealNumber', asked);
    expect(value).toBe('11010119900307109X');
    expect(await desk.done('numbers.revealNumber', { ...asked, field: 'privatePhone' })).toEqual({ value: '13911112222', leftToday: leftToday - 1 });
    expect(desk.count('audit_entry', `action = 'person.revealed' AND entity = 'grid_member' AND entity_id = '${anna.id}' AND detail NOT LIKE '%139%'`)).toBe(2);
    expect(await desk.callAs({ roles: ['clerk'] }, 'numbers.revealNumber', asked)).toMatchObject({ error: { code: 'auth/forbidden' } });
    expect(await desk.refused('numbers.revealNumber', { ...asked, table: 'person' })).toBe('record/not-found');
    expect(await desk.refused('numbers.revealNumber', { ...asked, id: (await staff.member('薄一')).id })).toBe('numbers/none');
  });

  it('takes birth and sex from an identity number, and refuses one that is none or contradicts them', async () => {
    const known = { birthOn: null, sex: '0', idNumber: '11010119900307109X' };
    expect(await staff.member('安娜', known)).toMatchObject({ birthOn: '1990-03-07', sex: '1' });
    for (const [values, rule] of [[{ idNumber: '110101199003071091' }, 'checksum'], [{ idNumber: '110101900307109' }, 'fifteen'], [{ birthOn: '1990-03-08' }, 'birth'], [{ sex: '2' }, 'sex']] as const)
      expect(await desk.callAs({}, 'staff.createGridMember', memberDraft('薄一', { ...known, ...values }))).toMatchObject({ error: { code: 'grid-member/id-number-invalid', params: { rule } } });
    expect(desk.count('grid_member', "name = '薄一'")).toBe(0);
  });

  it('keeps a small picture in the file, and internal numbers apart', async () => {
    const anna = await staff.member('安娜');
    await desk.done('staff.savePhoto', { memberId: anna.id, data: 'A'.repeat(400) });
    await desk.done('staff.savePhoto', { memberId: anna.id, data: 'B'.repeat(400) });
    expect(await desk.done('staff.getPhotos', { memberIds: [anna.id] })).toEqual([{ memberId: anna.id, data: 'B'.repeat(400) }]);
    expect(await desk.refused('staff.savePhoto', { memberId: anna.id, data: '<script>'.repeat(50) })).toBe('validation/failed');
    await staff.undo();
    expect(await desk.done('staff.getPhotos', { memberIds: [anna.id] })).toMatchObject([{ data: 'A'.repeat(400) }]);
    await desk.done('staff.addInternalNumber', { memberId: anna.id, number: '8012', note: '分机' });
    expect(await desk.callAs({ roles: ['clerk'] }, 'staff.listInternalNumbers', {})).toMatchObject({ error: { code: 'auth/forbidden' } });
    expect(JSON.stringify(await desk.done('staff.listContacts'))).not.toContain('8012');
  });
});

describe('the form of the four teams', () => {
  const HEAD = ['成员姓名*', '服务网格*', '性别*', '政治面貌*', '所在单位', '职务', '特长', '联系手机', '出生日期', '联系电话', '网格管理员姓名', '网格管理员联系电话', '备注'];
  const book = async (...rows: (string | null)[][]) => Buffer.from(await writeXlsx({ sheets: [{ name: '成员信息登记表', rows: [['1.0', '四支队伍成员信息登记表'], HEAD, ...rows] }] }));
  const row = (values: Record<number, string> = {}) => ['老赵', '北网格', '男', '群众', '柳荫小学', '教师', '书画、调解', '13900001111', '1960-05-01', '', '王芳', '8012', ''].map((cell, at) => values[at] ?? cell);

  it('comes in with a dry run, is compared with what is stored, and goes again as a whole', async () => {
    await staff.grid('北网格');
    const first = await stageBytes(desk, '四支队伍.xlsx', await book(row(), row({ 0: '钱二', 7: '13900002222', 8: '', 3: '' }), row({ 0: '孙三', 1: '没有的网格' }), row({ 0: '李四', 7: '12' })));
    expect(first).toMatchObject({ profile: 'team-members', counts: { total: 4, new: 2, bad: 2 } });
    expect(desk.count('grid_member')).toBe(0);
    await desk.done('imports.commitStaged', { batchId: first.id });
    const stored = await desk.done<{ rows: GridMember[] }>('staff.listGridMembers');
    expect(stored.rows).toMatchObject([{ name: '老赵', staffClass: 'team-member', skills: ['书画', '调解'], gridName: '北网格', privatePhoneMasked: '139****1111', deskDuty: '教师', birthOn: '1960-05-01' }, { name: '钱二' }]);
    expect(desk.count('grid_member', "json_extract(extra, '$.网格管理员姓名') = '王芳'")).toBe(2);
    const again = await stageBytes(desk, '四支队伍.xlsx', await book(row({ 5: '校长' }), row({ 0: '钱二', 7: '13900002222', 8: '', 3: '' })));
    expect(again.counts).toMatchObject({ new: 0, changed: 1, same: 1 });
    expect((await rowsOf(desk, again.id)).flatMap(({ differences }) => differences)).toMatchObject([{ field: 'deskDuty', ours: '教师', theirs: '校长' }]);
    await desk.done('imports.undoBatch', { batchId: first.id });
    expect(await desk.done('staff.listGridMembers')).toMatchObject({ count: 0 });
  });

  it.skipIf(!hasForms)('is known as the province hands it out', async () => {
    expect(await stage(desk, peerForm('FOURTEAMMEMBERS'))).toMatchObject({ profile: 'team-members', asksKind: false });
  });
});

describe('rewards and penalties', () => {
  it('are decided along the chain of command, never by who proposed, and the grade follows', async () => {
    const head = await staff.member('站长', { accountId: COLLEAGUE.userId });
    const own = await staff.member('王芳', { accountId: ADMINISTRATOR_ID, superiorId: head.id });
    const worker = await staff.member('网格员', { superiorId: own.id, grade: '2' });
    const rule = await desk.done<{ id: string }>('staff.addRewardRule', { name: '年度优秀', kind: 'reward', form: 'grade-up', amountFen: 100_000, gradeStep: 1, basis: '奖惩办法第九条' });
    const put = (memberId: string) => desk.done<CaseRow>('staff.nominate', { memberId, ruleId: rule.id, happenedOn: '2026-03-01', facts: '走访记录完整', amountFen: null });
    const nominated = await put(worker.id);
    expect(nominated).toMatchObject({ gradeWas: '2', gradeBecomes: '3', amountFen: 100_000, chain: ['王芳', '站长'], mayDecide: false });
    expect(await desk.refused('staff.decideReward', { id: nominated.id, version: 1, approve: true, decision: '同意' })).toBe('reward/own-proposal');
    expect(await desk.callAs({ ...COLLEAGUE, userId: '019c0000-0000-7000-8000-0000000000b9' }, 'staff.decideReward', { id: nominated.id, version: 1, approve: true, decision: '同意' })).toMatchObject({ error: { code: 'reward/decider-unknown' } });
    expect(await desk.callAs(COLLEAGUE, 'staff.decideReward', { id: nominated.id, version: 1, approve: true, decision: '同意' })).toMatchObject({ data: { status: 'approved', deciderName: '站长' } });
    expect(await desk.done('staff.getGridMember', { id: worker.id })).toMatchObject({ grade: '3' });
    expect(await desk.done('staff.summariseRewards', { filter: {} })).toEqual({ rewards: 1, penalties: 0, rewardsFen: 100_000, penaltiesFen: 0, waiting: 0 });
    const about = await put(head.id);
    expect(await desk.callAs(COLLEAGUE, 'staff.decideReward', { id: about.id, version: 1, approve: true, decision: '同意' })).toMatchObject({ error: { code: 'reward/not-in-chain' } });
    expect(await desk.refused('staff.addRewardRule', { name: '错', kind: 'penalty', form: 'notice', amountFen: 0, gradeStep: 1, basis: '依据' })).toBe('validation/failed');
  });
});

describe('subsidies', () => {
  it('are reckoned month by month for who was in service, and a raise changes only the raised grades', async () => {
    await staff.member('甲', { grade: '1', startedOn: '2025-01-10' });
    await staff.member('乙', { grade: '2', startedOn: '2026-06-02' });
    for (const [grade, monthlyFen, fromOn] of [['1', 10_000, '2025-01-01'], ['1', 12_000, '2026-07-01'], ['2', 20_000, '2025-01-01']]) await desk.done('staff.addSubsidy', { grade, fromOn, monthlyFen, basis: '' });
    const held = await staff.appoint((await desk.done<{ rows: GridMember[] }>('staff.listGridMembers', { text: '甲' })).rows[0]?.id ?? '', (await staff.post({ subsidyFen: 1_000 })).id);
    expect(held.fromOn).toBe('2026-03-01');
    const { now, raised, moreFen } = await desk.done<RaiseSimulation>('staff.simulateRaise', { year: 2026, raises: [{ grade: '2', monthlyFen: 25_000 }] });
    expect(now).toMatchObject({ gradesFen: 6 * 10_000 + 6 * 12_000 + 6 * 20_000, postsFen: 10 * 1_000, totalFen: 262_000 });
    expect(now.lines.reduce((sum, { yearFen }) => sum + yearFen, 0)).toBe(now.gradesFen);
    expect([raised.totalFen - now.totalFen, moreFen]).toEqual([30_000, 30_000]);
    expect(await desk.refused('staff.addSubsidy', { grade: '1', fromOn: '2025-01-01', monthlyFen: 1, basis: '' })).toBe('subsidy/day-taken');
  });
});

describe('odd input about people', () => {
  it('refuses days that cannot be, and a name without a letter', async () => {
    for (const birthOn of ['0001-01-01', '2026-03-03', '9999-12-31']) expect(await desk.refused('staff.createGridMember', memberDraft('甲', { birthOn })), birthOn).toBe('grid-member/born-unlikely');
    expect(await desk.refused('staff.createGridMember', memberDraft('甲', { birthOn: '1990-05-01', startedOn: '1990-04-30' }))).toBe('grid-member/before-birth');
    expect(await desk.refused('staff.createGridMember', memberDraft('\u200B\u200B'))).toBe('validation/failed');
    const one = await staff.member('乙', { birthOn: '1992-02-29' });
    const post = await staff.post();
    expect(await desk.refused('staff.endService', { id: one.id, version: one.version, leftOn: '1992-02-28', reason: '写错了' })).toBe('grid-member/before-birth');
    expect(await desk.refused('staff.appoint', { memberId: one.id, postId: post.id, gridId: null, fromOn: '0001-01-01', untilOn: null, reason: '' })).toBe('grid-member/before-birth');
  });

  it('takes no letter of a search for a wildcard, and wide digits for digits', async () => {
    const one = await staff.member('丙', { phone: '13800001234' });
    const found = async (text: string) => [await desk.done<{ rows: { id: string }[] }>('staff.listContacts', { text }), await desk.done<{ rows: { id: string }[] }>('staff.listGridMembers', { text })].map(({ rows }) => rows.map(({ id }) => id));
    for (const text of ['%', '_', '%3%']) expect(await found(text), text).toEqual([[], []]);
    for (const text of ['１３８', 'b']) expect(await found(text), text).toEqual([[one.id], [one.id]]);
  });
});

describe('the profile of the staff', () => {
  it('counts everybody once, names who ends when by the rule, and who could take over', async () => {
    const post = await staff.post({ name: '副站长', quota: 1, conditions: { minEducation: '30', minAge: null, maxAge: 50, professions: [], minYears: null, others: [] } });
    const old = await staff.member('老陈', { sex: '1', birthOn: '1966-09-10', education: '20' });
    desk.sqlite().prepare("INSERT INTO appointment (id, community_id, version, created_at, updated_at, member_id, person_name, post_id, place, is_responsible, from_on, reason, end_reason) VALUES ('x', 'c', 1, '', '', ?, '老陈', ?, '', 0, '2020-01-01', '', '')").run(old.id, post.id);
    await staff.member('小李', { birthOn: '1995-01-01', education: '20', retirementClass: 'women-55' });
    await staff.member('小张', { birthOn: '1994-01-01', education: '70' });
    await staff.member('老赵', { birthOn: '1976-05-01', education: '20', retirementClass: 'women-50' });
    const profile = await desk.done<StaffProfile>('staff.getStaffProfile');
    expect(profile).toMatchObject({ people: 4, withoutRetirementClass: 1, withoutBirth: 0 });
    expect(profile.ages.reduce((sum, { male, female, other }) => sum + male + female + other, 0)).toBe(4);
    const rules = await desk.done<RetirementRule[]>('staff.listRetirementRules');
    const rows = await desk.done<RetirementRow[]>('staff.listRetirements', { filter: { within: 24 } });
    expect(rows).toMatchObject([{ name: '老赵', month: '2027-02' }, { name: '老陈', month: '2027-03', monthsLeft: 12 }]);
    expect(rows[1]?.month).toBe(retirementMonth('1966-09-10', rules[0] as RetirementRule));
    expect(await desk.done<SuccessionRow[]>('staff.listSuccession', { filter: { within: 24 } })).toMatchObject([{ memberName: '老陈', postName: '副站长', fits: 1, names: ['小李'] }]);
    const { id: _id, ...own } = rules[0] as RetirementRule;
    await desk.done('staff.saveRetirementRule', { ...own, originalMonths: 58 * 12, version: 0 });
    expect(await desk.done<RetirementRow[]>('staff.listRetirements', { filter: { within: 24 } })).toMatchObject([{ month: '2024-09' }, { month: '2027-02' }]);
    await staff.undo();
    expect(await desk.done<RetirementRow[]>('staff.listRetirements', { filter: { within: 24 } })).toMatchObject([{ month: '2027-02' }, { month: '2027-03' }]);
  });
});
