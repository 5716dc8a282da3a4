import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { Grid } from '#shared/modules/grid/territory/grid.schema.ts';

/** Asks from which day and why a grid is no longer used. */
export function CloseGrid({ grid: { id, version, name }, onClose }: { readonly grid: Grid; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [closedOn, setClosedOn] = useState<string | null>(localToday());
  const close = useMutation(api.grid.closeGrid());
  return (
    <ReasonDialog
      title={formatMessage({ id: 'territory.close-title' }, { name })}
      consequence={formatMessage({ id: 'territory.close-consequence' })}
      confirmLabel={formatMessage({ id: 'territory.close' })}
      pending={close.isPending}
      error={close.error}
      onConfirm={(reason) => {
        if (closedOn !== null) close.mutate({ id, version, closedOn, reason }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <DayInput label={formatMessage({ id: 'territory.field.closedOn' })} required value={closedOn} onChange={setClosedOn} error={closedOn === null ? formatMessage({ id: 'record-form.required' }) : null} />
    </ReasonDialog>
  );
}
