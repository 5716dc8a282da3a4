import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { awaitsAnswer } from '#shared/modules/staff/suggestions/suggestion.rules.ts';
import { suggestionAnswerSchema, suggestionResultSchema, type SuggestionRow } from '#shared/modules/staff/suggestions/suggestion.schema.ts';
import { ActDialog } from '../ActDialog.tsx';
import { useFieldLabels } from '../StaffFields.tsx';

export type SuggestionAct = 'edit' | 'take-up' | 'decline' | 'carry-out' | 'practice';
type ActProps = { readonly row: SuggestionRow; readonly onClose: () => void };

/** What the reader may do with a suggestion now, and the practice that was written of it. */
export function SuggestionActs({ row, onAct }: { readonly row: SuggestionRow; readonly onAct: (act: SuggestionAct) => void }) {
  const may = useMay();
  const second = useMutation(api.staff.secondSuggestion());
  const withdraw = useMutation(api.staff.withdrawSuggestion());
  const isOpen = awaitsAnswer(row.state);
  const isMine = row.isOwn && isOpen && may('suggestions.edit');
  const mayDecide = may('suggestions.decide');
  return (
    <Stack gap="xs">
      <ErrorNote error={second.error ?? withdraw.error} />
      {row.practiceTitle !== '' && <PlaceLink to={`/staff/practices?text=${encodeURIComponent(row.practiceTitle)}`} size="sm" underline="always"><FormattedMessage id="suggestion.practice" values={{ title: row.practiceTitle }} /></PlaceLink>}
      <Group gap="xs">
        {isOpen && mayDecide && <Button size="xs" onClick={() => onAct('take-up')}><FormattedMessage id="suggestion.takes-up" /></Button>}
        {isOpen && mayDecide && <Button size="xs" variant="default" onClick={() => onAct('decline')}><FormattedMessage id="suggestion.declines" /></Button>}
        {row.state === 'taken-up' && mayDecide && <Button size="xs" onClick={() => onAct('carry-out')}><FormattedMessage id="suggestion.carry-out" /></Button>}
        {row.state === 'carried-out' && row.practiceTitle === '' && may('practices.edit') && <Button size="xs" variant="default" onClick={() => onAct('practice')}><FormattedMessage id="suggestion.to-practice" /></Button>}
        {isOpen && !row.isOwn && !row.isSeconded && may('suggestions.edit') && <Button size="xs" variant="default" loading={second.isPending} onClick={() => second.mutate({ id: row.id })}><FormattedMessage id="suggestion.second" /></Button>}
        {isMine && <Button size="xs" variant="default" onClick={() => onAct('edit')}><FormattedMessage id="common.edit" /></Button>}
        {isMine && <Button size="xs" variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate({ id: row.id, version: row.version })}><FormattedMessage id="suggestion.withdraw" /></Button>}
      </Group>
      {row.isSeconded && <Text size="sm" c="dimmed"><FormattedMessage id="suggestion.seconded" /></Text>}
    </Stack>
  );
}

/** Takes it up: who does it, until when. */
export function TakeUpDialog({ row, onClose }: ActProps) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('staff_suggestion');
  return (
    <ActDialog
      title={formatMessage({ id: 'suggestion.take-up-title' }, { title: row.title })}
      consequence={row.remedy}
      confirmLabel={formatMessage({ id: 'suggestion.takes-up' })}
      initialValues={{ doerId: null, plannedUntil: null, answer: '' } as { doerId: string | null; plannedUntil: string | null; answer: string }}
      fields={[{ kind: 'member', name: 'doerId', required: true, first: true, chosen: null }, { kind: 'day', name: 'plannedUntil', required: true }, { kind: 'area', name: 'answer', max: 500 }]}
      labelOf={labelOf}
      inputOf={(values) => ({ id: row.id, version: row.version, takesUp: true, ...values })}
      schema={suggestionAnswerSchema}
      act={api.staff.answerSuggestion()}
      onClose={onClose}
    />
  );
}

/** Does not take it up, and says why. */
export function DeclineDialog({ row, onClose }: ActProps) {
  const { formatMessage } = useIntl();
  return (
    <ActDialog
      title={formatMessage({ id: 'suggestion.decline-title' }, { title: row.title })}
      consequence={row.remedy}
      confirmLabel={formatMessage({ id: 'suggestion.declines' })}
      initialValues={{ answer: '' }}
      fields={[{ kind: 'area', name: 'answer', required: true, first: true, max: 500 }]}
      labelOf={() => formatMessage({ id: 'suggestion.reason' })}
      inputOf={({ answer }) => ({ id: row.id, version: row.version, takesUp: false, answer, doerId: null, plannedUntil: null })}
      schema={suggestionAnswerSchema}
      act={api.staff.answerSuggestion()}
      onClose={onClose}
    />
  );
}

/** What came of it. */
export function CarryOutDialog({ row, onClose }: ActProps) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('staff_suggestion');
  return (
    <ActDialog
      title={formatMessage({ id: 'suggestion.carry-out-title' }, { title: row.title })}
      consequence={formatMessage({ id: 'suggestion.carry-out-about' })}
      confirmLabel={formatMessage({ id: 'suggestion.carry-out' })}
      initialValues={{ doneOn: localToday() as string | null, result: '' }}
      fields={[{ kind: 'day', name: 'doneOn', required: true }, { kind: 'area', name: 'result', required: true, first: true, max: 500 }]}
      labelOf={labelOf}
      inputOf={({ doneOn, result }) => ({ id: row.id, version: row.version, doneOn: doneOn ?? '', result })}
      schema={suggestionResultSchema}
      act={api.staff.carryOutSuggestion()}
      onClose={onClose}
    />
  );
}
