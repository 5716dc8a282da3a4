import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { LookupSelect, type LookupOption } from '#renderer/components/record-form/LookupSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { practiceChangeSchema, practiceDraftSchema, type PracticeDraft, type PracticeRow } from '#shared/modules/staff/suggestions/practice.schema.ts';
import type { SuggestionRow } from '#shared/modules/staff/suggestions/suggestion.schema.ts';
import { StaffFields, useFieldLabels } from '../StaffFields.tsx';

const FEW = 20;
const SEARCHED = 60;
type Chosen = { readonly member: LookupOption | null; readonly suggestion: LookupOption | null; readonly matter: LookupOption | null };
const nobody: Chosen = { member: null, suggestion: null, matter: null };
const optionOf = (id: string | null, label: string): LookupOption | null => (id === null ? null : { value: id, label });

/** What worked is written down; a suggestion that was carried out gives its words. */
export function NewPracticeDrawer({ from, onClosed }: { readonly from: SuggestionRow | null; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const initialValues: PracticeDraft = { title: from?.title ?? '', problem: from?.problem ?? '', done: from?.remedy ?? '', effect: from?.result ?? '', gridId: null, memberId: from?.doerId ?? null, suggestionId: from?.id ?? null, matterId: null };
  const record = useRecordForm({ draftKey: 'practice/new', initialValues, inputOf: (values) => values, schema: practiceDraftSchema, save: api.staff.addPractice(), onSaved: () => undefined });
  const chosen = from === null ? nobody : { member: optionOf(from.doerId, from.doerName), suggestion: optionOf(from.id, from.title), matter: null };
  return <PracticeForm title={formatMessage({ id: 'practice.new' })} record={record} chosen={chosen} onClosed={onClosed} />;
}

export function EditPracticeDrawer({ practice, onClosed }: { readonly practice: PracticeRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, title, problem, done, effect, gridId, memberId, suggestionId, matterId } = practice;
  const record = useRecordForm({ draftKey: `practice/${id}`, initialValues: { title, problem, done, effect, gridId, memberId, suggestionId, matterId } as PracticeDraft, inputOf: (values) => ({ ...values, id, version }), schema: practiceChangeSchema, save: api.staff.updatePractice(), onSaved: () => undefined });
  const chosen = { member: optionOf(memberId, practice.memberName), suggestion: optionOf(suggestionId, practice.suggestionTitle), matter: optionOf(matterId, `${practice.matterNumber} ${practice.matterSubject}`) };
  return <PracticeForm title={formatMessage({ id: 'practice.edit' }, { title })} record={record} chosen={chosen} onClosed={onClosed} />;
}

type PracticeFormProps = { readonly title: string; readonly record: RecordForm<PracticeDraft>; readonly chosen: Chosen; readonly onClosed: () => void };

function PracticeForm({ title, record, chosen, onClosed }: PracticeFormProps) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('good_practice');
  const maySeeMatters = useMay()('matters.read');
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="36rem">
      <Text size="sm" c="dimmed"><FormattedMessage id="practice.named" /></Text>
      <StaffFields form={record.form} labelOf={labelOf} fields={[{ kind: 'text', name: 'title', required: true, first: true, max: 60, wide: true }]} />
      <StaffFields
        form={record.form}
        labelOf={labelOf}
        fields={[
          { kind: 'grid', name: 'gridId', hint: formatMessage({ id: 'practice.origin-hint' }) },
          { kind: 'member', name: 'memberId', chosen: chosen.member, hint: formatMessage({ id: 'practice.member-hint' }) },
          { kind: 'area', name: 'problem', required: true, max: 1000 },
          { kind: 'area', name: 'done', required: true, max: 1000 },
          { kind: 'area', name: 'effect', required: true, max: 1000 },
        ]}
      >
        <SuggestionInput record={record} label={labelOf('suggestionId')} chosen={chosen.suggestion} />
        {maySeeMatters && <MatterInput record={record} label={labelOf('matterId')} chosen={chosen.matter} />}
      </StaffFields>
    </RecordDrawer>
  );
}

type TieProps = { readonly record: RecordForm<PracticeDraft>; readonly label: string; readonly chosen: LookupOption | null };

/** One of the suggestions that were carried out. */
function SuggestionInput({ record: { form }, label, chosen }: TieProps) {
  const [text, setText] = useState('');
  const { data } = useQuery(api.staff.listSuggestions({ filter: { text: text.slice(0, SEARCHED), states: ['carried-out'] }, sort: { field: 'putOn', direction: 'desc' }, limit: FEW }));
  const found = useMemo(() => (data ?? []).map(({ id, title }) => ({ value: id, label: title })), [data]);
  return <LookupSelect label={label} key={form.key('suggestionId')} {...form.getInputProps('suggestionId')} found={found} onLookUp={setText} chosen={chosen} />;
}

/** One of the matters marked as model cases. */
function MatterInput({ record: { form }, label, chosen }: TieProps) {
  const [text, setText] = useState('');
  const { data } = useQuery(api.grid.listMatters({ filter: { text: text.slice(0, SEARCHED), life: 'all', mark: 'model' }, sort: { field: 'reportedAt', direction: 'desc' }, limit: FEW }));
  const found = useMemo(() => (data ?? []).map(({ id, number, subject }) => ({ value: id, label: `${number} ${subject}` })), [data]);
  return <LookupSelect label={label} key={form.key('matterId')} {...form.getInputProps('matterId')} found={found} onLookUp={setText} chosen={chosen} />;
}
