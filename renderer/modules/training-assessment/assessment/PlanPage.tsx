import { Alert, Button, List, NumberInput, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy, IconLock, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { refusedIds } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import { divisions } from '#shared/modules/training-assessment/assessment/plan.rules.ts';
import type { PlanItem, PlanSheet } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import { planPlace, sheetsPlace } from './places.ts';
import { EditItemDrawer, NewItemDrawer } from './plan/ItemDrawer.tsx';
import { EditPlanDrawer } from './plan/PlanDrawer.tsx';
import { PlanTree, type TreeAct } from './plan/PlanTree.tsx';
import { Simulation } from './plan/Simulation.tsx';
import { Section } from './Section.tsx';
import { usePlaceParams } from './use-place-params.ts';
import { usePoints } from './use-points.ts';

/** One plan: its rules, what does not add up yet, what other weights would change, and the step into the cycle. */
export default function PlanPage() {
  const { formatMessage } = useIntl();
  const { id } = usePlaceParams();
  const { data, error, refetch } = useQuery(api.trainingAssessment.getPlan({ id }));
  if (data) return <PlanView key={data.id} plan={data} />;
  return <Page title={formatMessage({ id: 'assessment.plan' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

type PlanAct = 'edit-plan' | 'enable' | 'copy' | 'lock' | 'remove-plan';
type Open = TreeAct | { readonly act: PlanAct };

function PlanView({ plan }: { readonly plan: PlanSheet }) {
  const { formatMessage } = useIntl();
  const mayPlan = useMay()('assessment.plan');
  const [open, setOpen] = useState<Open | null>(null);
  const isDraft = plan.state === 'draft';
  const close = () => setOpen(null);
  return (
    <Page title={plan.title} figure={formatMessage({ id: `assessment.plan-state.${plan.state}` })} actions={<PlanActions plan={plan} onOpen={setOpen} />}>
      <Stack gap="xl">
        <PlanFacts plan={plan} />
        <Section title="assessment.plan.tree" actions={isDraft && mayPlan && <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ act: 'add', parentId: null })}><FormattedMessage id="assessment.item.new" /></Button>}>
          <Balance plan={plan} />
          {plan.items.length === 0 ? <Text size="sm" c="dimmed"><FormattedMessage id="assessment.plan.no-items" /></Text> : <PlanTree plan={plan} {...(isDraft && mayPlan && { onAct: setOpen })} />}
          <Text size="xs" c="dimmed"><FormattedMessage id="assessment.rounding" /></Text>
        </Section>
        {plan.items.length > 0 && <Section title="assessment.simulation"><Simulation plan={plan} /></Section>}
        <Section title="assessment.never">
          <List size="sm" spacing={4}>{refusedIds.map((id) => <List.Item key={id}><strong>{formatMessage({ id: `assessment.refused.${id}` })}</strong> · {formatMessage({ id: `assessment.refused-why.${id}` })}</List.Item>)}</List>
        </Section>
        <Section title="assessment.history"><History entity="assessment_plan" id={plan.id} version={plan.version} /></Section>
      </Stack>
      {open?.act === 'add' && <NewItemDrawer plan={plan} parentId={open.parentId} onClosed={close} />}
      {open?.act === 'edit' && <EditItemDrawer key={open.item.id} plan={plan} item={open.item} onClosed={close} />}
      {open?.act === 'remove' && <RemoveItem item={open.item} onClose={close} />}
      {open?.act === 'edit-plan' && <EditPlanDrawer plan={plan} onClosed={close} />}
      {open?.act === 'enable' && <EnablePlan plan={plan} onClose={close} />}
      {open?.act === 'copy' && <CopyPlan plan={plan} onClose={close} />}
      {open?.act === 'lock' && <LockCycle plan={plan} onClose={close} />}
      {open?.act === 'remove-plan' && <RemovePlan plan={plan} onClose={close} />}
    </Page>
  );
}

function PlanActions({ plan, onOpen }: { readonly plan: PlanSheet; readonly onOpen: (open: Open) => void }) {
  const may = useMay();
  const goTo = useGoTo();
  const isDraft = plan.state === 'draft';
  const button = (act: PlanAct, icon: ReactNode, label: ReactNode) => <Button size="xs" variant="default" leftSection={icon} onClick={() => onOpen({ act })}>{label}</Button>;
  return (
    <>
      {may('assessment.plan') && button('copy', <IconCopy size={16} aria-hidden />, <FormattedMessage id="assessment.plan.copy" />)}
      {isDraft && may('assessment.plan') && button('remove-plan', <IconTrash size={16} aria-hidden />, <FormattedMessage id="assessment.plan.remove" />)}
      {isDraft && may('assessment.plan') && button('edit-plan', <IconPencil size={16} aria-hidden />, <FormattedMessage id="common.edit" />)}
      {!isDraft && may('assessment.score') && plan.archived < plan.sheets && button('lock', <IconLock size={16} aria-hidden />, <FormattedMessage id="assessment.plan.lock" />)}
      {isDraft && may('assessment.sign-off') && <Button size="xs" leftSection={<IconCheck size={16} aria-hidden />} onClick={() => onOpen({ act: 'enable' })}><FormattedMessage id="assessment.plan.enable" /></Button>}
      {!isDraft && <Button size="xs" onClick={() => goTo(sheetsPlace({ planId: plan.id }))}><FormattedMessage id="assessment.plan.sheets" /></Button>}
    </>
  );
}

function PlanFacts({ plan }: { readonly plan: PlanSheet }) {
  const { formatMessage } = useIntl();
  const points = usePoints();
  const label = (id: 'subjectKind' | 'period' | 'full' | 'selfUntil' | 'superiorUntil' | 'appealDays' | 'leastPeers' | 'leastResidents' | 'bands' | 'note') => ({ id, label: formatMessage({ id: `assessment.field.${id}` }) });
  return (
    <Facts
      columns={2}
      facts={[
        { ...label('subjectKind'), value: formatMessage({ id: `assessment.kind.${plan.subjectKind}` }) },
        { ...label('period'), value: <><DayText day={plan.fromOn} /> – <DayText day={plan.untilOn} /></> },
        { ...label('full'), value: points(plan.fullScore) },
        { ...label('bands'), value: plan.bands.map(({ band, floor }) => `${formatMessage({ id: `assessment.band.${band}` })} ≥ ${points(floor)}`).join(' · ') },
        { ...label('selfUntil'), value: <DayText day={plan.selfUntil} /> },
        { ...label('superiorUntil'), value: <DayText day={plan.superiorUntil} /> },
        { ...label('appealDays'), value: plan.appealDays },
        { ...label('leastPeers'), value: plan.leastPeers },
        { ...label('leastResidents'), value: plan.leastResidents },
        { ...label('note'), value: plan.note },
      ]}
    />
  );
}

/** What does not add up yet, part by part; nothing when everything does. */
function Balance({ plan }: { readonly plan: PlanSheet }) {
  const { formatMessage } = useIntl();
  const points = usePoints();
  const off = divisions(plan, plan.items).filter(({ sum, full }) => sum !== full);
  if (off.length === 0) return <Text size="sm"><IconCheck size={14} aria-hidden /> <FormattedMessage id={plan.state === 'draft' ? 'assessment.balanced' : 'assessment.balanced-enabled'} /></Text>;
  return (
    <Alert color="yellow" variant="light" p="xs" icon={<IconAlertTriangle size={16} aria-hidden />}>
      {off.map(({ id, title, sum, full }) => <div key={id ?? 'plan'}>{formatMessage({ id: 'assessment.unbalanced' }, { title, sum: points(sum), full: points(full) })}</div>)}
    </Alert>
  );
}

type DialogProps = { readonly plan: PlanSheet; readonly onClose: () => void };

function EnablePlan({ plan, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const enable = useMutation(api.trainingAssessment.enablePlan());
  return (
    <ConfirmDialog opened onClose={onClose} title={formatMessage({ id: 'assessment.enable-title' }, { title: plan.title })} confirmLabel={formatMessage({ id: 'assessment.plan.enable' })} pending={enable.isPending}
      consequence={<><ErrorNote error={enable.error} /><FormattedMessage id="assessment.enable-consequence" /></>} onConfirm={() => enable.mutate({ id: plan.id, version: plan.version }, { onSuccess: onClose })} />
  );
}

function CopyPlan({ plan, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const [year, setYear] = useState(Number(localToday().slice(0, 4)));
  const copy = useMutation(api.trainingAssessment.copyPlan());
  return (
    <ConfirmDialog opened onClose={onClose} title={formatMessage({ id: 'assessment.plan.copy' })} confirmLabel={formatMessage({ id: 'assessment.copy-do' })} pending={copy.isPending} consequence={<><ErrorNote error={copy.error} /><FormattedMessage id="assessment.copy-consequence" /></>}
      onConfirm={() => copy.mutate({ id: plan.id, year }, { onSuccess: ({ id }) => goTo(planPlace(id)) })}>
      <NumberInput label={formatMessage({ id: 'assessment.field.year' })} value={year} min={2000} max={2100} hideControls thousandSeparator="" onChange={(value) => setYear(Number(value))} data-autofocus />
    </ConfirmDialog>
  );
}

function LockCycle({ plan, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const lock = useMutation(api.trainingAssessment.lockCycle());
  return <ConfirmDialog opened onClose={onClose} title={formatMessage({ id: 'assessment.plan.lock' })} confirmLabel={formatMessage({ id: 'assessment.lock-do' })} pending={lock.isPending} consequence={<><ErrorNote error={lock.error} /><FormattedMessage id="assessment.lock-consequence" /></>} onConfirm={() => lock.mutate({ planId: plan.id }, { onSuccess: onClose })} />;
}

function RemoveItem({ item, onClose }: { readonly item: PlanItem; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const remove = useMutation(api.trainingAssessment.removeItem());
  return <ConfirmDialog opened danger onClose={onClose} title={formatMessage({ id: 'assessment.item.remove-of' }, { title: item.title })} confirmLabel={formatMessage({ id: 'assessment.item.remove' })} pending={remove.isPending} consequence={<><ErrorNote error={remove.error} /><FormattedMessage id="assessment.item.remove-consequence" /></>} onConfirm={() => remove.mutate({ id: item.id, version: item.version }, { onSuccess: onClose })} />;
}

function RemovePlan({ plan, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const remove = useMutation(api.trainingAssessment.removePlan());
  return <ConfirmDialog opened danger onClose={onClose} title={formatMessage({ id: 'assessment.plan.remove-title' }, { title: plan.title })} confirmLabel={formatMessage({ id: 'assessment.plan.remove' })} pending={remove.isPending} consequence={<><ErrorNote error={remove.error} /><FormattedMessage id="assessment.plan.remove-consequence" /></>} onConfirm={() => remove.mutate({ id: plan.id, version: plan.version }, { onSuccess: () => goTo('/assessment/plans') })} />;
}
