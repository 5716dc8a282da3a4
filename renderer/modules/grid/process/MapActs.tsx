import { Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { MOST_DAYS_AHEAD } from '#shared/modules/grid/process/process.rules.ts';
import type { ProcessMapSheet } from '#shared/modules/grid/process/process.schema.ts';

type ActProps = { readonly sheet: ProcessMapSheet; readonly onClose: () => void };

/** Puts a draft into force from a day; from one that lies ahead it is announced. */
export function EnableMap({ sheet: { id, version, title, edition }, onClose }: ActProps) {
  const { formatMessage } = useIntl();
  const [day, setDay] = useState<string | null>(localToday());
  const enable = useMutation(api.grid.enableProcessMap());
  const isAhead = day !== null && day > localToday();
  return (
    <ConfirmDialog
      opened
      title={formatMessage({ id: 'process-map.enable-title' }, { title, edition })}
      consequence={
        <Stack gap="sm">
          <span>{formatMessage({ id: isAhead ? 'process-map.announce-consequence' : 'process-map.enable-consequence' }, { day })}</span>
          <ErrorNote error={enable.error} />
          <DayInput label={formatMessage({ id: 'process-map.enable-day' })} required maxDate={addDays(localToday(), MOST_DAYS_AHEAD)} value={day} onChange={setDay} error={day === null ? formatMessage({ id: 'record-form.required' }) : null} />
        </Stack>
      }
      confirmLabel={formatMessage({ id: isAhead ? 'process-map.announce' : 'process-map.enable' })}
      pending={enable.isPending}
      onConfirm={() => day !== null && enable.mutate({ id, version, inForceOn: day }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

/** Before its day, what was announced becomes a draft again. */
export function WithdrawMap({ sheet: { id, version, title, inForceOn, editions }, onClose }: ActProps) {
  const { formatMessage } = useIntl();
  const withdraw = useMutation(api.grid.withdrawProcessMap());
  const hasFormer = editions.some(({ state, endedOn }) => state === 'in-force' && endedOn === inForceOn);
  return (
    <ConfirmDialog
      opened
      title={formatMessage({ id: 'process-map.withdraw-title' }, { title })}
      consequence={<Stack gap="xs"><span>{formatMessage({ id: hasFormer ? 'process-map.withdraw-consequence' : 'process-map.withdraw-alone' }, { day: inForceOn })}</span><ErrorNote error={withdraw.error} /></Stack>}
      confirmLabel={formatMessage({ id: 'process-map.withdraw' })}
      pending={withdraw.isPending}
      onConfirm={() => withdraw.mutate({ id, version }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

/** Ends what is in force, with its reason. */
export function EndMap({ sheet: { id, version, title }, onClose }: ActProps) {
  const { formatMessage } = useIntl();
  const [day, setDay] = useState<string | null>(localToday());
  const end = useMutation(api.grid.endProcessMap());
  return (
    <ReasonDialog
      title={formatMessage({ id: 'process-map.end-title' }, { title })}
      consequence={formatMessage({ id: 'process-map.end-consequence' })}
      confirmLabel={formatMessage({ id: 'process-map.end' })}
      pending={end.isPending}
      error={end.error}
      onConfirm={(reason) => day !== null && end.mutate({ id, version, endedOn: day, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <DayInput label={formatMessage({ id: 'process-map.end-day' })} required maxDate={localToday()} value={day} onChange={setDay} error={day === null ? formatMessage({ id: 'record-form.required' }) : null} />
    </ReasonDialog>
  );
}

export function RemoveMap({ sheet: { id, version, title }, onClose }: ActProps) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const remove = useMutation(api.grid.removeProcessMap());
  return (
    <ConfirmDialog
      opened
      danger
      title={formatMessage({ id: 'process-map.remove-title' }, { title })}
      consequence={<Stack gap="xs"><span>{formatMessage({ id: 'process-map.remove-consequence' })}</span><ErrorNote error={remove.error} /></Stack>}
      confirmLabel={formatMessage({ id: 'process-map.remove' })}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ id, version }, { onSuccess: () => goTo('/grid/process-maps') })}
      onClose={onClose}
    />
  );
}
