import { expect, test, type Locator, type Page } from '@playwright/test';
import { createIntl } from 'react-intl';
import { messageId } from '#renderer/i18n/messages.ts';
import en from '#resources/locales/en.ts';
import zhCN from '#resources/locales/zh-CN.ts';
import type { CaseRow } from '#shared/modules/staff/rewards/reward.schema.ts';
import { scoreOf } from '#shared/modules/training-assessment/assessment/score.rules.ts';
import type { PlanSheet } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import type { Sheet, SheetRow } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import type { EnrolmentRow } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import { callFrom, expectAccessible, goTo, journeyFolder, nextPage, removeFolder, startDemo, type RunningDesk } from './desk.ts';
import { learn } from './team-class.ts';

/** Printed in the README: the demo holds only invented people. */
const PASSWORD = 'GridDesk-2026';
/** What is typed, in both languages; the words of the screens come from the locale files. */
const LOOKS = [
  { locale: 'zh-CN', messages: zhCN, need: '电动车火灾处置', className: '消防应急班', nobody: '查无此人', plan: '年末网格员考评', refused: '平台登录次数', check: '现场检查', exam: '结业考试成绩', why: '站务会讨论同意', appeal: '检查当天正在抢险', notNumber: '四十' },
  { locale: 'en', messages: en, need: 'Fires of electric bicycles', className: 'Fire drill', nobody: 'Nobody Known', plan: 'Members at the end of the year', refused: 'Log-ins per week', check: 'Inspection on site', exam: 'Result of the exam', why: 'Agreed in the meeting', appeal: 'There was an emergency that day', notNumber: 'forty' },
] as const;
type Look = (typeof LOOKS)[number];

const kept: { readonly look: Look; readonly classId: string; readonly sheetId: string; readonly memberId: string }[] = [];
let folder: string;
let desk: RunningDesk;
let page: Page;
let look: Look = LOOKS[0];
let intl = createIntl({ locale: 'zh-CN', messages: zhCN });
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = journeyFolder();
  ({ desk, page } = await startDemo(folder));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(page.locator('main h1')).toBeVisible({ timeout: 60_000 });
});
test.afterAll(async () => {
  await desk.app.close().catch(() => undefined);
  removeFolder(folder);
});

const say = (id: string, values: Record<string, string | number> = {}): string => intl.formatMessage({ id: messageId(id) }, values);
const named = (words: string): RegExp => new RegExp(`^${words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}( \\*)?$`);
const title = (words: string | RegExp) => expect(page.locator('main h1')).toHaveText(words);
const dialog = () => page.getByRole('dialog').first();
const press = (name: string, inside: Locator = page.locator('main')) => inside.getByRole('button', { name, exact: true }).first().click();
const confirm = (name: string) => press(name, dialog());
const field = (label: string) => dialog().locator('input:not([type=hidden]), textarea').and(page.getByLabel(named(label))).first();
const pick = async (label: string, option: string | RegExp, typed = '') => {
  await field(label).click();
  if (typed !== '') await field(label).fill(typed);
  await page.getByRole('option', { name: option }).first().click();
};
const closed = () => expect(page.getByRole('dialog')).toHaveCount(0);
async function data<T>(operation: string, input: unknown = {}): Promise<T> {
  const answer = await callFrom(page, operation, input);
  if (!answer.ok) throw new Error(`${operation}: ${JSON.stringify(answer.error)}`);
  return answer.data as T; // the operation's output
}
const training = <T>(name: string, input: unknown = {}) => data<T>(`trainingAssessment.${name}`, input);

/** Somebody else sits down, in the language of the journey; main replaces the page each time. */
async function sitDown(name: string): Promise<void> {
  await callFrom(page, 'session.signOut', {}).catch(() => undefined);
  page = await nextPage(desk, 'sign-in.html');
  await callFrom(page, 'session.signIn', { name, password: PASSWORD }).catch(() => undefined);
  page = await nextPage(desk, 'desk.html');
  await speak();
}
async function speak(): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' }); // what fades in would be judged half way
  await expect(page.locator('main h1')).toBeVisible({ timeout: 60_000 });
  await data('settings.updatePreferences', { locale: look.locale });
  await page.reload();
  await title(say('today.title'));
}

async function addItem(name: string, kind: string, points: string): Promise<void> {
  await press(say('assessment.item.new'));
  await field(say('assessment.field.title')).fill(name);
  await pick(say('assessment.field.kind'), kind);
  await field(say('assessment.field.fullScore')).fill(points);
}

