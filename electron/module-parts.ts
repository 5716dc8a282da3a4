import type { AttachmentOwnerGuard } from './kernel/attachments/attachment-owner.ts';
import type { HistoryGuard } from './kernel/audit/history-guard.ts';
import type { DataSetFacts } from './kernel/data-sets/data-set-facts.ts';
import type { DemoFiller } from './kernel/demo/demo-town.ts';
import type { DemoWriter } from './kernel/demo/demo-writer.ts';
import type { ExportList } from './kernel/exports/export-list.ts';
import type { ImportProfile } from './kernel/imports/import-profile.ts';
import type { TodaySource } from './kernel/notifications/today-source.ts';
import type { NumberOwner } from './kernel/numbers/number-owner.ts';
import type { SearchSource } from './kernel/search/search-source.ts';
import type { UndoSource } from './kernel/undo/undo-source.ts';

/**
 * What an area brings to the places all areas share: the search box, Today, the history and the undoing of its records, the export of its
 * lists, the workbooks it takes in, what it invents for the demo. Records are keyed by table, exports by list; no key is given twice.
 */
export type ModuleParts = {
  readonly search?: readonly SearchSource[];
  readonly today?: readonly TodaySource[];
  readonly history?: Readonly<Record<string, HistoryGuard>>;
  readonly undo?: Readonly<Record<string, UndoSource>>;
  readonly exports?: Readonly<Record<string, ExportList>>;
  /** Tables whose records can hold pictures. */
  readonly attachments?: Readonly<Record<string, AttachmentOwnerGuard>>;
  /** Tables whose records hold masked numbers of people. */
  readonly numbers?: Readonly<Record<string, NumberOwner>>;
  /** What the catalogue of data sets says of the area's tables beyond their size. */
  readonly dataSets?: Readonly<Record<string, DataSetFacts>>;
  readonly imports?: readonly ImportProfile[];
  readonly demo?: DemoWriter;
  /** Its part of an invented sub-district or city. */
  readonly fill?: DemoFiller;
};

type Keyed = 'history' | 'undo' | 'exports' | 'attachments' | 'numbers' | 'dataSets';

/** The entries of one kind of all areas, by table or list. Throws when two areas claim the same key. */
export function keyed<K extends Keyed>(parts: readonly ModuleParts[], kind: K): NonNullable<ModuleParts[K]> {
  const all = parts.flatMap((part) => Object.entries(part[kind] ?? {}));
  const keys = all.map(([key]) => key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) throw new Error(`two areas bring ${kind} of ${twice}`);
  return Object.fromEntries(all) as NonNullable<ModuleParts[K]>; // each entry is of its own kind
}
