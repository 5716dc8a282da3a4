import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { adoptionDraftSchema } from '#shared/modules/staff/suggestions/practice.schema.ts';
import { ActDialog } from '../ActDialog.tsx';
import { useFieldLabels } from '../StaffFields.tsx';

const MOST = 200;

/** Which grids took a practice up, and since when. */
export function Adoptions({ practiceId, title }: { readonly practiceId: string; readonly title: string }) {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('practices.edit');
  const labelOf = useFieldLabels('practice_adoption');
  const { data } = useQuery(api.staff.listAdoptions({ practiceId, limit: MOST }));
  const remove = useMutation(api.staff.removeAdoption());
  const [isOpen, setOpen] = useState(false);
  return (
    <Stack gap={6}>
      <Group justify="space-between"><Text component="h2" fw={600} size="sm"><FormattedMessage id="practice.taken" /></Text>{mayEdit && <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}><FormattedMessage id="practice.take" /></Button>}</Group>
      <ErrorNote error={remove.error} />
      {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="practice.taken-none" /></Text>}
      <Table verticalSpacing={3}>
        <Table.Tbody>
          {(data ?? []).map(({ id, version, gridName, takenOn, note, takerName }) => (
            <Table.Tr key={id}>
              <Table.Td>{gridName}<Text size="xs" c="dimmed">{[note, takerName].filter(Boolean).join(' · ')}</Text></Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}><DayText day={takenOn} /></Table.Td>
              <Table.Td>{mayEdit && <Button size="compact-xs" variant="subtle" color="red" onClick={() => remove.mutate({ id, version })}><FormattedMessage id="staff.remove" /></Button>}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {isOpen && (
        <ActDialog
          title={formatMessage({ id: 'practice.take-title' }, { title })}
          consequence={formatMessage({ id: 'practice.take-about' })}
          confirmLabel={formatMessage({ id: 'practice.take' })}
          initialValues={{ gridId: null, takenOn: localToday(), note: '' } as { gridId: string | null; takenOn: string | null; note: string }}
          fields={[{ kind: 'grid', name: 'gridId', required: true, first: true }, { kind: 'day', name: 'takenOn', required: true }, { kind: 'area', name: 'note', max: 200 }]}
          labelOf={labelOf}
          inputOf={({ gridId, takenOn, note }) => ({ practiceId, gridId: gridId ?? '', takenOn: takenOn ?? '', note })}
          schema={adoptionDraftSchema}
          act={api.staff.takeUpPractice()}
          onClose={() => setOpen(false)}
        />
      )}
    </Stack>
  );
}
