import { Alert, Button, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPencil, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import { WaitStrip, type WaitStep } from '#renderer/components/wait-strip/WaitStrip.tsx';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import type { CohortPreview, CohortRow } from '#shared/modules/training-assessment/training/cohort.schema.ts';
import type { Plan } from '#shared/modules/training-assessment/training/plan.schema.ts';
import { EditCohortDrawer, NewCohortDrawer } from './CohortDrawer.tsx';
import { CohortPeople } from './CohortPeople.tsx';
import { EditPlanDrawer } from './PlanDrawer.tsx';
import { classesPlace, classPlace } from './places.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useCohortWords } from './use-cohort-words.ts';
import { useTrainingId } from './use-training-id.ts';

/** One plan: its rules, who falls where, and the classes it becomes. */
export default function PlanPage() {
  const { formatMessage } = useIntl();
  const id = useTrainingId();
  const plan = useQuery(api.trainingAssessment.getTrainingPlan({ id }));
  const preview = useQuery(api.trainingAssessment.previewCohorts({ planId: id }));
  if (plan.data && preview.data) return <PlanSheet key={id} plan={plan.data} preview={preview.data} />;
  return <Page title={formatMessage({ id: 'training.plan' })}><ErrorNote error={plan.error ?? preview.error} onRetry={() => void plan.refetch()} /></Page>;
}

/** Everybody falls into exactly one class and no rule is empty. */
const isWhole = ({ leftOut, inTwo, cohorts }: CohortPreview): boolean => leftOut === 0 && inTwo === 0 && cohorts.length > 0 && cohorts.every(({ placed }) => placed > 0);

type Open = 'edit' | 'new' | 'return' | CohortRow;

function PlanSheet({ plan, preview }: { readonly plan: Plan; readonly preview: CohortPreview }) {
  const { formatMessage, formatNumber } = useIntl();
  const may = useMay();
  const [open, setOpen] = useState<Open | null>(null);
  const [cohortId, setCohortId] = useState<string | null>(null);
  const giveBack = useMutation(api.trainingAssessment.returnTrainingPlan());
  const mayEdit = may('training.edit') && plan.state === 'draft';
  const close = () => setOpen(null);
  return (
    <Page
      title={plan.title}
      figure={formatMessage({ id: 'training.plan.figure' }, { people: formatNumber(preview.people), hours: hoursText(plan.hoursDueTenths) })}
      actions={<PlanActions plan={plan} preview={preview} onEdit={() => setOpen('edit')} onReturn={() => setOpen('return')} />}
    >
      <Stack gap="xl">
        <PlanSteps plan={plan} preview={preview} />
        <Balance isApproved={plan.state === 'approved'} preview={preview} />
        <SheetSection title="training.cohort.rules" actions={mayEdit && <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="training.cohort.new" /></Button>}>
          <CohortTable cohorts={preview.cohorts} chosen={cohortId} onChoose={setCohortId} {...(mayEdit && { onEdit: setOpen })} />
        </SheetSection>
        <SheetSection title="training.cohort.people"><CohortPeople planId={plan.id} preview={preview} cohortId={cohortId} onAllCohorts={() => setCohortId(null)} mayEdit={mayEdit} /></SheetSection>
        <SheetSection title="training.history"><History entity="training_plan" id={plan.id} version={plan.version} /></SheetSection>
      </Stack>
      {open === 'edit' && <EditPlanDrawer plan={plan} onClosed={close} />}
      {open === 'new' && <NewCohortDrawer planId={plan.id} position={preview.cohorts.length + 1} onClosed={close} />}
      {open === 'return' && <ReasonDialog title={formatMessage({ id: 'training.plan.return' })} consequence={formatMessage({ id: 'training.plan.return-consequence' })} confirmLabel={formatMessage({ id: 'training.plan.return' })} pending={giveBack.isPending} error={giveBack.error} onConfirm={(reason) => giveBack.mutate({ id: plan.id, version: plan.version, reason }, { onSuccess: close })} onClose={close} />}
      {open !== null && typeof open !== 'string' && <EditCohortDrawer key={open.id} cohort={open} onClosed={close} />}
    </Page>
  );
}

function PlanActions({ plan, preview, onEdit, onReturn }: { readonly plan: Plan; readonly preview: CohortPreview; readonly onEdit: () => void; readonly onReturn: () => void }) {
  const may = useMay();
  const goTo = useGoTo();
  const approve = useMutation(api.trainingAssessment.approveTrainingPlan());
  const make = useMutation(api.trainingAssessment.makeClasses());
  const isDraft = plan.state === 'draft';
  const { id, version } = plan;
  return (
    <>
      <ErrorNote error={approve.error ?? make.error} />
      {may('training.edit') && isDraft && <Button size="xs" variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}><FormattedMessage id="common.edit" /></Button>}
      {may('training.approve') && !isDraft && plan.classes === 0 && <Button size="xs" variant="default" onClick={onReturn}><FormattedMessage id="training.plan.return" /></Button>}
      {may('training.approve') && isDraft && <Button size="xs" disabled={!isWhole(preview)} loading={approve.isPending} onClick={() => approve.mutate({ id, version })}><FormattedMessage id="training.plan.approve" /></Button>}
      {may('training.edit') && !isDraft && plan.classes === 0 && <Button size="xs" loading={make.isPending} onClick={() => make.mutate({ planId: id }, { onSuccess: () => goTo(classesPlace({ planId: id })) })}><FormattedMessage id="training.plan.make" values={{ classes: preview.cohorts.length, people: preview.people }} /></Button>}
    </>
  );
}

