import { Text } from '@mantine/core';
import type { VirtualItem } from '@tanstack/react-virtual';
import type { ImportColumn, ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import { findingAt } from './import-cells.ts';
import { ImportCell, ImportCellEditor } from './ImportCell.tsx';
import { VerdictMark } from './VerdictMark.tsx';
import classes from './import-sheet.module.css';

type ImportSheetRowProps = {
  index: number;
  top: number;
  height: number;
  row: ImportRow | undefined;
  columns: readonly ImportColumn[];
  items: readonly VirtualItem[];
  leadWidth: number;
  isManySheets: boolean;
  activeColumn: number | null;
  draft: string | null;
  onPick: (column?: number) => void;
  onEdit: () => void;
  onSave: (text: string) => void;
  onLeave: () => void;
  onBlur: (text: string) => void;
};

/** One row of the file with what will happen to it in front. Until it is read, the row is a grey line. */
export function ImportSheetRow({ index, top, height, row, columns, items, leadWidth, isManySheets, activeColumn, draft, onPick, onEdit, onSave, onLeave, onBlur }: ImportSheetRowProps) {
  return (
    <div role="row" aria-rowindex={index + 2} className={classes['row']} style={{ top, height }} data-active={activeColumn !== null || undefined} data-verdict={row?.verdict}>
      <div role="rowheader" aria-colindex={1} className={classes['lead']} style={{ width: leadWidth, height }} onMouseDown={() => onPick()}>
        {row && (
          <>
            {isManySheets && <Text size="xs" truncate w={76}>{row.sheet}</Text>}
            <Text size="xs" c="dimmed" className={classes['number']}>{row.row}</Text>
            <VerdictMark verdict={row.verdict} />
          </>
        )}
      </div>
      {items.map(({ index: position, start, size }) => {
        const column = columns[position];
        const place = { left: start, width: size, height };
        if (!column) return null;
        if (!row) return <div key={position} role="gridcell" className={classes['waiting']} style={place} />;
        if (draft !== null && activeColumn === position) {
          return <ImportCellEditor key={position} place={place} label={column.title} initialText={draft} onSave={onSave} onLeave={onLeave} onBlur={onBlur} />;
        }
        return (
          <ImportCell
            key={position}
            id={`cell-${index}-${position}`}
            place={place}
            column={position}
            text={row.cells[column.index] ?? ''}
            finding={findingAt(row, column.index)}
            isActive={activeColumn === position}
            onPick={() => onPick(position)}
            onEdit={onEdit}
          />
        );
      })}
    </div>
  );
}