/** A plan that weighs the exam and an inspection; what is never counted is refused with its reason, and so is a plan that does not sum. */
async function weigh(): Promise<PlanSheet> {
  await goTo(page, '/assessment/plans');
  await title(say('assessment.plans'));
  await page.keyboard.press('Control+n');
  await field(say('assessment.field.title')).fill(look.plan);
  await confirm(say('common.save'));
  await title(look.plan);
  await addItem(look.refused, say('assessment.item-kind.scored'), '900');
  await confirm(say('common.save'));
  await expect(dialog()).toContainText(say('error.assessment/indicator-refused', { indicator: 'logins' }));
  await field(say('assessment.field.title')).fill(look.check);
  await confirm(say('common.save'));
  await closed();
  await press(say('assessment.plan.enable'));
  await confirm(say('assessment.plan.enable'));
  await expect(dialog()).toContainText(say('error.assessment/weights-do-not-sum', { title: look.plan, sum: 900, full: 1000 }));
  await confirm(say('common.cancel'));
  await addItem(look.exam, say('assessment.item-kind.indicator'), '100');
  await pick(say('assessment.field.sourceId'), say('assessment.indicator.training-exams'));
  await confirm(say('common.save'));
  await closed();
  await press(say('assessment.plan.enable'));
  await confirm(say('assessment.plan.enable'));
  await expect(page.locator('main').getByRole('button', { name: say('assessment.plan.sheets') })).toBeVisible();
  await expectAccessible(page, 'a plan');
  const plan = (await training<PlanSheet[]>('listPlans')).find((one) => one.title === look.plan);
  if (!plan) throw new Error('the plan was not made');
  return plan;
}

/** From self-assessment over the lock and the superior to the band of one person, with the training beside it. */
async function judge(plan: PlanSheet, subjectId: string): Promise<string> {
  const row = (await training<SheetRow[]>('listSheets', { filter: { planId: plan.id } })).find((one) => one.subjectId === subjectId);
  if (!row) throw new Error('everybody has a sheet');
  const cell = (line: string, name: 'selfScore' | 'score' | 'basis') => page.getByRole('textbox', { name: `${line} ${say(`assessment.field.${name}`)}`, exact: true });
  const act = async (name: 'report' | 'score' | 'archive') => {
    await press(say(`assessment.act.${name}`));
    await confirm(say(`assessment.act.${name}`));
    await closed();
  };
  await goTo(page, `/assessment/sheets/${row.id}`);
  await title(row.subjectName);
  await cell(look.check, 'selfScore').fill('880');
  await expect(page.locator('main').getByRole('button', { name: say('assessment.act.report'), exact: true })).toBeDisabled();
  await expect(page.getByText(say('assessment.form.save-first'))).toBeVisible();
  await press(say('assessment.form.save-self'));
  await expect(page.locator('main').getByRole('button', { name: say('assessment.form.save-self') })).toBeDisabled();
  await act('report');
  await cell(look.check, 'score').fill('890');
  await cell(look.check, 'basis').fill('5');
  await press(say('assessment.form.save-superior'));
  await expect(page.locator('main').getByRole('button', { name: say('assessment.form.save-superior') })).toBeDisabled();
  await act('score');
  await act('archive');
  await expect(page.getByRole('table', { name: say('assessment.follows') })).toBeVisible();
  const sheet = await training<Sheet>('getSheet', { id: row.id });
  expect(sheet.total).toBe(sheet.lines.reduce((sum, { score }) => sum + (score ?? 0), 0));
  const exams = sheet.lines.find(({ title: line }) => line === look.exam); // the one of this journey and those of the demo's classes
  expect(exams?.score).toBe(scoreOf(exams?.earned ?? 0, exams?.due ?? 0, { fullScore: 10_000, floorShare: 0, targetShare: 10_000 }));
  expect(sheet).toMatchObject({ band: 'excellent', total: 89_000 + (exams?.score ?? 0) });
  await expect(page.getByRole('table', { name: say('assessment.training') })).toContainText(look.className);
  await page.getByRole('table', { name: say('assessment.result') }).getByRole('link', { name: look.exam }).click();
  await expect(page.getByText(say('assessment.frozen'))).toBeVisible();
  return row.id;
}

/** What follows is decided and becomes a case of the ledger, which who proposed it cannot approve; then the result is appealed. */
async function reward(sheetId: string, person: { readonly id: string; readonly name: string }): Promise<void> {
  await goTo(page, `/assessment/sheets/${sheetId}`);
  await title(person.name);
  await press(say('assessment.confirm'));
  await expect(field(say('assessment.hand-on.rule'))).not.toHaveValue('');
  await field(say('common.reason')).fill(look.why);
  await confirm(say('assessment.confirm'));
  await closed();
  const follows = page.getByRole('table', { name: say('assessment.follows') });
  await expect(follows).toContainText(look.why);
  await follows.getByRole('link', { name: say('assessment.handed.case', { state: 'proposed' }) }).click();
  await title(say('reward.title'));
  await page.getByRole('gridcell', { name: look.why }).first().click();
  await page.keyboard.press('Space');
  await expect(page.getByText(say('reward.to-sheet'))).toBeVisible();
  await expect(page.getByRole('button', { name: say('reward.decide'), exact: true })).toHaveCount(0);
  await page.getByText(say('reward.to-sheet')).click();
  await title(person.name);

  await press(say('assessment.act.appeal'));
  await field(say('common.reason')).fill(look.appeal);
  await confirm(say('assessment.appeal-do'));
  await closed();
  await press(say('assessment.uphold'));
  await field(say('common.reason')).fill(look.why);
  await confirm(say('assessment.uphold'));
  await expect(dialog()).toContainText(say('error.assessment/another-person'));
  await confirm(say('common.cancel'));
  await expectAccessible(page, 'a sheet');
}

