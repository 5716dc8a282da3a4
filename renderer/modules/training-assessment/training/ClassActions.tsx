import { Button } from '@mantine/core';
import { IconCertificate, IconLock, IconLockOpen, IconPencil, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { isOpenClass } from '#shared/modules/training-assessment/training/class.rules.ts';
import type { ClassRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import { EditClassDrawer } from './ClassDrawer.tsx';

type Open = 'edit' | 'finish' | 'cancel' | 'reopen';

/** What can be done with a class as it stands; the next step is the one filled button. */
export function ClassActions({ row }: { readonly row: ClassRow }) {
  const { formatMessage } = useIntl();
  const may = useMay();
  const [open, setOpen] = useState<Open | null>(null);
  const start = useMutation(api.trainingAssessment.startTrainingClass());
  const issue = useMutation(api.trainingAssessment.issueCertificates());
  const { id, version, state } = row;
  const mayEdit = may('training.edit');
  const isOpen = isOpenClass(state);
  useDeskCommand(mayEdit && isOpen ? { id: 'record.edit', title: 'common.edit', accelerator: 'F2', run: () => setOpen('edit') } : null);
  const close = () => setOpen(null);
  return (
    <>
      <ErrorNote error={start.error ?? issue.error} />
      {mayEdit && isOpen && <Button size="xs" variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen('edit')}><FormattedMessage id="common.edit" /></Button>}
      {mayEdit && isOpen && <Button size="xs" variant="default" leftSection={<IconX size={16} aria-hidden />} onClick={() => setOpen('cancel')}><FormattedMessage id="training.class.cancel" /></Button>}
      {mayEdit && state === 'planned' && <Button size="xs" leftSection={<IconPlayerPlay size={16} aria-hidden />} loading={start.isPending} onClick={() => start.mutate({ id, version })}><FormattedMessage id="training.class.start" /></Button>}
      {mayEdit && state === 'running' && <Button size="xs" leftSection={<IconLock size={16} aria-hidden />} onClick={() => setOpen('finish')}><FormattedMessage id="training.class.finish" /></Button>}
      {may('training.approve') && !isOpen && <Button size="xs" variant="default" leftSection={<IconLockOpen size={16} aria-hidden />} onClick={() => setOpen('reopen')}><FormattedMessage id="training.class.reopen" /></Button>}
      {mayEdit && state === 'finished' && row.passed > 0 && <Button size="xs" leftSection={<IconCertificate size={16} aria-hidden />} loading={issue.isPending} onClick={() => issue.mutate({ classId: id, issuedOn: localToday() })}><FormattedMessage id="training.class.certify" /></Button>}
      {open === 'edit' && <EditClassDrawer row={row} onClosed={close} />}
      {open === 'finish' && <FinishDialog row={row} onClose={close} />}
      {(open === 'cancel' || open === 'reopen') && <MoveDialog row={row} act={open} onClose={close} title={formatMessage({ id: `training.class.${open}` })} />}
    </>
  );
}

function FinishDialog({ row, onClose }: { readonly row: ClassRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const finish = useMutation(api.trainingAssessment.finishTrainingClass());
  return (
    <ConfirmDialog
      opened
      title={formatMessage({ id: 'training.class.finish-title' }, { name: row.name })}
      consequence={<><span>{formatMessage({ id: 'training.class.finish-consequence' })}</span><ErrorNote error={finish.error} /></>}
      confirmLabel={formatMessage({ id: 'training.class.finish' })}
      pending={finish.isPending}
      onConfirm={() => finish.mutate({ id: row.id, version: row.version }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function MoveDialog({ row, act, title, onClose }: { readonly row: ClassRow; readonly act: 'cancel' | 'reopen'; readonly title: string; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const cancel = useMutation(api.trainingAssessment.cancelTrainingClass());
  const reopen = useMutation(api.trainingAssessment.reopenTrainingClass());
  const run = act === 'cancel' ? cancel : reopen;
  return <ReasonDialog title={title} consequence={formatMessage({ id: `training.class.${act}-consequence` })} confirmLabel={title} pending={run.isPending} error={run.error} onConfirm={(reason) => run.mutate({ id: row.id, version: row.version, reason }, { onSuccess: onClose })} onClose={onClose} />;
}
