import { expect, test, type Page } from '@playwright/test';
import { callFrom, expectAccessible, goTo, journeyFolder, nextPage, removeFolder, startDemo, startDesk, type RunningDesk } from './desk.ts';

let folder: string;
let desk: RunningDesk;
let page: Page;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = journeyFolder();
  ({ desk, page } = await startDemo(folder));
  await expect(page.locator('main h1')).toBeVisible({ timeout: 60_000 });
});
test.afterAll(async () => {
  await desk.app.close().catch(() => undefined);
  removeFolder(folder);
});

const title = (words: string | RegExp) => expect(page.locator('main h1')).toHaveText(words);
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const field = (name: string) => page.getByRole('dialog').getByRole('textbox', { name });
const data = async <T>(operation: string, input: unknown = {}): Promise<T> => {
  const answer = await callFrom(page, operation, input);
  if (!answer.ok) throw new Error(`${operation}: ${JSON.stringify(answer.error)}`);
  return answer.data as T; // the operation's output
};
const save = async () => {
  await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

test('from a need to a class, attendance by keyboard, an exam with a make-up and a certificate, kept over a restart', async () => {
  const { rows: members } = await data<{ rows: { id: string; name: string }[] }>('staff.listGridMembers', { limit: 3 });
  const [one, two, three] = members;
  if (!one || !two || !three) throw new Error('the demo has a team');
  await data('trainingAssessment.createTrainingNeed', { kind: 'own-request', memberId: one.id, subject: '电动车火灾处置', reason: '', raisedOn: new Date().toISOString().slice(0, 10), dueOn: null });

  await goTo(page, '/training/classes');
  await title('班次');
  await page.keyboard.press('Control+n');
  await field('班名').fill('消防应急班');
  await field('结束').fill('2099-12-31');
  await field('结束').press('Tab');
  await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click();
  await title('消防应急班');
  const [made] = await data<{ id: string; version: number; fromOn: string }[]>('trainingAssessment.listTrainingClasses', { filter: { text: '消防应急班' } });
  if (!made) throw new Error('the class was not made');

  await goTo(page, '/training/needs');
  await title('培训需求');
  await page.getByText('电动车火灾处置').first().dblclick();
  await page.getByRole('dialog').getByRole('combobox', { name: '班次' }).or(page.getByRole('dialog').getByRole('textbox', { name: '班次' })).first().click();
  await page.getByRole('option', { name: '消防应急班' }).click();
  await save();

  await goTo(page, `/training/classes/${made.id}`);
  await button('报名').click();
  await page.getByRole('dialog').getByRole('textbox', { name: '或粘贴名单' }).fill(`${two.name}\n${three.name}\n查无此人`);
  await expect(page.getByRole('dialog').getByText(/第 3 行“查无此人”/)).toBeVisible();
  await button('2 人报名').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await button('添加课程').click();
  await field('课程名称').fill('火灾处置');
  await save();
  await button(/给“火灾处置”安排课次/).click();
  await field('地点').fill('三楼会议室');
  await field('主讲人').fill('消防站 孙强');
  await save();
  await button('开班').click();
  await expect(page.getByText('进行中', { exact: true }).first()).toBeVisible();
  await expectAccessible(page, 'the class');

  await page.getByRole('table', { name: '火灾处置' }).getByRole('link').first().click();
  await title('火灾处置');
  for (const key of ['d', 'c', 'd']) await page.keyboard.press(key);
  await expect(page.getByText('3 人，全部记录')).toBeVisible();
  await expectAccessible(page, 'the sheet');
  await page.keyboard.press('Control+s');
  await button('完成考勤').click();
  await expect(page.getByText('考勤完成')).toBeVisible();

  const exam = await data<{ id: string }>('trainingAssessment.createExam', { classId: made.id, title: '结业考试', heldOn: made.fromOn, makeUpOn: null, place: '', fullTenths: 1000, passTenths: 600 });
  await goTo(page, `/training/exams/${exam.id}`);
  await title('结业考试');
  await page.getByRole('textbox', { name: /的分数$/ }).first().focus();
  await page.keyboard.type('92');
  await page.keyboard.press('Enter');
  await page.keyboard.type('四十');
  await expect(page.getByText('要填数字，最多一位小数')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  await page.keyboard.type('75.5');
  await page.keyboard.press('Control+s');
  await button('公布成绩').click();
  await expect(page.getByText('待补考').first()).toBeVisible();
  await expectAccessible(page, 'the scores');
  const { exam: stored } = await data<{ exam: { version: number } }>('trainingAssessment.getExamSheet', { id: exam.id });
  expect(await callFrom(page, 'trainingAssessment.closeExam', { id: exam.id, version: stored.version })).toMatchObject({ ok: true });

  await goTo(page, `/training/classes/${made.id}`);
  await title('消防应急班');
  await button('结业').click();
  await page.getByRole('dialog').getByRole('button', { name: '结业', exact: true }).click();
  await button('颁发结业证').click();
  await goTo(page, '/training/certificates');
  await title('结业证');
  await expect(page.getByText('消防应急班').first()).toBeVisible();

  await desk.app.close();
  desk = await startDesk(folder, ['--demo']);
  page = await nextPage(desk, 'desk.html');
  await expect(page.locator('main h1')).toBeVisible({ timeout: 60_000 });
  const kept = await data<{ result: string; certificate: string }[]>('trainingAssessment.listEnrolments', { filter: { classId: made.id } });
  expect(kept.map(({ result, certificate }) => [result, certificate !== ''])).toEqual(expect.arrayContaining([['passed', true], ['failed-exam', false]]));
});

test('the other screens of training show the demo and can be read by everybody', async () => {
  for (const [place, name] of [['/training/plans', '培训计划'], ['/training/record', '季度培训记录'], ['/training/figures', '培训图表'], ['/training/members', '人员学时'], ['/training/own', '我的培训']] as const) {
    await goTo(page, place);
    await title(name);
    await expectAccessible(page, name);
  }
});
