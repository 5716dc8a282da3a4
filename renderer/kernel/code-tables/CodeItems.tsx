import { Button, Group, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck, IconCircleOff, IconLock, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import type { CodeItem } from '#shared/kernel/code-tables/code-tables.contract.ts';
import { CodeItemPanel } from './CodeItemPanel.tsx';
import type { CodeTable } from './TableList.tsx';
import { useTableName } from './use-table-name.ts';
import classes from './code-tables.module.css';

/** One table: the standard and source behind it, its values, and what may be changed of them. */
export function CodeItems({ table }: { readonly table: CodeTable }) {
  const { formatMessage } = useIntl();
  const nameOf = useTableName();
  const mayEdit = useMay()('code-tables.edit') && table.editable;
  const items = useQuery(api.codeTables.listItems({ table: table.table }));
  const [panel, setPanel] = useState<CodeItem | 'new' | null>(null);
  const save = useMutation(api.codeTables.saveItem());
  useDeskCommand(mayEdit ? { id: 'record.new', title: 'code-tables.new', accelerator: 'CmdOrCtrl+N', run: () => setPanel('new') } : null);
  const close = () => setPanel(null);
  return (
    <Stack gap="xs" className={classes['items'] ?? ''}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Title order={2} fz="md">{nameOf(table.table)}</Title>
          <Text size="sm" c="dimmed"><FormattedMessage id="code-tables.standard" values={{ standard: table.standard, source: table.source }} /></Text>
        </div>
        {mayEdit && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setPanel('new')}><FormattedMessage id="code-tables.new" /></Button>}
      </Group>
      {!table.editable && (
        <Group gap={6} wrap="nowrap">
          <IconLock size={16} aria-hidden />
          <Text size="sm"><FormattedMessage id="code-tables.fixed" /></Text>
        </Group>
      )}
      <ErrorNote error={save.error} />
      <QueryState query={items} empty={formatMessage({ id: 'code-tables.empty' })}>
        {(rows) => (
          <Table.ScrollContainer minWidth={520}>
            <Table verticalSpacing={4} aria-label={nameOf(table.table)}>
              <Table.Thead>
                <Table.Tr>
                  {(['code', 'zh', 'en', 'state'] as const).map((column) => <Table.Th key={column}><FormattedMessage id={`code-tables.column.${column}`} /></Table.Th>)}
                  {mayEdit && <Table.Th><FormattedMessage id="code-tables.column.actions" /></Table.Th>}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((item) => (
                  <Table.Tr key={item.code} {...(!item.active && { className: classes['retired'] })}>
                    <Table.Td className={classes['figure'] ?? ''}>{item.code}</Table.Td>
                    <Table.Td>{item.zh}</Table.Td>
                    <Table.Td>{item.en}</Table.Td>
                    <Table.Td><ItemState isActive={item.active} /></Table.Td>
                    {mayEdit && (
                      <Table.Td>
                        <Group gap="xs" wrap="nowrap">
                          <Button size="compact-sm" variant="default" onClick={() => setPanel(item)}><FormattedMessage id="common.edit" /> <VisuallyHidden>{item.zh}</VisuallyHidden></Button>
                          <Button size="compact-sm" variant="subtle" color="gray" loading={save.isPending && save.variables.code === item.code} onClick={() => save.mutate({ ...item, active: !item.active })}>
                            <FormattedMessage id={item.active ? 'code-tables.retire' : 'code-tables.use'} /> <VisuallyHidden>{item.zh}</VisuallyHidden>
                          </Button>
                        </Group>
                      </Table.Td>
                    )}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </QueryState>
      {panel !== null && <CodeItemPanel key={panel === 'new' ? 'new' : panel.code} table={table.table} item={panel === 'new' ? null : panel} taken={items.data ?? []} onClosed={close} />}
    </Stack>
  );
}

function ItemState({ isActive }: { readonly isActive: boolean }) {
  const Icon = isActive ? IconCircleCheck : IconCircleOff;
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={16} aria-hidden />
      <Text size="sm"><FormattedMessage id={isActive ? 'code-tables.state.active' : 'code-tables.state.retired'} /></Text>
    </Group>
  );
}
