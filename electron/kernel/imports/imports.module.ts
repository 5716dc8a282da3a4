import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import { mayDo } from '#shared/contract/actor.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { importsContract } from '#shared/kernel/imports/imports.contract.ts';
import { chooseDifferences, discardBatch, fixCell, setColumns, skipRow } from './batch-editing.ts';
import { chooseKind } from './choose-kind.ts';
import { describeForm, valuesOf } from './describe-form.ts';
import { commitStaged } from './commit-batch.ts';
import { batchOf, ownColumns, pasteRows, profileOf, shownBatch, shownRow, stageBatch } from './dry-run.ts';
import { listWords, setWords } from './foreign-words.ts';
import { importsRepository, type StoredBatch } from './imports.repository.ts';
import { keptChecks } from './kept-checks.ts';
import { undoBatch } from './undo-batch.ts';

export const openImports = (db: Db) => ({ imports: importsRepository(db), keptChecks: keptChecks() });

const visible = (work: Work, window: { offset: number; limit: number }): StoredBatch[] =>
  work.imports.listBatches(window).filter((batch) => mayDo(work.actor.roles, profileOf(batch.profile).permission));

export const importsHandlers: Handlers<typeof importsContract, Work> = {
  listBatches: (work, window) => visible(work, window).map(shownBatch),
  getBatch: (work, { batchId }) => shownBatch(batchOf(work, batchId)),
  readLayout: (work, { batchId }) => {
    const batch = batchOf(work, batchId);
    return { sheets: batch.sheets.map((sheet) => ({ name: sheet.name, top: sheet.top.map((row) => [...row]), merges: [...sheet.merges], width: Math.max(0, ...ownColumns(sheet.columns).map((column) => column.index + 1)) })) };
  },
  describeForm,
  listFields: (work, { profile }) => profileOf(profile).fields.map(({ field, required = false, essential = false, ...choices }) => ({ field, required, essential, values: valuesOf(work, choices) })),
  chooseKind,
  listWords,
  setWords,
  pasteRows,
  listRows: (work, { batchId, ...query }) => {
    const batch = batchOf(work, batchId);
    const { rows, count } = work.imports.listRows(batchId, query);
    return { rows: rows.map((row) => shownRow(batch, row)), count };
  },
  setColumns,
  fixCell,
  skipRow,
  chooseDifferences,
  undoBatch,
  discardBatch,
  stageBatch,
  commitStaged,
};

/** An import that was looked at and never finished waits for its person. */
export const importsToday: readonly TodaySource[] = [
  {
    permission: 'imports.run',
    items: (work) =>
      visible(work, { offset: 0, limit: 20 })
        .filter((batch) => batch.status === 'checked')
        .map((batch) => ({ kind: 'import-open', column: 'due', urgency: batch.counts.bad > 0 ? 'near' : 'calm', params: { file: batch.fileName, rows: batch.counts.total, bad: batch.counts.bad }, to: `/system/imports/${batch.id}`, since: batch.createdAt, dueOn: null })),
  },
];
