import { Button, Group, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { NewPlanDrawer } from './PlanDrawer.tsx';
import { useStart } from './StartButtons.tsx';

const HEADS = ['name', 'kind', 'tasks', 'contacts', 'lastDrillAt', 'lastUsedAt'] as const;

/** Every plan, each started with one click: for real or as a drill. */
export default function PlansPage() {
  const { formatMessage, formatNumber } = useIntl();
  const may = useMay();
  const goTo = useGoTo();
  const { labelOf } = useCodes('emergency-kind');
  const { data, error, refetch } = useQuery(api.grid.listEmergencyPlans({}));
  const start = useStart();
  const [isNew, setNew] = useState(false);
  const mayPlan = may('emergency.plan');
  useDeskCommand(mayPlan && !isNew ? { id: 'record.new', title: 'emergency.new-plan', accelerator: 'CmdOrCtrl+N', run: () => setNew(true) } : null);
  useResumedDraft('emergency-plan', (id) => (id === null ? setNew(true) : goTo(`/grid/emergency-plans/${id}`)));
  return (
    <Page title={formatMessage({ id: 'emergency.plans' })} actions={mayPlan && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}><FormattedMessage id="emergency.new-plan" /></Button>}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      <ErrorNote error={start.error} />
      {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="emergency.no-plans" /></Text>}
      {data && data.length > 0 && (
        <Table.ScrollContainer minWidth={760}>
          <Table aria-label={formatMessage({ id: 'emergency.plans' })} verticalSpacing={6}>
            <Table.Thead><Table.Tr>{HEADS.map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `emergency.field.${field}` })}</Table.Th>)}<Table.Td /></Table.Tr></Table.Thead>
            <Table.Tbody>
              {data.map((plan) => (
                <Table.Tr key={plan.id}>
                  <Table.Td><PlaceLink to={`/grid/emergency-plans/${plan.id}`} inherit>{plan.name}</PlaceLink></Table.Td>
                  <Table.Td>{labelOf(plan.kind)}</Table.Td>
                  <Table.Td>{formatNumber(plan.tasks.length)}</Table.Td>
                  <Table.Td>{formatNumber(plan.contacts.length)}</Table.Td>
                  <Table.Td>{plan.lastDrillAt === null ? '—' : <InstantText at={plan.lastDrillAt} />}</Table.Td>
                  <Table.Td>{plan.lastUsedAt === null ? '—' : <InstantText at={plan.lastUsedAt} />}</Table.Td>
                  <Table.Td>
                    {may('emergency.run') && (
                      <Group gap="xs" justify="flex-end" wrap="nowrap">
                        <Button size="compact-sm" color="red" loading={start.isPending} onClick={() => start.run(plan, false)} aria-label={formatMessage({ id: 'emergency.start-name' }, { name: plan.name })}><FormattedMessage id="emergency.start" /></Button>
                        <Button size="compact-sm" variant="default" disabled={start.isPending} onClick={() => start.run(plan, true)} aria-label={formatMessage({ id: 'emergency.drill-name' }, { name: plan.name })}><FormattedMessage id="emergency.start-drill" /></Button>
                      </Group>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {isNew && <NewPlanDrawer onClosed={() => setNew(false)} />}
    </Page>
  );
}