test('a vacancy leads over a candidate, the check and an exemption by another to an appointment; the desk is never empty', async () => {
  page.setDefaultTimeout(15_000);
  await goTo(page, '/staff/vacancies');
  await title('空缺与招录');
  await page.keyboard.press('Control+n');
  await pick('岗位', /窗口社工/);
  await confirm('保存');
  await title('空缺：窗口社工');
  await page.keyboard.press('Control+n');
  await field('姓名').fill('郭晓东');
  await field('出生日期').fill('1970-03-02');
  await pick('学历', /^大学本科$/, '大学本科');
  await pick('专业', /法学/, '法学');
  await page.getByLabel('普通话二级乙等以上').check();
  await confirm('保存');
  const card = page.getByRole('article', { name: '郭晓东' });
  await expect(card.getByRole('row', { name: /年龄/ })).toContainText('不符合');
  await expect(card.getByRole('button', { name: '录用任职' })).toHaveCount(0);
  await expectAccessible(page, 'a vacancy with a candidate');
  await press('申请豁免', card);
  await dialog().getByLabel(/原因/).fill('退役军人，做过十年社区工作');
  await confirm('申请豁免');
  await expect(card).toContainText('等另一位负责人审批');
  await expect(card.getByRole('button', { name: '审批豁免' })).toHaveCount(0);

  await goTo(page, '/staff/vacancies');
  await title('空缺与招录');
  await page.getByRole('gridcell', { name: '网格员', exact: true }).first().click();
  await page.keyboard.press('Enter');
  await title('空缺：网格员');
  const waiting = page.getByRole('article', { name: '钟国强' });
  await press('审批豁免', waiting);
  await dialog().getByLabel(/意见/).fill('经验突出，同意');
  await confirm('审批豁免');
  await press('录用任职', waiting);
  await confirm('录用任职');
  await expect(waiting).toContainText('已录用');
  await expect(page.getByText('已补齐').first()).toBeVisible();

  await goTo(page, '/staff/duty');
  await title('值班表');
  await press('重新排班');
  await confirm('排班');
  await press('保存');
  await expect(page.getByRole('button', { name: '保存', exact: true })).toHaveCount(0);
  await expect(page.getByText('无人', { exact: true })).toHaveCount(0);
  await expectAccessible(page, 'the duty roster');
});

for (const one of LOOKS)
  test(`from a need to a class, an exam, a band, a reward and an appeal (${one.locale})`, async () => {
    look = one;
    intl = createIntl({ locale: one.locale, messages: one.messages });
    await sitDown('trainer');
    page.setDefaultTimeout(15_000);
    const { classId, one: person } = await learn({ page, look, say, title, press, confirm, field, pick, dialog, closed, data, training });
    await sitDown('demo');
    page.setDefaultTimeout(15_000);
    const sheetId = await judge(await weigh(), person.id);
    await reward(sheetId, person);
    kept.push({ look: one, classId, sheetId, memberId: person.id });
  });

test('all of it is there after a restart', async () => {
  await desk.app.close();
  ({ desk, page } = await startDemo(folder));
  await speak();
  for (const { look: typed, classId, sheetId, memberId } of kept) {
    const enrolled = await training<EnrolmentRow[]>('listEnrolments', { filter: { classId } });
    expect(enrolled.map(({ result, certificate }) => [result, certificate !== ''])).toEqual(expect.arrayContaining([['passed', true], ['failed-exam', false]]));
    const sheet = await training<Sheet>('getSheet', { id: sheetId });
    expect(sheet).toMatchObject({ state: 'archived', band: 'excellent', appeals: [{ state: 'open', reason: typed.appeal }], follows: [{ state: 'confirmed', reason: typed.why, handedState: 'proposed' }] });
    const cases = await data<CaseRow[]>('staff.listRewardCases', { filter: { memberId } });
    expect(cases.find(({ id }) => id === sheet.follows[0]?.caseId)).toMatchObject({ sheetId, planTitle: typed.plan, status: 'proposed' });
    await goTo(page, `/assessment/sheets/${sheetId}`);
    await expect(page.getByRole('table', { name: say('assessment.appeals') })).toContainText(typed.appeal);
  }
  await goTo(page, '/staff/grid-members?text=钟国强');
  await expect(page.getByText('钟国强').first()).toBeVisible();
  await goTo(page, '/staff/duty');
  await title(say('roster.title'));
  await expect(page.getByText('钟国强').first()).toBeVisible();
});
