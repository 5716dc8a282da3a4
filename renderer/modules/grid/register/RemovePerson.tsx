import { Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { removalKinds } from '#shared/modules/grid/register/person.schema.ts';
import { api } from '#renderer/api/index.ts';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';

type RemovePersonProps = { readonly person: { readonly id: string; readonly version: number; readonly name: string }; readonly onClose: () => void };

/** Asks why a person leaves the register. */
export function RemovePerson({ person: { id, version, name }, onClose }: RemovePersonProps) {
  const { formatMessage } = useIntl();
  const [kind, setKind] = useState<(typeof removalKinds)[number]>('moved-away');
  const remove = useMutation(api.grid.removePerson());
  return (
    <ReasonDialog
      title={formatMessage({ id: 'register.remove-title' }, { name })}
      consequence={formatMessage({ id: 'register.remove-consequence' })}
      confirmLabel={formatMessage({ id: 'register.remove' })}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={(reason) => remove.mutate({ id, version, kind, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Select
        label={formatMessage({ id: 'track.removal' })}
        data={removalKinds.map((value) => ({ value, label: formatMessage({ id: `track.removal.${value}` }) }))}
        value={kind}
        onChange={(value) => setKind(removalKinds.find((one) => one === value) ?? 'other')}
        allowDeselect={false}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
    </ReasonDialog>
  );
}
