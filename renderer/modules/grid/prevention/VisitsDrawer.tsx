import { Button, Drawer, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { Attachments } from '#renderer/components/attachments/Attachments.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { InspectionRow, InspectionVisit } from '#shared/modules/grid/prevention/prevention.schema.ts';
import { matterPlace } from '../matters/matter-words.ts';

type VisitsDrawerProps = { readonly plan: InspectionRow; readonly mayEdit: boolean; readonly onClosed: () => void };

/** What each visit to one place found; a finding can go to the desk as a matter. */
export function VisitsDrawer({ plan, mayEdit, onClosed }: VisitsDrawerProps) {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useQuery(api.grid.listInspectionVisits({ id: plan.id }));
  const [brought, setBrought] = useState<InspectionVisit | null>(null);
  const [pictured, setPictured] = useState<InspectionVisit | null>(null);
  return (
    <Drawer opened onClose={onClosed} position="right" size="50rem" title={formatMessage({ id: 'inspections.visits-of' }, { place: plan.place })} closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }} transitionProps={{ duration: 100 }}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="inspections.no-visits" /></Text>}
      {data && data.length > 0 && (
        <Table aria-label={formatMessage({ id: 'inspections.visits' })} verticalSpacing={6}>
          <Table.Thead><Table.Tr>{(['inspectedOn', 'inspector', 'level', 'finding', 'matter'] as const).map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `inspections.field.${field}` })}</Table.Th>)}<Table.Th scope="col">{formatMessage({ id: 'attachments.title' })}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {data.map((visit) => (
              <Table.Tr key={visit.id}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}><DayText day={visit.inspectedOn} /></Table.Td>
                <Table.Td>{visit.inspector}</Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatMessage({ id: `inspections.level.${visit.level}` })}</Table.Td>
                <Table.Td>{visit.finding}</Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {visit.matterId !== null && <PlaceLink to={matterPlace(visit.matterId)} inherit>{visit.matterNumber}</PlaceLink>}
                  {mayEdit && visit.matterId === null && visit.level !== 'safe' && <Button size="compact-xs" variant="default" onClick={() => setBrought(visit)}><FormattedMessage id="inspections.bring" /></Button>}
                </Table.Td>
                <Table.Td><Button size="compact-xs" variant="default" aria-expanded={pictured?.id === visit.id} onClick={() => setPictured(pictured?.id === visit.id ? null : visit)}><FormattedMessage id="attachments.title" /></Button></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {pictured && <div style={{ marginTop: '1rem' }}><Attachments key={pictured.id} owner={{ table: 'inspection_visit', id: pictured.id }} mayEdit={mayEdit} /></div>}
      {brought && <BringForm key={brought.id} plan={plan} visit={brought} onDone={() => setBrought(null)} />}
    </Drawer>
  );
}

function BringForm({ plan, visit: { id, version, finding }, onDone }: { readonly plan: InspectionRow; readonly visit: InspectionVisit; readonly onDone: () => void }) {
  const { formatMessage } = useIntl();
  const [subject, setSubject] = useState(`${plan.place}：${finding}`.slice(0, 100));
  const [kind, setKind] = useState('');
  const bring = useMutation(api.grid.bringFinding());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        bring.mutate({ id, version, kind, subject: subject.trim() }, { onSuccess: onDone });
      }}
    >
      <Stack gap="sm" mt="md">
        <Text size="sm" fw={600}><FormattedMessage id="inspections.bring-title" /></Text>
        <ErrorNote error={bring.error} />
        <TextInput label={formatMessage({ id: 'inspections.field.subject' })} required maxLength={100} value={subject} onChange={(event) => setSubject(event.currentTarget.value)} />
        <CodeSelect label={formatMessage({ id: 'inspections.field.matterKind' })} table="matter-kind" required data-autofocus onChange={setKind} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}><FormattedMessage id="common.cancel" /></Button>
          <Button type="submit" disabled={kind === '' || subject.trim().length < 2} loading={bring.isPending}><FormattedMessage id="inspections.bring" /></Button>
        </Group>
      </Stack>
    </form>
  );
}
