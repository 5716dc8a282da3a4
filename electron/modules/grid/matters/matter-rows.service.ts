import { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import { matterStepFilterSchema, matterStepSortSchema, unitMarkFilterSchema, unitMarkSortSchema, type MatterStepFilter, type MatterStepRow, type UnitMarkFilter, type UnitMarkRow } from '#shared/modules/grid/matters/matter-rows.schema.ts';
import type { Window } from '../records.ts';
import { MARK_WORDS, STATE_WORDS, UNIT_WORDS } from './matter-export-words.ts';
import type { MarkOrder, StepOrder } from './matter-rows.repository.ts';
import { unitNamed } from './matter-units.ts';

/** Steps out of the states within the days, the longest first: what a median is the middle of. */
export const listMatterSteps = (work: Work, { filter, sort, ...window }: { readonly filter: MatterStepFilter; readonly sort: StepOrder } & Window): MatterStepRow[] =>
  work.matterRows.steps(work.actor, filter, sort, window).map(({ unitKind, unitId, ...row }) => ({ ...row, unit: unitNamed(work, { kind: unitKind, id: unitId }) }));

/** Marks of units within the days, each with the matter that proves it. */
export const listUnitMarks = (work: Work, { filter, sort, ...window }: { readonly filter: UnitMarkFilter; readonly sort: MarkOrder } & Window): UnitMarkRow[] =>
  work.matterRows.marks(work.actor, filter, sort, window).map(({ unitKind, unitId, automatic, ...row }) => ({ ...row, automatic: automatic === 1, unit: unitNamed(work, { kind: unitKind, id: unitId }) }));

const unitWords = ({ unit: { id, name } }: { readonly unit: { readonly id: string; readonly name: string } }): string => name || (UNIT_WORDS[id] ?? '');
const stepQuery = z.object({ filter: matterStepFilterSchema.prefault({}), sort: matterStepSortSchema });
const stepList: ExportList<z.output<typeof stepQuery>> = {
  permission: 'matters.read',
  query: stepQuery,
  fields: ['number', 'subject', 'gridName', 'fromState', 'toState', 'unitName', 'byName', 'movedAt', 'hours', 'days', 'limitDays'],
  instants: ['movedAt'],
  count: (work, { filter }) => work.matterRows.countSteps(work.actor, filter),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = listMatterSteps(work, { filter, sort, offset, limit: size });
      if (rows.length > 0) yield rows.map(({ unit, ...row }) => ({ ...row, unitName: unitWords({ unit }), fromState: STATE_WORDS[row.fromState], toState: STATE_WORDS[row.toState] }));
      if (rows.length < size) return;
    }
  },
};

const markQuery = z.object({ filter: unitMarkFilterSchema.prefault({}), sort: unitMarkSortSchema });
const markList: ExportList<z.output<typeof markQuery>> = {
  permission: 'matters.read',
  query: markQuery,
  fields: ['markedOn', 'unitName', 'kind', 'points', 'number', 'subject', 'gridName'],
  days: ['markedOn'],
  count: (work, { filter }) => work.matterRows.countMarks(work.actor, filter),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = listUnitMarks(work, { filter, sort, offset, limit: size });
      if (rows.length > 0) yield rows.map(({ unit, automatic: _automatic, ...row }) => ({ ...row, unitName: unitWords({ unit }), kind: MARK_WORDS[row.kind] }));
      if (rows.length < size) return;
    }
  },
};

export const matterRowsExports: Readonly<Record<string, ExportList>> = { 'grid.matterSteps': stepList as ExportList, 'grid.unitMarks': markList as ExportList }; // the exporter parses the query with each list's own schema
