import { Button, NumberInput, Select, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { Permission } from '#shared/contract/catalogue.ts';
import { afterAct, type SheetAct } from '#shared/modules/training-assessment/assessment/cycle.rules.ts';
import type { Sheet } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';

type Act = 'report' | 'return' | 'score' | 'archive' | 'appeal' | 'set-days' | 'assign' | 'rate';
type DialogProps = { readonly sheet: Sheet; readonly onClose: () => void };
/** In the order of the way; the first that is possible is the step that waits and the only filled button. */
const ACTS: readonly { readonly act: Act; readonly needs: SheetAct; readonly permission: Permission }[] = [
  { act: 'set-days', needs: 'set-days', permission: 'assessment.score' },
  { act: 'assign', needs: 'self-assess', permission: 'assessment.score' },
  { act: 'return', needs: 'return', permission: 'assessment.score' },
  { act: 'appeal', needs: 'appeal', permission: 'assessment.self' },
  { act: 'rate', needs: 'rate', permission: 'assessment.self' },
  { act: 'score', needs: 'score', permission: 'assessment.score' },
  { act: 'report', needs: 'report', permission: 'assessment.self' },
  { act: 'archive', needs: 'archive', permission: 'assessment.sign-off' },
];
const NEXT: readonly Act[] = ['archive', 'report', 'score'];

/** What can be done with a sheet now. A step would leave behind what is typed into it and not saved yet: until then none is taken. */
export function SheetActions({ sheet, isUnsaved }: { readonly sheet: Sheet; readonly isUnsaved: boolean }) {
  const may = useMay();
  const [open, setOpen] = useState<Act | null>(null);
  const close = () => setOpen(null);
  const possible = ACTS.filter(({ act, needs, permission }) => may(permission) && afterAct(sheet.state, needs) !== null && (act !== 'rate' || sheet.mayRate) && (act !== 'appeal' || (sheet.appealUntil !== null && sheet.appealUntil >= localToday())) && (act !== 'score' || sheet.state === 'reported'));
  const next = NEXT.find((act) => possible.some((one) => one.act === act));
  return (
    <>
      {isUnsaved && possible.length > 0 && <Text size="xs" c="dimmed"><FormattedMessage id="assessment.form.save-first" /></Text>}
      {possible.map(({ act }) => <Button key={act} size="xs" variant={act === next ? 'filled' : 'default'} disabled={isUnsaved} onClick={() => setOpen(act)}><FormattedMessage id={`assessment.act.${act}`} /></Button>)}
      {open === 'return' && <ReturnDialog sheet={sheet} onClose={close} />}
      {open === 'appeal' && <AppealDialog sheet={sheet} onClose={close} />}
      {open === 'set-days' && <DaysDialog sheet={sheet} onClose={close} />}
      {open === 'assign' && <AssignDialog sheet={sheet} onClose={close} />}
      {open === 'rate' && <RateDialog sheetId={sheet.id} name={sheet.subjectName} onClose={close} />}
      {(open === 'report' || open === 'score' || open === 'archive') && <StepDialog act={open} sheet={sheet} onClose={close} />}
    </>
  );
}

const STEPS = { report: () => api.trainingAssessment.reportSheet(), score: () => api.trainingAssessment.scoreSheet(), archive: () => api.trainingAssessment.archiveSheet() } as const;

function StepDialog({ act, sheet, onClose }: DialogProps & { readonly act: keyof typeof STEPS }) {
  const { formatMessage } = useIntl();
  const step = useMutation(STEPS[act]());
  return (
    <ConfirmDialog opened onClose={onClose} title={formatMessage({ id: `assessment.act.${act}` })} confirmLabel={formatMessage({ id: `assessment.act.${act}` })} pending={step.isPending}
      consequence={<><ErrorNote error={step.error} /><FormattedMessage id={`assessment.act-consequence.${act}`} /></>} onConfirm={() => step.mutate({ id: sheet.id, version: sheet.version }, { onSuccess: onClose })} />
  );
}

function ReturnDialog({ sheet, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const act = useMutation(api.trainingAssessment.returnSheet());
  return <ReasonDialog title={formatMessage({ id: 'assessment.act.return' })} consequence={formatMessage({ id: 'assessment.act-consequence.return' })} confirmLabel={formatMessage({ id: 'assessment.act.return' })} pending={act.isPending} error={act.error} onConfirm={(reason) => act.mutate({ id: sheet.id, version: sheet.version, reason }, { onSuccess: onClose })} onClose={onClose} />;
}

function AppealDialog({ sheet, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const act = useMutation(api.trainingAssessment.fileAppeal());
  return <ReasonDialog title={formatMessage({ id: 'assessment.act.appeal' })} consequence={formatMessage({ id: 'assessment.act-consequence.appeal' }, { until: sheet.appealUntil ?? '' })} confirmLabel={formatMessage({ id: 'assessment.appeal-do' })} pending={act.isPending} error={act.error} onConfirm={(reason) => act.mutate({ id: sheet.id, version: sheet.version, reason }, { onSuccess: onClose })} onClose={onClose} />;
}

function DaysDialog({ sheet, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const [days, setDays] = useState<{ fromOn: string | null; untilOn: string | null }>({ fromOn: sheet.fromOn, untilOn: sheet.untilOn });
  const act = useMutation(api.trainingAssessment.setDays());
  return (
    <ReasonDialog title={formatMessage({ id: 'assessment.act.set-days' })} consequence={formatMessage({ id: 'assessment.act-consequence.set-days' })} confirmLabel={formatMessage({ id: 'common.save' })} pending={act.isPending} error={act.error}
      onConfirm={(reason) => act.mutate({ id: sheet.id, version: sheet.version, fromOn: days.fromOn ?? '', untilOn: days.untilOn ?? '', reason }, { onSuccess: onClose })} onClose={onClose}>
      <DayInput label={formatMessage({ id: 'assessment.field.fromOn' })} required value={days.fromOn} onChange={(fromOn) => setDays({ ...days, fromOn })} />
      <DayInput label={formatMessage({ id: 'assessment.field.untilOn' })} required value={days.untilOn} onChange={(untilOn) => setDays({ ...days, untilOn })} />
    </ReasonDialog>
  );
}

function AssignDialog({ sheet, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const { data = [] } = useQuery(api.trainingAssessment.listAssessors({}));
  const [accountId, setAccountId] = useState(sheet.selfAccountId);
  const act = useMutation(api.trainingAssessment.assignSelf());
  return (
    <ConfirmDialog opened onClose={onClose} title={formatMessage({ id: 'assessment.act.assign' })} confirmLabel={formatMessage({ id: 'common.save' })} pending={act.isPending} consequence={<><ErrorNote error={act.error} /><FormattedMessage id="assessment.act-consequence.assign" /></>} onConfirm={() => act.mutate({ id: sheet.id, version: sheet.version, accountId }, { onSuccess: onClose })}>
      <Select label={formatMessage({ id: 'assessment.field.selfName' })} data={data.map(({ id, name }) => ({ value: id, label: name }))} value={accountId} clearable searchable onChange={setAccountId} data-autofocus comboboxProps={{ transitionProps: { duration: 0 } }} />
    </ConfirmDialog>
  );
}

/** One anonymous rating; nothing typed here is put aside as a draft, because a draft bears its writer's name. */
export function RateDialog({ sheetId, name, onClose }: { readonly sheetId: string; readonly name: string; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [rating, setRating] = useState<number | null>(null);
  const act = useMutation(api.trainingAssessment.ratePeer());
  return (
    <ConfirmDialog opened onClose={onClose} title={formatMessage({ id: 'assessment.rate-title' }, { name })} confirmLabel={formatMessage({ id: 'assessment.rate-do' })} pending={act.isPending} consequence={<><ErrorNote error={act.error} /><FormattedMessage id="assessment.rate-consequence" /></>}
      onConfirm={() => rating !== null && act.mutate({ sheetId, rating }, { onSuccess: onClose })}>
      <NumberInput label={formatMessage({ id: 'assessment.field.rating' })} description={formatMessage({ id: 'assessment.rating-hint' })} required min={0} max={100} allowDecimal={false} clampBehavior="strict" hideControls data-autofocus onChange={(value) => setRating(typeof value === 'number' ? value : null)} />
    </ConfirmDialog>
  );
}
