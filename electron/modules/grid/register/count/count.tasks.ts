import type { TaskContext } from '#electron/ipc/task-context.ts';
import { askWhere, writeBytes } from '#electron/kernel/files/save-file.ts';
import type { WrittenFiles } from '#electron/kernel/files/written-files.ts';
import { readWorkbook } from '#electron/kernel/imports/workbook-client.ts';
import type { TaskHandlers } from '#shared/contract/define.ts';
import type { countOperations } from '#shared/modules/grid/register/count/count.contract.ts';
import { countSheetWorkbook } from './count-sheet-workbook.ts';

type Deps = { /** Built file of the isolated reader. */ readonly workbookProcess: string; readonly files: WrittenFiles };

/** Count sheets that go out and come back. */
export const countTasks = ({ workbookProcess, files }: Deps): TaskHandlers<typeof countOperations, TaskContext> => ({
  saveCountSheet: async ({ call, window }, { campaignId, gridIds, blocks, suggestedName, path }) => {
    const sheet = await call('grid', 'describeCountSheet', { campaignId, gridIds, blocks });
    const target = path ?? (await askWhere(window, files.placeFor('template', suggestedName), { name: 'Excel', extension: 'xlsx' }));
    await writeBytes(target, await countSheetWorkbook(sheet));
    files.add('template', target);
    await call('audit', 'recordEvent', { action: 'count.sheet-saved', entity: 'count_campaign', entityId: campaignId, detail: { doors: sheet.rows.length }, result: 'done' });
    return { path: target, doors: sheet.rows.length };
  },
  checkCountSheet: async ({ call, control }, { path, ...input }) => call('grid', 'weighCountSheet', { ...input, workbook: await readWorkbook(workbookProcess, path, control) }),
  takeCountSheet: async ({ call, control }, { path, ...input }) => call('grid', 'writeCountSheet', { ...input, workbook: await readWorkbook(workbookProcess, path, control) }),
});
