import { Checkbox, Stack } from '@mantine/core';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { candidateChangeSchema, candidateDraftSchema, type Candidate, type CandidateDraft } from '#shared/modules/staff/vacancies/vacancy.schema.ts';
import { StaffFields, useFieldLabels } from '../StaffFields.tsx';

type Values = Omit<CandidateDraft, 'appliedOn' | 'met'> & { appliedOn: string | null; met: string[] };
const draftOf = (values: Values): CandidateDraft => ({ ...values, appliedOn: values.appliedOn ?? '' });

type NewProps = { readonly vacancyId: string; readonly others: readonly string[]; readonly onClosed: () => void };

export function NewCandidateDrawer({ vacancyId, others, onClosed }: NewProps) {
  const { formatMessage } = useIntl();
  const empty: Values = { vacancyId, memberId: null, name: '', sex: '0', birthOn: null, education: '', profession: '', gridMonths: 0, privatePhone: '', met: [], appliedOn: localToday(), note: '' };
  const record = useRecordForm({ draftKey: `candidate/${vacancyId}/new`, initialValues: empty, inputOf: draftOf, schema: candidateDraftSchema, save: api.staff.addCandidate(), onSaved: () => undefined, nextValues: () => empty });
  return <CandidateForm title={formatMessage({ id: 'candidate.new' })} record={record} others={others} chosen={null} onClosed={onClosed} />;
}

export function EditCandidateDrawer({ candidate, others, onClosed }: { readonly candidate: Candidate; readonly others: readonly string[]; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, vacancyId, memberId, name, sex, birthOn, education, profession, gridMonths, met, appliedOn, note } = candidate;
  const record = useRecordForm({
    draftKey: `candidate/${id}`,
    initialValues: { vacancyId, memberId, name, sex, birthOn, education, profession, gridMonths, privatePhone: '', met: [...met], appliedOn, note } as Values, // widened: null and text are typed later
    inputOf: ({ privatePhone, ...values }: Values) => { const { privatePhone: _p, ...draft } = draftOf({ ...values, privatePhone }); return { ...draft, id, version, ...(privatePhone.trim() !== '' && { privatePhone }) }; },
    schema: candidateChangeSchema,
    save: api.staff.updateCandidate(),
    onSaved: () => undefined,
  });
  return <CandidateForm title={formatMessage({ id: 'candidate.edit' }, { name })} record={record} others={others} chosen={memberId === null ? null : { value: memberId, label: name }} onClosed={onClosed} />;
}

type FormProps = { readonly title: string; readonly record: RecordForm<Values>; readonly others: readonly string[]; readonly chosen: { readonly value: string; readonly label: string } | null; readonly onClosed: () => void };

function CandidateForm({ title, record, others, chosen, onClosed }: FormProps) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('candidate');
  const { form } = record;
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <StaffFields
        form={form}
        labelOf={labelOf}
        fields={[
          { kind: 'text', name: 'name', first: true, max: 50 },
          { kind: 'member', name: 'memberId', chosen, hint: formatMessage({ id: 'candidate.member-hint' }) },
          { kind: 'code', name: 'sex', table: 'sex', required: true },
          { kind: 'day', name: 'birthOn' },
          { kind: 'code', name: 'education', table: 'education' },
          { kind: 'code', name: 'profession', table: 'staff-profession' },
          { kind: 'number', name: 'gridMonths', max: 720 },
          { kind: 'text', name: 'privatePhone', max: 40 },
          { kind: 'day', name: 'appliedOn', required: true },
          { kind: 'area', name: 'note' },
        ]}
      >
        {others.length > 0 && (
          <Checkbox.Group label={labelOf('met')} key={form.key('met')} {...form.getInputProps('met')}>
            <Stack gap={6} mt={6}>{others.map((words) => <Checkbox key={words} value={words} label={words} />)}</Stack>
          </Checkbox.Group>
        )}
      </StaffFields>
    </RecordDrawer>
  );
}
