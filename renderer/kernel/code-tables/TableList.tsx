import { NavLink, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { IconLock, IconPencil, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Output } from '#shared/contract/define.ts';
import type { codeTablesContract } from '#shared/kernel/code-tables/code-tables.contract.ts';
import { useTableName } from './use-table-name.ts';
import classes from './code-tables.module.css';

export type CodeTable = Output<typeof codeTablesContract.listTables>[number];
type TableListProps = { readonly tables: readonly CodeTable[]; readonly chosen: string; readonly onChoose: (table: string) => void };

/** Every table of the desk; a lock stands at those a standard has fixed. */
export function TableList({ tables, chosen, onChoose }: TableListProps) {
  const { formatMessage, formatNumber } = useIntl();
  const nameOf = useTableName();
  const [text, setText] = useState('');
  const shown = tables.filter(({ table, standard }) => `${nameOf(table)} ${standard}`.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <Stack gap="xs" className={classes['tables'] ?? ''}>
      <TextInput size="sm" leftSection={<IconSearch size={16} aria-hidden />} aria-label={formatMessage({ id: 'code-tables.search' })} placeholder={formatMessage({ id: 'code-tables.search' })} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <ScrollArea flex={1} type="auto">
        <nav aria-label={formatMessage({ id: 'code-tables.title' })}>
          {shown.map(({ table, editable, items }) => (
            <NavLink
              key={table}
              component="button"
              type="button"
              py={6}
              label={nameOf(table)}
              active={table === chosen}
              {...(table === chosen && { 'aria-current': 'true' as const })}
              leftSection={editable ? <IconPencil size={16} stroke={1.5} aria-hidden /> : <IconLock size={16} stroke={1.5} aria-hidden />}
              rightSection={<Text span size="xs" className={classes['figure'] ?? ''}>{formatNumber(items)}</Text>}
              onClick={() => onChoose(table)}
            />
          ))}
        </nav>
        {shown.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="code-tables.none" /></Text>}
      </ScrollArea>
    </Stack>
  );
}
