import { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportCell, ExportList } from '#electron/kernel/exports/export-list.ts';
import { yuanText } from '#shared/modules/budget/ledger/money.rules.ts';
import { partnerFilterSchema, partnerSortSchema, pledgeFilterSchema, pledgeSortSchema } from '#shared/modules/budget/partners/partner.schema.ts';
import { requestFilterSchema, requestSortSchema } from '#shared/modules/budget/requests/request.schema.ts';
import { effortFilterSchema, effortSortSchema, sourceFilterSchema, sourceSortSchema } from '#shared/modules/budget/sources/source.schema.ts';
import { voucherFilterSchema } from '#shared/modules/budget/vouchers/voucher.schema.ts';
import { voucherSortSchema } from '#shared/modules/budget/vouchers/vouchers.contract.ts';
import { entryFilterSchema, entrySortSchema } from '#shared/modules/budget/year/year.schema.ts';
import { word, yuan } from './export-words.ts';
import { rowsShown } from './requests/request-sheet.ts';
import { shownEffort, shownSource } from './sources/sources.service.ts';
import { budgetTable, settlementTable } from './year/year.exports.ts';

type Row = Readonly<Record<string, ExportCell>>;
type Window = { readonly offset: number; readonly limit: number };
type Definition<F, S> = Pick<ExportList, 'fields' | 'days' | 'instants'> & {
  readonly filter: z.ZodType<F>;
  readonly sort: z.ZodType<S>;
  readonly count: (work: Work, filter: F) => number;
  readonly rows: (work: Work, filter: F, sort: S, window: Window) => readonly Row[];
};

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
  fields: ['name', 'kind', 'form', 'giver', 'bankAccount', 'received', 'store', 'out', 'used', 'ruleText', 'taskName', 'taskMoney', 'endedOn', 'note'],
  count: (work, filter) => work.fundingSources.count(work.actor.communityId, work.today, filter),
  rows: (work, filter, sort, window) =>
    work.fundingSources.list(work.actor.communityId, work.today, filter, sort, window).map((record) => {
      const { name, giver, bankAccount, ruleText, taskName, endedOn, note, ...row } = shownSource(work, record);
      return { name, giver, bankAccount, ruleText, taskName, taskMoney: row.task ? `约定 ${yuanText(row.task.promisedFen)} 元，已到 ${yuanText(row.task.receivedFen)} 元，应到日期 ${row.task.dueOn ?? '—'}${row.task.isMoneyLate ? '，逾期' : ''}` : '', endedOn, note, kind: word('source-kind', row.kind), form: word('form', row.form), received: yuan(row.receivedFen), store: yuan(row.storeFen), out: yuan(row.outFen), used: yuan(row.usedFen) };
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
  fields: ['name', 'kind', 'contact', 'contactPhone', 'openPledges', 'promised', 'received', 'note'],
  count: (work, filter) => work.fundingPartners.count(work.actor.communityId, filter),
  rows: (work, filter, sort, window) => work.fundingPartners.list(work.actor.communityId, filter, sort, window).map(({ name, kind, contact, contactPhoneMasked, openPledges, promisedFen, receivedFen, note }) => ({ name, kind: word('partner-kind', kind), contact, contactPhone: contactPhoneMasked, openPledges, promised: yuan(promisedFen), received: yuan(receivedFen), note })),
});
const pledges = listOf({
  filter: pledgeFilterSchema, sort: pledgeSortSchema, days: ['nextOn'], instants: ['since'],
  fields: ['partnerName', 'what', 'stage', 'since', 'amount', 'received', 'sourceName', 'agreementNo', 'nextOn', 'note'],
  count: (work, filter) => work.fundingPartners.countPledges(work.actor.communityId, filter),
  rows: (work, filter, sort, window) => work.fundingPartners.pledges(work.actor.communityId, filter, sort, window).map((row) => ({ ...row, stage: word('stage', row.stage), amount: yuan(row.fen), received: yuan(row.receivedFen) })),
});

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
