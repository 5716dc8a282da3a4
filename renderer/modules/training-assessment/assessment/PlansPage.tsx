import { Button, Stack, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { PlanRow } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import { planPlace, sheetsPlace } from './places.ts';
import { NewPlanDrawer } from './plan/PlanDrawer.tsx';
import { usePoints } from './use-points.ts';

/** Every plan, the newest year first; an enabled one shows how far its cycle is. */
export default function PlansPage() {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const mayPlan = useMay()('assessment.plan');
  const plans = useQuery(api.trainingAssessment.listPlans({}));
  const [isNew, setNew] = useState(false);
  useDeskCommand(mayPlan && !isNew ? { id: 'record.new', title: 'assessment.plan.new', accelerator: 'CmdOrCtrl+N', run: () => setNew(true) } : null);
  useResumedDraft('assessment-plan', (id) => (id === null ? setNew(true) : goTo(planPlace(id))));
  return (
    <Page
      title={formatMessage({ id: 'assessment.plans' })}
      {...(plans.data && { figure: formatMessage({ id: 'assessment.plans-figure' }, { count: plans.data.length }) })}
      actions={mayPlan && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}><FormattedMessage id="assessment.plan.new" /></Button>}
    >
      <QueryState query={plans} empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="assessment.plans-empty" /></Text><Text size="sm"><FormattedMessage id="assessment.plans-empty-next" /></Text></Stack>}>
        {(rows) => <PlansTable rows={rows} />}
      </QueryState>
      {isNew && <NewPlanDrawer onSaved={({ id }) => goTo(planPlace(id))} onClosed={() => setNew(false)} />}
    </Page>
  );
}

const HEADS = ['title', 'subjectKind', 'period', 'full', 'state', 'progress', 'superiorUntil'] as const;

function PlansTable({ rows }: { readonly rows: readonly PlanRow[] }) {
  const { formatMessage } = useIntl();
  const points = usePoints();
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table aria-label={formatMessage({ id: 'assessment.plans' })} verticalSpacing={6}>
        <Table.Thead><Table.Tr>{HEADS.map((head) => <Table.Th key={head} scope="col" {...(head === 'full' && { ta: 'end' as const })}>{formatMessage({ id: `assessment.field.${head}` })}</Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>
          {rows.map((plan) => (
            <Table.Tr key={plan.id}>
              <Table.Td><PlaceLink to={planPlace(plan.id)} inherit fw={600}>{plan.title}</PlaceLink></Table.Td>
              <Table.Td>{formatMessage({ id: `assessment.kind.${plan.subjectKind}` })}</Table.Td>
              <Table.Td><DayText day={plan.fromOn} /> – <DayText day={plan.untilOn} /></Table.Td>
              <Table.Td ta="end">{points(plan.fullScore)}</Table.Td>
              <Table.Td>{formatMessage({ id: plan.state === 'enabled' && plan.sheets > 0 && plan.archived === plan.sheets ? 'assessment.plan-state.done' : `assessment.plan-state.${plan.state}` })}</Table.Td>
              <Table.Td>{plan.state === 'enabled' && <PlaceLink to={sheetsPlace({ planId: plan.id })} inherit>{formatMessage({ id: 'assessment.progress' }, { archived: plan.archived, sheets: plan.sheets })}</PlaceLink>}</Table.Td>
              <Table.Td><DayText day={plan.superiorUntil} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
