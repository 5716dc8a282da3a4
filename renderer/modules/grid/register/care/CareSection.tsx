import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { CareRow } from '#shared/modules/grid/register/care/care.schema.ts';
import type { PersonSheet } from '#shared/modules/grid/register/person.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { EditCareDrawer, NewCareDrawer } from './CareDrawer.tsx';

const HEADS = ['kind', 'level', 'fromOn', 'untilOn', 'allowanceFen', 'helper', 'nextVisitOn'] as const;

/** The help somebody gets, on the person's sheet. */
export function CareSection({ person }: { readonly person: PersonSheet }) {
  const may = useMay();
  const { data, error, refetch } = useQuery(api.grid.listCareGroups({ filter: { personId: person.id }, sort: { field: 'fromOn', direction: 'desc' } }));
  const [open, setOpen] = useState<'new' | { readonly act: 'edit' | 'remove'; readonly care: CareRow } | null>(null);
  const mayEdit = may('care.edit') && person.removedAt === null;
  const close = () => setOpen(null);
  return (
    <SheetSection title="care.section">
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="care.none" /></Text>}
      {data && data.length > 0 && <CareTable groups={data} {...(mayEdit && { onEdit: (care: CareRow) => setOpen({ act: 'edit', care }), onRemove: (care: CareRow) => setOpen({ act: 'remove', care }) })} />}
      {mayEdit && <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} style={{ alignSelf: 'start' }} onClick={() => setOpen('new')}><FormattedMessage id="care.add" /></Button>}
      {open === 'new' && <NewCareDrawer personId={person.id} onClosed={close} />}
      {open !== null && open !== 'new' && open.act === 'edit' && <EditCareDrawer key={open.care.id} care={open.care} onClosed={close} />}
      {open !== null && open !== 'new' && open.act === 'remove' && <RemoveCare care={open.care} onClose={close} />}
    </SheetSection>
  );
}

type CareTableProps = { readonly groups: readonly CareRow[]; readonly onEdit?: (care: CareRow) => void; readonly onRemove?: (care: CareRow) => void };

function CareTable({ groups, onEdit, onRemove }: CareTableProps) {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('care-group');
  const today = localToday();
  return (
    <Table.ScrollContainer minWidth={620}>
      <Table aria-label={formatMessage({ id: 'care.section' })} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>{HEADS.map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `care.field.${field}` })}</Table.Th>)}<Table.Td /></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((care) => (
            <Table.Tr key={care.id} {...(care.untilOn !== null && care.untilOn < today && { c: 'dimmed' })}>
              <Table.Td>{labelOf(care.kind)}</Table.Td>
              <Table.Td>{care.level}</Table.Td>
              <Table.Td><DayText day={care.fromOn} /></Table.Td>
              <Table.Td>{care.untilOn !== null && <DayText day={care.untilOn} />}</Table.Td>
              <Table.Td>{care.allowanceFen === null ? '' : formatNumber(care.allowanceFen / 100, { minimumFractionDigits: 2 })}</Table.Td>
              <Table.Td>{care.helper}</Table.Td>
              <Table.Td>{care.nextVisitOn !== null && <DayText day={care.nextVisitOn} />}</Table.Td>
              <Table.Td>
                <Group gap={4} wrap="nowrap" justify="flex-end">
                  {onEdit && <Button size="compact-xs" variant="subtle" onClick={() => onEdit(care)}><FormattedMessage id="common.edit" /></Button>}
                  {onRemove && <Button size="compact-xs" variant="subtle" color="red" onClick={() => onRemove(care)}><FormattedMessage id="care.remove" /></Button>}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function RemoveCare({ care: { id, version }, onClose }: { readonly care: CareRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const remove = useMutation(api.grid.removeCareGroup());
  return (
    <ConfirmDialog
      opened
      danger
      title={formatMessage({ id: 'care.remove-title' })}
      consequence={<Stack gap="xs"><span>{formatMessage({ id: 'care.remove-consequence' })}</span><ErrorNote error={remove.error} /></Stack>}
      confirmLabel={formatMessage({ id: 'care.remove' })}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ id, version }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
