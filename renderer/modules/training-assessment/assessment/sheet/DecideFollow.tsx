import { Select, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import { destinationOf, rulesFor } from '#shared/modules/training-assessment/assessment/follow.rules.ts';
import type { FollowRow, HandOn } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';

type DecideFollowProps = { readonly follow: FollowRow; readonly confirmed: boolean; readonly label: string; readonly onClose: () => void };

/** Done or left, with the reason; done, the person says in the same dialog what it becomes. */
export function DecideFollow({ follow, confirmed, label, onClose }: DecideFollowProps) {
  const { formatMessage } = useIntl();
  const [ruleId, setRuleId] = useState<string | null>(null);
  const [need, setNeed] = useState<{ subject: string; dueOn: string | null }>({ subject: follow.weakest || label, dueOn: null });
  const decide = useMutation(api.trainingAssessment.decideFollow());
  const to = confirmed && follow.caseId === null && follow.needId === null ? destinationOf(follow.code, follow.subjectKind) : 'sheet';
  const rules = useQuery({ ...api.staff.listRewardRules({}), enabled: to === 'reward' || to === 'penalty' });
  const fitting = rulesFor(follow.code, rules.data ?? []);
  const chosen = ruleId ?? fitting[0]?.id ?? null;
  const handOn = (): HandOn | null => (to === 'sheet' ? null : to === 'training' ? { to, subject: need.subject.trim(), dueOn: need.dueOn } : chosen === null ? null : { to: 'ledger', ruleId: chosen });
  return (
    <ReasonDialog
      title={formatMessage({ id: confirmed ? 'assessment.confirm-title' : 'assessment.dismiss-title' }, { follow: label, name: follow.subjectName })}
      consequence={formatMessage({ id: confirmed ? `assessment.confirm-to.${to}` : 'assessment.dismiss-consequence' })}
      confirmLabel={formatMessage({ id: confirmed ? 'assessment.confirm' : 'assessment.dismiss' })}
      pending={decide.isPending}
      error={decide.error}
      onConfirm={(reason) => decide.mutate({ id: follow.id, version: follow.version, confirmed, reason, handOn: handOn() }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {(to === 'reward' || to === 'penalty') && rules.data && fitting.length === 0 && <Text size="sm"><FormattedMessage id="assessment.hand-on.no-rule" /></Text>}
      {(to === 'reward' || to === 'penalty') && fitting.length > 0 && (
        <Select label={formatMessage({ id: 'assessment.hand-on.rule' })} required allowDeselect={false} data={fitting.map(({ id, name }) => ({ value: id, label: name }))} value={chosen} onChange={setRuleId} comboboxProps={{ transitionProps: { duration: 0 } }} />
      )}
      {to === 'training' && <TextInput label={formatMessage({ id: 'assessment.hand-on.subject' })} required maxLength={100} value={need.subject} onChange={(event) => setNeed({ ...need, subject: event.currentTarget.value })} />}
      {to === 'training' && <DayInput label={formatMessage({ id: 'assessment.hand-on.dueOn' })} value={need.dueOn} onChange={(dueOn) => setNeed({ ...need, dueOn })} />}
    </ReasonDialog>
  );
}
