import { z } from 'zod';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import { HUNDREDTHS } from '#shared/modules/training-assessment/assessment/score.rules.ts';
import { sheetFilterSchema, sheetSortSchema } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { ratingFilterSchema, ratingSortSchema } from '#shared/modules/training-assessment/assessment/two-way.schema.ts';

const sheetQuery = z.object({ filter: sheetFilterSchema.prefault({}), sort: sheetSortSchema });
const ratingQuery = z.object({ filter: ratingFilterSchema.prefault({}), sort: ratingSortSchema });
const BANDS = { excellent: '优秀', good: '良好', pass: '合格', fail: '不合格' } as const;
const STATES = { self: '自评中', returned: '退回自评', reported: '已上报', scored: '已评分', archived: '已归档', excluded: '不参加' } as const;

const sheetList: ExportList<z.output<typeof sheetQuery>> = {
  permission: 'assessment.view',
  query: sheetQuery,
  fields: ['subjectName', 'gridName', 'planTitle', 'state', 'total', 'fullScore', 'band', 'dueOn'],
  days: ['dueOn'],
  count: (work, { filter }) => work.assessmentSheets.count(work.actor, filter),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = work.assessmentSheets.list(work.actor, filter, sort, { offset, limit: size });
      if (rows.length > 0) yield rows.map((row) => ({ ...row, state: STATES[row.state], band: row.band === null ? '' : BANDS[row.band], total: row.total === null ? null : row.total / HUNDREDTHS, fullScore: row.fullScore / HUNDREDTHS }));
      if (rows.length < size) return;
    }
  },
};

const ratingList: ExportList<z.output<typeof ratingQuery>> = {
  permission: 'assessment.view',
  query: ratingQuery,
  fields: ['ratedOn', 'departmentName', 'gridName', 'matterNo', 'stars', 'comment', 'reply', 'repliedOn'],
  days: ['ratedOn', 'repliedOn'],
  count: (work, { filter }) => work.departmentRatings.count(work.actor, filter),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = work.departmentRatings.list(work.actor, filter, sort, { offset, limit: size });
      if (rows.length > 0) yield rows;
      if (rows.length < size) return;
    }
  },
};

export const assessmentExports: Readonly<Record<string, ExportList>> = {
  'trainingAssessment.sheets': sheetList as ExportList, // the exporter parses the query with the list's own schema
  'trainingAssessment.departmentRatings': ratingList as ExportList, // as above
};
