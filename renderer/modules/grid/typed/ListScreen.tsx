import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import type { LedgerColumn, LedgerRecord } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import type { LedgerProps } from '#renderer/components/ledger/use-ledger.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';

type ListScreenProps<Row extends LedgerRecord, F extends object, S extends string> = Omit<LedgerProps<Row, F, S>, 'label' | 'search' | 'empty' | 'peek'> & {
  /** First part of the list's words: `<words>.title`, `.list`, `.empty`, `.empty-next`, `.new`, `.search`. */
  readonly words: string;
  readonly figure?: ReactNode;
  /** Absent where nothing is made here, or not by this person. */
  readonly onNew?: (() => void) | null;
  readonly more?: ReactNode;
  /** Above the rows, e.g. which edition is read. */
  readonly above?: ReactNode;
  readonly isSearched?: boolean;
  /** Panels that lie over the list. */
  readonly children?: ReactNode;
};

const SEARCH_LENGTH = 60;

/** What a list's row says, in the list's own words, for the look at one of them. */
export const peekOf = <Row, S extends string>(columns: readonly LedgerColumn<Row, S>[]) => (row: Row): ReactNode => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />;

/** A screen that is one list: title, how many, what can be made (Ctrl+N), the ledger, and what to do when it is empty. */
export function ListScreen<Row extends LedgerRecord, F extends object, S extends string>({ words, figure, onNew, more, above, isSearched = true, children, ...ledger }: ListScreenProps<Row, F, S>) {
  const { formatMessage } = useIntl();
  const say = (part: string): string => formatMessage({ id: messageId(`${words}.${part}`) });
  useLinkedFilter(ledger.filterSchema);
  useDeskCommand(onNew ? { id: 'record.new', title: messageId(`${words}.new`), accelerator: 'CmdOrCtrl+N', run: onNew } : null);
  const label = isSearched ? say('search') : '';
  const search = useMemo(() => ({ label, of: (filter: F) => String((filter as { text?: string }).text ?? ''), put: (filter: F, text: string) => ({ ...filter, text: text.slice(0, SEARCH_LENGTH) }) }), [label]); // lists that are searched have `text` in their filter
  return (
    <Page
      wide
      title={say('title')}
      {...(figure !== undefined && { figure })}
      actions={<>{more}{onNew && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={onNew}><FormattedMessage id={messageId(`${words}.new`)} /></Button>}</>}
    >
      {above}
      <LedgerTable
        {...ledger}
        label={say('list')}
        {...(isSearched && { search })}
        peek={peekOf(ledger.columns)}
        empty={<Stack gap={4} align="center"><Text fw={600}>{say('empty')}</Text><Text size="sm">{say('empty-next')}</Text></Stack>}
      />
      {children}
    </Page>
  );
}
