import { useMutation } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';

type RemovePersonProps = { readonly person: { readonly id: string; readonly version: number; readonly name: string }; readonly onClose: () => void };

/** Asks why a person leaves the register. */
export function RemovePerson({ person: { id, version, name }, onClose }: RemovePersonProps) {
  const { formatMessage } = useIntl();
  const remove = useMutation(api.grid.removePerson());
  return (
    <ReasonDialog
      title={formatMessage({ id: 'register.remove-title' }, { name })}
      consequence={formatMessage({ id: 'register.remove-consequence' })}
      confirmLabel={formatMessage({ id: 'register.remove' })}
      pending={remove.isPending}
      error={remove.error}
      onConfirm={(reason) => remove.mutate({ id, version, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
