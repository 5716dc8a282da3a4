import { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportCell, ExportList } from '#electron/kernel/exports/export-list.ts';
import zhCN from '#resources/locales/zh-CN/budget-words.json' with { type: 'json' };
import { budgetOf, executionPermille } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { partnerFilterSchema, partnerSortSchema, pledgeFilterSchema, pledgeSortSchema } from '#shared/modules/budget/partners/partner.schema.ts';
import { requestFilterSchema, requestSortSchema } from '#shared/modules/budget/requests/request.schema.ts';
import { effortFilterSchema, effortSortSchema, sourceFilterSchema, sourceSortSchema } from '#shared/modules/budget/sources/source.schema.ts';
import { voucherFilterSchema } from '#shared/modules/budget/vouchers/voucher.schema.ts';
import { voucherSortSchema } from '#shared/modules/budget/vouchers/vouchers.contract.ts';
import { entryFilterSchema, entrySortSchema, yearNumber, type LineRow } from '#shared/modules/budget/year/year.schema.ts';
import { rowsShown } from './requests/request-sheet.ts';
import { shownEffort, shownSource } from './sources/sources.service.ts';
import { getYearPage } from './year/year.service.ts';

type Row = Readonly<Record<string, ExportCell>>;
type Window = { readonly offset: number; readonly limit: number };
type Definition<F, S> = Pick<ExportList, 'fields' | 'days' | 'instants'> & {
  readonly filter: z.ZodType<F>;
  readonly sort: z.ZodType<S>;
  readonly count: (work: Work, filter: F) => number;
  readonly rows: (work: Work, filter: F, sort: S, window: Window) => readonly Row[];
};

const words: Readonly<Record<string, string>> = zhCN;
/** The Chinese words of a value that is a word of the program. */
const word = (group: string, value: string): string => words[`budget.${group}.${value}`] ?? value;
const yuan = (fen: number): number => fen / 100;

/** A list with filter, order and windows, as the kernel exports it. */
function listOf<F, S>({ filter, sort, count, rows, ...fields }: Definition<F, S>): ExportList {
  const query = z.object({ filter: (filter as z.ZodType<F, object>).prefault({}), sort });
  const list: ExportList<z.output<typeof query>> = {
    ...fields,
    permission: 'budget.read',
    query,
    count: (work, given) => count(work, given.filter as F),
    *windows(work, given, size) {
      for (let offset = 0; ; offset += size) {
        const page = rows(work, given.filter as F, given.sort as S, { offset, limit: size });
        if (page.length > 0) yield page;
        if (page.length < size) return;
      }
    },
  };
  return list as ExportList; // the exporter parses the query with the list's own schema
}

const requests = listOf({
  filter: requestFilterSchema, sort: requestSortSchema, days: ['dueOn', 'neededOn'], instants: ['since'],
  fields: ['no', 'title', 'useCode', 'department', 'amount', 'lineName', 'sourceName', 'gridName', 'step', 'waitingFor', 'since', 'days', 'limitDays', 'dueOn', 'needScore', 'applicantName', 'neededOn', 'jointNo'],
  count: (work, filter) => work.fundingRequests.count(work.actor, work.today, filter),
  rows: (work, filter, sort, window) =>
    rowsShown(work, work.fundingRequests.list(work.actor, work.today, filter, sort, window)).map((row) => ({
      ...row, useCode: work.codeTables.labelOf('fund-use', row.useCode, 'zh-CN'), amount: yuan(row.amountFen), step: word('step', row.step), waitingFor: row.waitingFor.startsWith('@') ? word('waiter', row.waitingFor.slice(1)) : row.waitingFor,
    })),
});
const vouchers = listOf({
  filter: voucherFilterSchema, sort: voucherSortSchema, days: ['issuedOn'], instants: ['reversedAt'],
  fields: ['issuedOn', 'kind', 'voucherNo', 'payee', 'amount', 'onHand', 'requestNo', 'requestTitle', 'note', 'by', 'reversedAt', 'reversalReason'],
  count: (work, filter) => work.vouchers.count(work.actor, filter),
  rows: (work, filter, sort, window) => work.vouchers.list(work.actor, filter, sort, window).map((row) => ({ ...row, kind: word('voucher-kind', row.kind), amount: yuan(row.fen), onHand: yuan(row.onHandFen) })),
});
const entries = listOf({
  filter: entryFilterSchema, sort: entrySortSchema, days: ['postedOn'], instants: ['createdAt'],
  fields: ['postedOn', 'kind', 'fromAccount', 'toAccount', 'amount', 'lineName', 'sourceName', 'requestNo', 'memo', 'by', 'createdAt'],
  count: (work, filter) => work.budgetEntries.count(work.actor, filter),
  rows: (work, filter, { direction }, window) => work.budgetEntries.list(work.actor, filter, direction, window).map((row) => ({ ...row, kind: word('entry-kind', row.kind), fromAccount: word('account', row.fromAccount), toAccount: word('account', row.toAccount), amount: yuan(row.fen) })),
});
const sources = listOf({
  filter: sourceFilterSchema, sort: sourceSortSchema, days: ['endedOn'],
  fields: ['name', 'kind', 'form', 'giver', 'bankAccount', 'received', 'store', 'out', 'used', 'ruleText', 'taskName', 'endedOn', 'note'],
  count: (work, filter) => work.fundingSources.count(work.actor.communityId, work.today, filter),
  rows: (work, filter, sort, window) =>
    work.fundingSources.list(work.actor.communityId, work.today, filter, sort, window).map((record) => {
      const { name, giver, bankAccount, ruleText, taskName, endedOn, note, ...row } = shownSource(record, work.budgetEntries.ofSource(record.id));
      return { name, giver, bankAccount, ruleText, taskName, endedOn, note, kind: word('source-kind', row.kind), form: word('form', row.form), received: yuan(row.receivedFen), store: yuan(row.storeFen), out: yuan(row.outFen), used: yuan(row.usedFen) };
    }),
});
const efforts = listOf({
  filter: effortFilterSchema, sort: effortSortSchema, days: ['doneOn'],
  fields: ['doneOn', 'what', 'people', 'hours', 'hourYuan', 'value'],
  count: (work, filter) => work.volunteerEfforts.count(work.actor.communityId, filter),
  rows: (work, filter, { direction }, window) => work.volunteerEfforts.list(work.actor.communityId, filter, direction, window).map(shownEffort).map(({ doneOn, what, people, minutes, hourFen, valueFen }) => ({ doneOn, what, people, hours: Math.round(minutes / 6) / 10, hourYuan: yuan(hourFen), value: yuan(valueFen) })),
});
const partners = listOf({
  filter: partnerFilterSchema, sort: partnerSortSchema,
  fields: ['name', 'kind', 'contact', 'openPledges', 'promised', 'received', 'note'],
  count: (work, filter) => work.fundingPartners.count(work.actor.communityId, filter),
  rows: (work, filter, sort, window) => work.fundingPartners.list(work.actor.communityId, filter, sort, window).map(({ name, kind, contact, openPledges, promisedFen, receivedFen, note }) => ({ name, kind: word('partner-kind', kind), contact, openPledges, promised: yuan(promisedFen), received: yuan(receivedFen), note })),
});
const pledges = listOf({
  filter: pledgeFilterSchema, sort: pledgeSortSchema, days: ['nextOn'], instants: ['since'],
  fields: ['partnerName', 'what', 'stage', 'since', 'amount', 'received', 'sourceName', 'agreementNo', 'nextOn', 'note'],
  count: (work, filter) => work.fundingPartners.countPledges(work.actor.communityId, filter),
  rows: (work, filter, sort, window) => work.fundingPartners.pledges(work.actor.communityId, filter, sort, window).map((row) => ({ ...row, stage: word('stage', row.stage), amount: yuan(row.fen), received: yuan(row.receivedFen) })),
});

