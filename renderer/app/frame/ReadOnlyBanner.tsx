import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { useMay } from '../session.ts';
import classes from './frame.module.css';

const SHORTEST_REASON = 2;

/** The file is older than the last state on record: nothing can be changed until a supervisor decides, with a reason (security.md 2.7). */
export function ReadOnlyBanner() {
  const { formatMessage } = useIntl();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const settle = useMutation({ ...api.audit.settleRollback(), onSuccess: () => setOpen(false) });
  const isTooShort = reason.trim().length < SHORTEST_REASON;
  return (
    <div className={classes['banner']} role="alert">
      <span><IconAlertTriangle size={16} aria-hidden /> <FormattedMessage id={may('audit.settle') ? 'frame.read-only.decide' : 'frame.read-only.wait'} /></span>
      {may('audit.settle') && <Button size="compact-sm" color="red" onClick={() => setOpen(true)}><FormattedMessage id="frame.read-only.action" /></Button>}
      <ConfirmDialog
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={formatMessage({ id: 'frame.read-only.title' })}
        consequence={formatMessage({ id: 'frame.read-only.consequence' })}
        confirmLabel={formatMessage({ id: 'frame.read-only.confirm' })}
        danger
        pending={settle.isPending}
        onConfirm={() => !isTooShort && settle.mutate({ reason })}
      >
        <Textarea label={formatMessage({ id: 'common.reason' })} required autosize minRows={2} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
        <ErrorNote error={settle.error} />
      </ConfirmDialog>
    </div>
  );
}
