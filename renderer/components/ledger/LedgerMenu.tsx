import { Menu } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import classes from './ledger.module.css';
import type { LedgerRecord } from './ledger-list.ts';
import { isSelected, selectedCount, toggleRow } from './selection.ts';
import { useLedgerCopy } from './use-ledger-copy.ts';
import { useLedgerRows } from './use-ledger-rows.ts';
import type { Ledger } from './use-ledger.ts';

/** The row a menu was asked for, the column under the pointer, and where on the window it opens (px). */
export type MenuPlace<Row> = { readonly row: Row; readonly index: number; readonly column: string | null; readonly x: number; readonly y: number };

type LedgerMenuProps<Row extends LedgerRecord, F extends object, S extends string> = { readonly place: MenuPlace<Row> | null; readonly close: () => void; readonly ledger: Ledger<Row, F, S> };

/** What can be done with one row; opened with the right button, the menu key or Shift+F10. */
export function LedgerMenu<Row extends LedgerRecord, F extends object, S extends string>({ place, close, ledger }: LedgerMenuProps<Row, F, S>) {
  const { formatMessage } = useIntl();
  if (!place) return null;
  return (
    <Menu key={`${place.x}:${place.y}`} opened onChange={(isOpen) => !isOpen && close()} position="bottom-start" offset={0} shadow="sm" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <div aria-hidden className={classes['menuPlace']} style={{ left: place.x, top: place.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={formatMessage({ id: 'ledger.menu' }, { name: ledger.props.nameOf(place.row) })}>
        <RowItems place={place} ledger={ledger} />
        <CopyItems place={place} ledger={ledger} />
        <ActionItems place={place} ledger={ledger} />
      </Menu.Dropdown>
    </Menu>
  );
}

type ItemsProps<Row extends LedgerRecord, F extends object, S extends string> = { readonly place: MenuPlace<Row>; readonly ledger: Ledger<Row, F, S> };

function RowItems<Row extends LedgerRecord, F extends object, S extends string>({ place: { row, index }, ledger }: ItemsProps<Row, F, S>) {
  const { onOpen, onEdit, peek } = ledger.props;
  return (
    <>
      {onOpen && <Menu.Item rightSection="Enter" onClick={() => ledger.open(row, index)}><FormattedMessage id="ledger.menu-open" /></Menu.Item>}
      {peek && <Menu.Item rightSection={onOpen ? 'Space' : 'Enter'} onClick={() => ledger.setPlace({ peek: true })}><FormattedMessage id="ledger.menu-peek" /></Menu.Item>}
      {onEdit && <Menu.Item rightSection="F2" onClick={() => onEdit(row)}><FormattedMessage id="ledger.menu-edit" /></Menu.Item>}
      <Menu.Item rightSection="Ctrl+Space" onClick={() => ledger.select(toggleRow(ledger.selection, { row, index }))}>
        <FormattedMessage id={isSelected(ledger.selection, row.id) ? 'ledger.menu-deselect' : 'ledger.menu-select'} />
      </Menu.Item>
    </>
  );
}

function CopyItems<Row extends LedgerRecord, F extends object, S extends string>({ place: { row, column }, ledger }: ItemsProps<Row, F, S>) {
  const rows = useLedgerRows(ledger);
  const copy = useLedgerCopy(ledger, rows.selected);
  const selected = selectedCount(ledger.selection, ledger.count);
  return (
    <>
      <Menu.Divider />
      {selected > 0 ? (
        <Menu.Item rightSection="Ctrl+C" onClick={() => void copy(row)}><FormattedMessage id="ledger.menu-copy-selected" values={{ count: selected }} /></Menu.Item>
      ) : (
        <>
          {column !== null && <Menu.Item onClick={() => void copy(row, column)}><FormattedMessage id="ledger.menu-copy-cell" /></Menu.Item>}
          <Menu.Item rightSection="Ctrl+C" onClick={() => void copy(row, null)}><FormattedMessage id="ledger.menu-copy-row" /></Menu.Item>
        </>
      )}
    </>
  );
}

function ActionItems<Row extends LedgerRecord, F extends object, S extends string>({ place: { row }, ledger }: ItemsProps<Row, F, S>) {
  const { actions = [] } = ledger.props;
  if (actions.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      {actions.map(({ id, label, icon, danger, run }) => (
        <Menu.Item key={id} leftSection={icon} {...(danger && { c: 'light-dark(var(--mantine-color-red-7), var(--mantine-color-red-4))' })} onClick={() => run(row)}>{label}</Menu.Item>
      ))}
    </>
  );
}