function PlanSteps({ plan, preview }: { readonly plan: Plan; readonly preview: CohortPreview }) {
  const { formatMessage } = useIntl();
  const at = plan.classes > 0 ? 3 : plan.state === 'approved' ? 2 : isWhole(preview) ? 1 : 0;
  const steps = (['rules', 'approve', 'classes'] as const).map((id, index): WaitStep => ({ id, label: formatMessage({ id: `training.plan.step.${id}` }), state: index < at ? 'done' : index === at ? 'now' : 'ahead', who: id === 'approve' && plan.approvedBy !== '' ? plan.approvedBy : null, since: id === 'classes' && index === at ? plan.approvedAt : null, until: id === 'approve' ? plan.approvedAt : null, days: null, limit: null, clock: 'calm' }));
  return <WaitStrip steps={steps} />;
}

/** Whether everybody falls into one class, in words, a sign and a colour. */
function Balance({ preview, isApproved }: { readonly preview: CohortPreview; readonly isApproved: boolean }) {
  const { formatList } = useIntl();
  const empty = preview.cohorts.filter(({ placed }) => placed === 0);
  if (isWhole(preview)) return <Alert color="green" variant="light" icon={<IconCircleCheck size={18} aria-hidden />}><Text size="sm" c="var(--mantine-color-text)"><FormattedMessage id="training.balance.whole" values={{ people: preview.people, classes: preview.cohorts.length }} /></Text></Alert>;
  return (
    <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />}>
      <Text size="sm" c="var(--mantine-color-text)"><FormattedMessage id="training.balance.open" values={{ leftOut: preview.leftOut, inTwo: preview.inTwo, empty: empty.length, names: formatList(empty.map(({ name }) => name)), state: isApproved ? 'approved' : 'draft' }} /></Text>
    </Alert>
  );
}

type CohortTableProps = { readonly cohorts: readonly CohortRow[]; readonly chosen: string | null; readonly onChoose: (id: string | null) => void; readonly onEdit?: (cohort: CohortRow) => void };

function CohortTable({ cohorts, chosen, onChoose, onEdit }: CohortTableProps) {
  const { formatMessage } = useIntl();
  const words = useCohortWords();
  const remove = useMutation(api.trainingAssessment.removeCohort());
  if (cohorts.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="training.cohort.none" /></Text>;
  return (
    <>
      <ErrorNote error={remove.error} />
      <Table.ScrollContainer minWidth={700}>
        <Table aria-label={formatMessage({ id: 'training.cohort.rules' })} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>{(['name', 'rule', 'content', 'caught', 'placed'] as const).map((field) => <Table.Th key={field} scope="col"><FormattedMessage id={`training.field.${field}`} /></Table.Th>)}<Table.Td /></Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {cohorts.map((cohort) => (
              <Table.Tr key={cohort.id}>
                <Table.Td>{cohort.classId === null ? cohort.name : <PlaceLink to={classPlace(cohort.classId)} inherit underline="always">{cohort.name}</PlaceLink>}</Table.Td>
                <Table.Td>{words(cohort)}</Table.Td>
                <Table.Td>{cohort.content}</Table.Td>
                <Table.Td>{cohort.caught}</Table.Td>
                <Table.Td><Button size="compact-xs" variant={chosen === cohort.id ? 'filled' : 'default'} aria-pressed={chosen === cohort.id} onClick={() => onChoose(chosen === cohort.id ? null : cohort.id)}><FormattedMessage id="training.cohort.placed" values={{ count: cohort.placed }} /></Button></Table.Td>
                <Table.Td ta="right">
                  {onEdit && <Button size="compact-xs" variant="subtle" onClick={() => onEdit(cohort)}><FormattedMessage id="common.edit" /></Button>}
                  {onEdit && <Button size="compact-xs" variant="subtle" color="red" onClick={() => remove.mutate({ id: cohort.id, version: cohort.version })}><FormattedMessage id="training.remove" /></Button>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
