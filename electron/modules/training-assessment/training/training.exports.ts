import { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportCell, ExportList } from '#electron/kernel/exports/export-list.ts';
import { classFilterSchema, classSortSchema } from '#shared/modules/training-assessment/training/class.schema.ts';
import { needFilterSchema, needSortSchema } from '#shared/modules/training-assessment/training/need.schema.ts';
import { quarterDays } from '#shared/modules/training-assessment/training/quarter.rules.ts';
import { certificateFilterSchema, certificateSortSchema, hoursFilterSchema, hoursSortSchema, quarterShape, recordColumns } from '#shared/modules/training-assessment/training/record.schema.ts';
import { enrolmentFilterSchema, enrolmentSortSchema } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import { countHours, listHours } from './records.service.ts';
import { resultWords, needWords, stateWords } from './training-words.ts';

type Cells = Readonly<Record<string, ExportCell>>;
type Page = { readonly offset: number; readonly limit: number };
const HOURS = 10;
const category = (work: Work, code: string): string => work.codeTables.labelOf('training-category', code, 'zh-CN');

/** Pages of a list until it ends. */
function* pages<R>(read: (page: Page) => readonly R[], size: number, cells: (row: R) => Cells): Generator<Cells[]> {
  for (let offset = 0; ; offset += size) {
    const rows = read({ offset, limit: size });
    if (rows.length > 0) yield rows.map(cells);
    if (rows.length < size) return;
  }
}

const needQuery = z.object({ filter: needFilterSchema.prefault({}), sort: needSortSchema });
const needList: ExportList<z.output<typeof needQuery>> = {
  permission: 'training.read',
  query: needQuery,
  fields: ['subject', 'kind', 'memberName', 'gridName', 'reason', 'raisedOn', 'dueOn', 'state', 'className', 'outcome'],
  days: ['raisedOn', 'dueOn'],
  count: (work, { filter }) => work.trainingNeeds.count(filter),
  windows: (work, { filter, sort }, size) => pages((page) => work.trainingNeeds.list(filter, sort, page), size, ({ subject, kind, memberName, gridName, reason, raisedOn, dueOn, state, className, outcome }) => ({ subject, kind: needWords[kind], memberName, gridName, reason, raisedOn, dueOn, state: stateWords[state], className, outcome })),
};

const classQuery = z.object({ filter: classFilterSchema.prefault({}), sort: classSortSchema });
const classList: ExportList<z.output<typeof classQuery>> = {
  permission: 'training.read',
  query: classQuery,
  fields: ['name', 'category', 'state', 'fromOn', 'untilOn', 'enrolled', 'places', 'hours', 'sessions', 'passed', 'businessLine', 'audience', 'note'],
  days: ['fromOn', 'untilOn'],
  count: (work, { filter }) => work.trainingClasses.count(filter),
  windows: (work, { filter, sort }, size) =>
    pages((page) => work.trainingClasses.list(filter, sort, page), size, (row) => ({ name: row.name, category: category(work, row.category), state: stateWords[row.state], fromOn: row.fromOn, untilOn: row.untilOn, enrolled: row.enrolled, places: row.places, hours: row.hoursTenths / HOURS, sessions: `${row.sessionsHeld}/${row.sessions}`, passed: row.passed, businessLine: row.businessLine, audience: row.audience, note: row.note })),
};

const enrolmentQuery = z.object({ filter: enrolmentFilterSchema.prefault({}), sort: enrolmentSortSchema });
const enrolmentList: ExportList<z.output<typeof enrolmentQuery>> = {
  permission: 'training.read',
  query: enrolmentQuery,
  fields: ['memberName', 'gridName', 'phone', 'className', 'state', 'hours', 'score', 'result', 'certificate', 'withdrawnOn', 'withdrawnReason'],
  days: ['withdrawnOn'],
  count: (work, { filter }) => work.trainingEnrolments.count(filter),
  windows: (work, { filter, sort }, size) =>
    pages((page) => work.trainingEnrolments.list(filter, sort, page), size, (row) => ({ memberName: row.memberName, gridName: row.gridName, phone: row.phone, className: row.className, state: stateWords[row.state], hours: row.hoursTenths / HOURS, score: row.scoreTenths === null ? null : row.scoreTenths / HOURS, result: row.result === '' ? '' : resultWords[row.result], certificate: row.certificate, withdrawnOn: row.withdrawnOn, withdrawnReason: row.withdrawnReason })),
};

const certificateQuery = z.object({ filter: certificateFilterSchema.prefault({}), sort: certificateSortSchema });
const certificateList: ExportList<z.output<typeof certificateQuery>> = {
  permission: 'training.read',
  query: certificateQuery,
  fields: ['number', 'memberName', 'gridName', 'className', 'hours', 'issuedOn', 'issuedBy', 'revokedOn', 'revokedReason'],
  days: ['issuedOn', 'revokedOn'],
  count: (work, { filter }) => work.trainingRecords.countCertificates(filter),
  windows: (work, { filter, sort }, size) =>
    pages((page) => work.trainingRecords.listCertificates(filter, sort, page), size, (row) => ({ number: row.number, memberName: row.memberName, gridName: row.gridName, className: row.className, hours: row.hoursTenths / HOURS, issuedOn: row.issuedOn, issuedBy: row.issuedBy, revokedOn: row.revokedOn, revokedReason: row.revokedReason })),
};

const hoursQuery = z.object({ filter: hoursFilterSchema.prefault({}), sort: hoursSortSchema });
const hoursList: ExportList<z.output<typeof hoursQuery>> = {
  permission: 'training.read',
  query: hoursQuery,
  fields: ['name', 'gridName', 'hours', 'classes', 'passed'],
  count: (work, { filter }) => countHours(work, { filter }).count,
  windows: (work, { filter, sort }, size) => pages((page) => listHours(work, { filter, sort, ...page }), size, ({ name, gridName, doneTenths, classes, passed }) => ({ name, gridName, hours: doneTenths / HOURS, classes, passed })),
};

const recordQuery = z.object(quarterShape);
/** 业务培训（学习）记录 in the thirteen columns of the form. */
const recordList: ExportList<z.output<typeof recordQuery>> = {
  permission: 'training.read',
  query: recordQuery,
  fields: recordColumns,
  days: ['heldOn'],
  count: (work, asked) => work.trainingRecords.lines(quarterDays(asked).from, quarterDays(asked).until).length,
  *windows(work, asked) {
    const { from, until } = quarterDays(asked);
    const rows = work.trainingRecords.lines(from, until).map((line): Cells => ({ no: line.no, heldOn: line.heldOn, place: line.place, content: line.content, trainer: line.trainer, audience: line.audience, present: line.present, className: line.className, hours: line.hoursTenths / HOURS, places: line.places, term: `${line.fromOn} — ${line.untilOn}`, category: category(work, line.category), businessLine: line.businessLine }));
    if (rows.length > 0) yield rows;
  },
};

export const trainingExports: Readonly<Record<string, ExportList>> = {
  'training.needs': needList as ExportList, // the exporter parses the query with the list's own schema
  'training.classes': classList as ExportList, // as above
  'training.enrolments': enrolmentList as ExportList, // as above
  'training.certificates': certificateList as ExportList, // as above
  'training.hours': hoursList as ExportList, // as above
  'training.record': recordList as ExportList, // as above
};
