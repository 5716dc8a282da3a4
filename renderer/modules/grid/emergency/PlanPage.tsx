import { Button, Stack, Table, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { treeLines } from '#shared/modules/grid/emergency/emergency.rules.ts';
import type { EmergencyPlan } from '#shared/modules/grid/emergency/emergency.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useRecordId } from '../register/use-record-id.ts';
import { usePlanPaper } from './emergency-papers.ts';
import { EditPlanDrawer } from './PlanDrawer.tsx';
import { useStart } from './StartButtons.tsx';

const INDENT = 24;

/** One plan: who calls whom, what is done in which order, where things lie; printed it hangs in the guard room. */
export default function PlanPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getEmergencyPlan({ id }));
  if (data) return <PlanSheet key={data.id} plan={data} />;
  return <Page title={formatMessage({ id: 'emergency.plan' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function PlanSheet({ plan }: { readonly plan: EmergencyPlan }) {
  const { formatMessage } = useIntl();
  const may = useMay();
  const paperOf = usePlanPaper();
  const { labelOf } = useCodes('emergency-kind');
  const start = useStart();
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  return (
    <Page
      title={plan.name}
      figure={labelOf(plan.kind)}
      actions={
        <>
          <PrintButton paper={paperOf(plan)} />
          {may('emergency.plan') && <Button size="xs" variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setOpen('remove')}><FormattedMessage id="service-desk.remove" /></Button>}
          {may('emergency.plan') && <Button size="xs" variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen('edit')}><FormattedMessage id="common.edit" /></Button>}
          {may('emergency.run') && <Button size="xs" variant="default" disabled={start.isPending} onClick={() => start.run(plan, true)}><FormattedMessage id="emergency.start-drill" /></Button>}
          {may('emergency.run') && <Button size="xs" color="red" loading={start.isPending} onClick={() => start.run(plan, false)}><FormattedMessage id="emergency.start" /></Button>}
        </>
      }
    >
      <Stack gap="xl">
        <ErrorNote error={start.error} />
        <Facts facts={[{ id: 'materials', label: formatMessage({ id: 'emergency.field.materials' }), value: plan.materials }, { id: 'note', label: formatMessage({ id: 'emergency.field.note' }), value: plan.note }]} />
        <SheetSection title="emergency.tree"><Tree plan={plan} /></SheetSection>
        <SheetSection title="emergency.checklist"><Tasks plan={plan} /></SheetSection>
        <SheetSection title="register.section.history"><History entity="emergency_plan" id={plan.id} version={plan.version} codeTables={{ kind: 'emergency-kind' }} /></SheetSection>
      </Stack>
      {open === 'edit' && <EditPlanDrawer plan={plan} onClosed={() => setOpen(null)} />}
      {open === 'remove' && <RemovePlan plan={plan} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function Tree({ plan }: { readonly plan: EmergencyPlan }) {
  const { formatMessage } = useIntl();
  if (plan.contacts.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="emergency.no-contacts" /></Text>;
  return (
    <Table aria-label={formatMessage({ id: 'emergency.tree' })} verticalSpacing={4} maw={640}>
      <Table.Thead><Table.Tr>{(['role', 'name', 'phone', 'within'] as const).map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `emergency.contact.${field}` })}</Table.Th>)}</Table.Tr></Table.Thead>
      <Table.Tbody>
        {treeLines(plan.contacts).map(([contact, depth]) => (
          <Table.Tr key={contact.key}>
            <Table.Td style={{ paddingInlineStart: depth * INDENT + 8 }}>{contact.role}</Table.Td>
            <Table.Td>{contact.name}</Table.Td>
            <Table.Td>{contact.phone || '—'}</Table.Td>
            <Table.Td>{formatMessage({ id: 'emergency.within' }, { minutes: contact.withinMinutes })}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Tasks({ plan }: { readonly plan: EmergencyPlan }) {
  const { formatMessage } = useIntl();
  return (
    <ol style={{ margin: 0, paddingInlineStart: '1.5rem' }}>
      {plan.tasks.map(({ text, withinMinutes }, at) => <li key={`${at} ${text}`}><Text size="sm" span>{text}</Text>{withinMinutes !== null && <Text size="sm" c="dimmed" span> · {formatMessage({ id: 'emergency.within' }, { minutes: withinMinutes })}</Text>}</li>)}
    </ol>
  );
}

function RemovePlan({ plan: { id, version, name }, onClose }: { readonly plan: EmergencyPlan; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const remove = useMutation(api.grid.removeEmergencyPlan());
  return (
    <ConfirmDialog
      opened
      danger
      title={formatMessage({ id: 'emergency.remove-plan-title' }, { name })}
      consequence={<Stack gap="xs"><span>{formatMessage({ id: 'emergency.remove-plan-consequence' })}</span><ErrorNote error={remove.error} /></Stack>}
      confirmLabel={formatMessage({ id: 'service-desk.remove' })}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ id, version }, { onSuccess: () => goTo('/grid/emergency-plans') })}
      onClose={onClose}
    />
  );
}
