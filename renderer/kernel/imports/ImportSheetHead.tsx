import { Text } from '@mantine/core';
import type { VirtualItem } from '@tanstack/react-virtual';
import { FormattedMessage } from 'react-intl';
import type { ImportColumn } from '#shared/kernel/imports/imports.contract.ts';
import { columnLetter } from './import-cells.ts';
import classes from './import-sheet.module.css';

type ImportSheetHeadProps = { columns: readonly ImportColumn[]; items: readonly VirtualItem[]; leadWidth: number; height: number };

/** Letters and titles of the columns. A column that goes nowhere in particular is greyed. */
export function ImportSheetHead({ columns, items, leadWidth, height }: ImportSheetHeadProps) {
  return (
    <div role="row" aria-rowindex={1} className={classes['head']} style={{ height }}>
      <div role="columnheader" aria-colindex={1} className={classes['lead']} style={{ width: leadWidth, height }}>
        <Text size="xs" fw={600}><FormattedMessage id="imports.sheet.lead" /></Text>
      </div>
      {items.map(({ index, start, size }) => {
        const column = columns[index];
        return column ? (
          <div key={index} role="columnheader" aria-colindex={index + 2} className={classes['title']} style={{ left: start, width: size, height }} data-unmapped={column.field === null || undefined} title={column.title}>
            <Text size="xs" c="dimmed" aria-hidden>{columnLetter(column.index)}</Text>
            <Text size="xs" fw={600} truncate>{column.title.split('\n')[0]}</Text>
          </div>
        ) : null;
      })}
    </div>
  );
}
