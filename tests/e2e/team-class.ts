import { expect, type Locator, type Page } from '@playwright/test';
import type { ExamSheet } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import { expectAccessible, goTo } from './desk.ts';

/** The window of a journey, its language, and how things in it are found, pressed and asked. */
export type TeamDesk = {
  readonly page: Page;
  readonly look: { readonly need: string; readonly className: string; readonly nobody: string; readonly exam: string; readonly notNumber: string };
  readonly say: (id: string, values?: Record<string, string | number>) => string;
  readonly title: (words: string | RegExp) => Promise<void>;
  readonly press: (name: string, inside?: Locator) => Promise<void>;
  readonly confirm: (name: string) => Promise<void>;
  readonly field: (label: string) => Locator;
  readonly pick: (label: string, option: string | RegExp, typed?: string) => Promise<void>;
  readonly dialog: () => Locator;
  readonly closed: () => Promise<void>;
  readonly data: <T>(operation: string, input?: unknown) => Promise<T>;
  readonly training: <T>(name: string, input?: unknown) => Promise<T>;
};

/** A need of one person, the class that answers it, attendance by keyboard and an exam; answers the class and its first two people. */
export async function learn({ page, look, say, title, press, confirm, field, pick, dialog, closed, data, training }: TeamDesk): Promise<{ readonly classId: string; readonly one: { readonly id: string; readonly name: string } }> {
  const { rows: [one, two] } = await data<{ rows: { id: string; name: string }[] }>('staff.listGridMembers', { classes: ['grid-member'], limit: 2 });
  if (!one || !two) throw new Error('the demo has a team');
  await goTo(page, '/training/needs');
  await title(say('training.needs'));
  await page.keyboard.press('Control+n');
  await field(say('training.field.subject')).fill(look.need);
  await pick(say('training.field.memberId'), new RegExp(one.name), one.name);
  await confirm(say('common.save'));
  await closed();

  await goTo(page, '/training/classes');
  await title(say('training.classes'));
  await page.keyboard.press('Control+n');
  await field(say('training.field.name')).fill(look.className);
  await field(say('training.field.untilOn')).fill('2099-12-31');
  await field(say('training.field.untilOn')).press('Tab');
  await confirm(say('common.save'));
  await title(look.className);
  const [made] = await training<{ id: string; fromOn: string }[]>('listTrainingClasses', { filter: { text: look.className } });
  if (!made) throw new Error('the class was not made');

  await goTo(page, '/training/needs');
  await title(say('training.needs'));
  await page.getByText(look.need).first().dblclick();
  await pick(say('training.field.classId'), look.className);
  await confirm(say('common.save'));
  await closed();

  await goTo(page, `/training/classes/${made.id}`);
  await press(say('training.enrol'));
  await dialog().getByRole('textbox', { name: say('training.enrol.paste') }).fill(`${two.name}\n${look.nobody}`);
  await expect(dialog().getByText(look.nobody).last()).toBeVisible();
  await confirm(say('training.enrol.do', { count: 1 }));
  await closed();
  await press(say('training.course.new'));
  await field(say('training.course.field.title')).fill(look.need);
  await confirm(say('common.save'));
  await closed();
  await press(say('training.session.new-of', { course: look.need }));
  await field(say('training.field.place')).fill('305');
  await field(say('training.field.trainer')).fill('孙强');
  await confirm(say('common.save'));
  await closed();
  await press(say('training.class.start'));
  await expect(page.getByText(say('training.class.state.running'), { exact: true }).first()).toBeVisible();
  await expectAccessible(page, 'the class');

  await page.getByRole('table', { name: look.need }).getByRole('link').first().click();
  await title(look.need);
  for (const key of ['d', 'd']) await page.keyboard.press(key);
  await expect(page.getByText(say('training.sheet.figure', { people: 2, open: 0 }))).toBeVisible();
  await expectAccessible(page, 'the sheet');
  await page.keyboard.press('Control+s');
  await press(say('training.sheet.close'));
  await expect(page.getByText(say('training.session.state.held')).first()).toBeVisible();

  const exam = await training<{ id: string }>('createExam', { classId: made.id, title: look.exam, heldOn: made.fromOn, makeUpOn: null, place: '', fullTenths: 1000, passTenths: 600 });
  const { lines } = await training<ExamSheet>('getExamSheet', { id: exam.id });
  await goTo(page, `/training/exams/${exam.id}`);
  await title(look.exam);
  await page.locator('main table input').first().focus();
  for (const { memberId } of lines) {
    if (memberId !== one.id) {
      await page.keyboard.type(look.notNumber);
      await expect(page.getByText(say('training.cell.not-a-number'))).toBeVisible();
      await page.keyboard.press('Control+a');
    }
    await page.keyboard.type(memberId === one.id ? '96' : '40');
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Control+s');
  await press(say('training.exam.publish', { missing: 0 }));
  await expect(page.getByText(say('training.exam.due')).first()).toBeVisible();
  const { exam: stored } = await training<ExamSheet>('getExamSheet', { id: exam.id });
  await training('closeExam', { id: exam.id, version: stored.version });

  await goTo(page, `/training/classes/${made.id}`);
  await title(look.className);
  await press(say('training.class.finish'));
  await confirm(say('training.class.finish'));
  await press(say('training.class.certify'));
  await goTo(page, '/training/certificates');
  await expect(page.getByText(look.className).first()).toBeVisible();
  return { classId: made.id, one };
}
