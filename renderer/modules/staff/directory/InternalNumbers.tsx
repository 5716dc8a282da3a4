import { Button, Group, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { internalChangeSchema, internalDraftSchema, type InternalRow } from '#shared/modules/staff/directory/directory.schema.ts';
import { ActDialog } from '../ActDialog.tsx';
import { useFieldLabels, type StaffField } from '../StaffFields.tsx';

type Values = { number: string; note: string };
const FIELDS: readonly StaffField<Values>[] = [{ kind: 'text', name: 'number', required: true, first: true, max: 40 }, { kind: 'text', name: 'note', max: 100 }];

/** Numbers for the station alone; they stand on no board, no card and in no export. */
export function InternalNumbers({ memberId }: { readonly memberId: string }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('internal_number');
  const { data, error, refetch } = useQuery(api.staff.listInternalNumbers({ memberId, limit: 50 }));
  const remove = useMutation(api.staff.removeInternalNumber());
  const [open, setOpen] = useState<'new' | InternalRow | null>(null);
  const shared = { fields: FIELDS, labelOf, consequence: formatMessage({ id: 'directory.internal-about' }), confirmLabel: formatMessage({ id: 'common.save' }), onClose: () => setOpen(null) };
  return (
    <>
      <ErrorNote error={error ?? remove.error} onRetry={() => void refetch()} />
      {data?.count === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="directory.internal-none" /></Text>}
      {data && data.count > 0 && (
        <Table verticalSpacing={4} maw={520}>
          <Table.Tbody>
            {data.rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>{row.number}</Table.Td>
                <Table.Td>{row.note}</Table.Td>
                <Table.Td><Group gap={4} justify="flex-end" wrap="nowrap"><Button size="compact-xs" variant="subtle" onClick={() => setOpen(row)}><FormattedMessage id="common.edit" /></Button><Button size="compact-xs" variant="subtle" color="red" onClick={() => remove.mutate({ id: row.id, version: row.version })}><FormattedMessage id="staff.remove" /></Button></Group></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Button size="xs" variant="default" style={{ alignSelf: 'start' }} onClick={() => setOpen('new')}><FormattedMessage id="directory.internal-add" /></Button>
      {open === 'new' && <ActDialog {...shared} title={formatMessage({ id: 'directory.internal-add' })} initialValues={{ number: '', note: '' }} inputOf={(values) => ({ ...values, memberId })} schema={internalDraftSchema} act={api.staff.addInternalNumber()} />}
      {open !== null && open !== 'new' && <ActDialog {...shared} title={formatMessage({ id: 'common.edit' })} initialValues={{ number: open.number, note: open.note }} inputOf={(values) => ({ ...values, id: open.id, version: open.version })} schema={internalChangeSchema} act={api.staff.updateInternalNumber()} />}
    </>
  );
}
