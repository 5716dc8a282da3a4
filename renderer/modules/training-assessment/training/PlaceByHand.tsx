import { Select, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { CohortPerson, CohortRow } from '#shared/modules/training-assessment/training/cohort.schema.ts';

const SHORTEST = 2;

/** Decides for one person where the person falls, with the reason. */
export function PlaceByHand({ planId, person, cohorts, onClose }: { readonly planId: string; readonly person: CohortPerson; readonly cohorts: readonly CohortRow[]; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [cohortId, setCohortId] = useState<string | null>(person.byHand?.cohortId ?? person.cohorts[0]?.id ?? null);
  const [reason, setReason] = useState(person.byHand?.reason ?? '');
  const place = useMutation(api.trainingAssessment.placeInCohort());
  const isReady = cohortId !== null && reason.trim().length >= SHORTEST;
  return (
    <ConfirmDialog
      opened
      title={formatMessage({ id: 'training.place.title' }, { name: person.name })}
      consequence={formatMessage({ id: 'training.place.about' })}
      confirmLabel={formatMessage({ id: 'common.save' })}
      pending={place.isPending}
      onConfirm={() => isReady && place.mutate({ planId, memberId: person.id, cohortId, reason: reason.trim() }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Stack gap="sm">
        <ErrorNote error={place.error} />
        <Select label={formatMessage({ id: 'training.field.cohortId' })} required data={cohorts.map(({ id, name }) => ({ value: id, label: name }))} value={cohortId} onChange={setCohortId} data-autofocus comboboxProps={{ transitionProps: { duration: 0 } }} />
        <Textarea label={formatMessage({ id: 'common.reason' })} required autosize minRows={2} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Stack>
    </ConfirmDialog>
  );
}