const yearQuery = z.object({ year: yearNumber });
const SUM_NAME = '合计';

/** A year's table with its sum in the last line, as offices hand it in (经费预算表, 经费决算表). */
function yearTable(fields: readonly string[], cells: (line: LineRow) => Row, sums: readonly string[]): ExportList {
  const rows = (work: Work, year: number): readonly Row[] => {
    const lines = getYearPage(work, { year }).lines.map(cells);
    const total = Object.fromEntries(sums.map((field) => [field, lines.reduce((sum, line) => sum + Math.round(Number(line[field]) * 100), 0) / 100]));
    return [...lines, { name: SUM_NAME, ...total }];
  };
  const list: ExportList<z.output<typeof yearQuery>> = {
    permission: 'budget.read', query: yearQuery, fields,
    count: (work, { year }) => rows(work, year).length,
    *windows(work, { year }) {
      yield rows(work, year);
    },
  };
  return list as ExportList; // as above
}
const plain = (line: LineRow): Row => ({ code: line.code, name: line.name, kind: word('line-kind', line.kind), sourceName: line.sourceName, basis: line.basis });
const budgetTable = yearTable(
  ['code', 'name', 'kind', 'sourceName', 'lastYear', 'norm', 'quantity', 'unit', 'asked', 'approved', 'basis'],
  (line) => ({ ...plain(line), lastYear: yuan(line.lastYearFen), norm: line.normFen === null ? null : yuan(line.normFen), quantity: line.quantity, unit: line.unit, asked: yuan(line.figures.asked), approved: yuan(line.figures.approved) }),
  ['lastYear', 'asked', 'approved'],
);
const settlementTable = yearTable(
  ['code', 'name', 'kind', 'sourceName', 'approved', 'adjusted', 'carriedIn', 'budget', 'committed', 'spent', 'carriedOut', 'free', 'rate', 'basis'],
  (line) => {
    const rate = executionPermille(line.figures);
    const { approved, adjusted, carriedIn, carriedOut, committed, reserved, spent, free } = line.figures;
    return { ...plain(line), approved: yuan(approved), adjusted: yuan(adjusted), carriedIn: yuan(carriedIn), budget: yuan(budgetOf(line.figures)), committed: yuan(committed + reserved), spent: yuan(spent), carriedOut: yuan(carriedOut), free: yuan(free), rate: rate === null ? '' : `${rate / 10}%` };
  },
  ['approved', 'adjusted', 'carriedIn', 'budget', 'committed', 'spent', 'carriedOut', 'free'],
);

export const budgetExports: Readonly<Record<string, ExportList>> = {
  'budget.requests': requests,
  'budget.vouchers': vouchers,
  'budget.entries': entries,
  'budget.sources': sources,
  'budget.efforts': efforts,
  'budget.partners': partners,
  'budget.pledges': pledges,
  'budget.year': budgetTable,
  'budget.settlement': settlementTable,
};
