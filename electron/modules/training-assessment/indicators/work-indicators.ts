import type { Work } from '#electron/database/unit-of-work.ts';
import type { IndicatorCase } from '#shared/modules/training-assessment/indicator.schema.ts';
import type { IndicatorId } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import type { Asked } from '../assessment/indicators/facts.repository.ts';
import { indicatorSources } from '../assessment/indicators/sources.ts';
import type { IndicatorSource } from './indicator-source.ts';

/** Figures of work that are dated, so that two stretches of time can be compared; what only tells how things stand now is left out. */
const DATED = ['matters-on-time', 'matters-no-rework', 'matters-satisfied', 'visits-kept'] as const satisfies readonly IndicatorId[];

const askedOf = (work: Work, id: IndicatorId, kind: Asked['kind']): Asked => ({ kind, by: indicatorSources[id].by, rows: indicatorSources[id].rows(work) });

/** What assessment computes of grids and their members, as a class or anybody else asks for it: `sum` of `cases` went well. */
export const workIndicators: readonly IndicatorSource[] = DATED.map((id) => ({
  id,
  unit: 'share',
  better: 'higher',
  subjects: ['member', 'grid', 'community'],
  permission: indicatorSources[id].permission,
  measure: (work, { subject, ids, from, until }) => work.assessmentFacts.ofSubjects(ids, askedOf(work, id, subject), { fromOn: from, untilOn: until, today: work.today }).map((one) => ({ subjectId: one.id, cases: one.rows, sum: (one.earned * one.rows) / one.due })),
  cases: (work, { subject, id: subjectId, from, until, offset, limit }) =>
    work.assessmentFacts.rows(askedOf(work, id, subject), { subjectId, fromOn: from, untilOn: until }, { fromOn: from, untilOn: until, today: work.today })
      .toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1))
      .slice(offset, offset + limit)
      .map((row): IndicatorCase => ({ id: row.id, label: row.label, on: row.day ?? until, value: row.due === 0 ? null : row.earned / row.due, exception: row.leftOut === '' ? null : row.leftOut, to: row.place })),
}));
