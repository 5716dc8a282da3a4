import { Select, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { needStates, type NeedRow, type NeedState } from '#shared/modules/training-assessment/training/need.schema.ts';

const isState = (value: string | null): value is NeedState => needStates.some((state) => state === value);

/** What becomes of a need: into which class, or why not. */
export function SettleNeed({ need, onClose }: { readonly need: NeedRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [state, setState] = useState<NeedState>(need.state === 'open' ? 'planned' : 'open');
  const [classId, setClassId] = useState<string | null>(need.classId);
  const [outcome, setOutcome] = useState(need.outcome);
  const settle = useMutation(api.trainingAssessment.settleTrainingNeed());
  const { data = [] } = useQuery(api.trainingAssessment.listTrainingClasses({ filter: { states: ['planned', 'running'] }, sort: { field: 'fromOn', direction: 'desc' }, limit: 100 }));
  const needsWords = state === 'met' || state === 'dropped';
  return (
    <ConfirmDialog
      opened
      title={formatMessage({ id: 'training.need.settle' })}
      consequence={need.subject}
      confirmLabel={formatMessage({ id: 'common.save' })}
      pending={settle.isPending}
      onConfirm={() => settle.mutate({ id: need.id, version: need.version, state, classId: state === 'planned' ? classId : null, outcome }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Stack gap="sm">
        <ErrorNote error={settle.error} />
        <Select label={formatMessage({ id: 'training.field.state' })} data={needStates.map((value) => ({ value, label: formatMessage({ id: `training.need.state.${value}` }) }))} value={state} allowDeselect={false} onChange={(value) => isState(value) && setState(value)} comboboxProps={{ transitionProps: { duration: 0 } }} />
        {state === 'planned' && <Select label={formatMessage({ id: 'training.field.classId' })} description={need.memberId === null ? undefined : formatMessage({ id: 'training.need.enrols' }, { name: need.memberName })} data={data.map(({ id, name }) => ({ value: id, label: name }))} value={classId} searchable onChange={setClassId} required data-autofocus comboboxProps={{ transitionProps: { duration: 0 } }} />}
        {needsWords && <Textarea label={formatMessage({ id: 'training.field.outcome' })} required autosize minRows={2} maxLength={300} value={outcome} onChange={(event) => setOutcome(event.currentTarget.value)} />}
      </Stack>
    </ConfirmDialog>
  );
}
