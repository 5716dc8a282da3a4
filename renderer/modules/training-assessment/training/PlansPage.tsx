import { Button, Stack, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import { NewPlanDrawer } from './PlanDrawer.tsx';
import { classesPlace, planPlace } from './places.ts';

/** The plans of the years, the newest first. */
export default function PlansPage() {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const mayEdit = useMay()('training.edit');
  const plans = useQuery(api.trainingAssessment.listTrainingPlans({}));
  const [isNew, setNew] = useState(false);
  useDeskCommand(mayEdit && !isNew ? { id: 'record.new', title: 'training.plan.new', accelerator: 'CmdOrCtrl+N', run: () => setNew(true) } : null);
  return (
    <Page title={formatMessage({ id: 'training.plans' })} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}><FormattedMessage id="training.plan.new" /></Button>}>
      <QueryState query={plans} empty={<Stack gap={4}><Text fw={600}><FormattedMessage id="training.plan.empty" /></Text><Text size="sm"><FormattedMessage id="training.plan.empty-next" /></Text></Stack>}>
        {(rows) => (
          <Table.ScrollContainer minWidth={560}>
            <Table aria-label={formatMessage({ id: 'training.plans' })} verticalSpacing={8}>
              <Table.Thead>
                <Table.Tr>{(['title', 'year', 'state', 'hoursDueTenths', 'classes', 'approvedBy'] as const).map((field) => <Table.Th key={field} scope="col"><FormattedMessage id={`training.field.${field}`} /></Table.Th>)}</Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((plan) => (
                  <Table.Tr key={plan.id}>
                    <Table.Td><PlaceLink to={planPlace(plan.id)} inherit underline="always">{plan.title}</PlaceLink></Table.Td>
                    <Table.Td>{plan.year}</Table.Td>
                    <Table.Td><FormattedMessage id={`training.plan.state.${plan.state}`} /></Table.Td>
                    <Table.Td><FormattedMessage id="training.hours" values={{ hours: hoursText(plan.hoursDueTenths) }} /></Table.Td>
                    <Table.Td>{plan.classes === 0 ? '—' : <PlaceLink to={classesPlace({ planId: plan.id })} inherit underline="always">{plan.classes}</PlaceLink>}</Table.Td>
                    <Table.Td>{plan.approvedBy || '—'}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </QueryState>
      {isNew && <NewPlanDrawer plans={plans.data ?? []} onMade={({ id }) => goTo(planPlace(id))} onClosed={() => setNew(false)} />}
    </Page>
  );
}
