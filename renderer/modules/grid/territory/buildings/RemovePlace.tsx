import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import type { AppError } from '#shared/errors/app-error.ts';

type Removal = { readonly id: string; readonly version: number; readonly reason: string };
type RemovePlaceProps = {
  readonly kind: 'estate' | 'building' | 'room';
  readonly place: { readonly id: string; readonly version: number; readonly name: string };
  readonly remove: UseMutationOptions<Record<string, never>, AppError, Removal>;
  readonly onRemoved?: () => void;
  readonly onClose: () => void;
};

/** Asks why an estate, a building or a room leaves the lists. */
export function RemovePlace({ kind, place: { id, version, name }, remove, onRemoved, onClose }: RemovePlaceProps) {
  const { formatMessage } = useIntl();
  const removing = useMutation(remove);
  return (
    <ReasonDialog
      title={formatMessage({ id: `buildings.remove-${kind}-title` }, { name })}
      consequence={formatMessage({ id: `buildings.remove-${kind}-consequence` })}
      confirmLabel={formatMessage({ id: 'buildings.remove' })}
      pending={removing.isPending}
      error={removing.error}
      onConfirm={(reason) => removing.mutate({ id, version, reason }, { onSuccess: () => { onClose(); onRemoved?.(); } })}
      onClose={onClose}
    />
  );
}
