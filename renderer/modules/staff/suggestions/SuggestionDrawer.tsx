import { Text } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { suggestionChangeSchema, suggestionDraftSchema, type SuggestionDraft, type SuggestionRow } from '#shared/modules/staff/suggestions/suggestion.schema.ts';
import { StaffFields, useFieldLabels } from '../StaffFields.tsx';

const empty: SuggestionDraft = { title: '', problem: '', remedy: '', area: '' };

/** Somebody of the staff says what is wrong and what should change. */
export function NewSuggestionDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({ draftKey: 'suggestion/new', initialValues: empty, inputOf: (values) => values, schema: suggestionDraftSchema, save: api.staff.putSuggestion(), onSaved: () => undefined });
  return <SuggestionForm title={formatMessage({ id: 'suggestion.new' })} record={record} onClosed={onClosed} />;
}

/** The same, until it is answered. */
export function EditSuggestionDrawer({ suggestion: { id, version, title, problem, remedy, area }, onClosed }: { readonly suggestion: SuggestionRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({ draftKey: `suggestion/${id}`, initialValues: { title, problem, remedy, area } as SuggestionDraft, inputOf: (values) => ({ ...values, id, version }), schema: suggestionChangeSchema, save: api.staff.updateSuggestion(), onSaved: () => undefined });
  return <SuggestionForm title={formatMessage({ id: 'suggestion.edit' }, { title })} record={record} onClosed={onClosed} />;
}

function SuggestionForm({ title, record, onClosed }: { readonly title: string; readonly record: RecordForm<SuggestionDraft>; readonly onClosed: () => void }) {
  const labelOf = useFieldLabels('staff_suggestion');
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <Text size="sm" c="dimmed"><FormattedMessage id="suggestion.named" /></Text>
      <StaffFields form={record.form} labelOf={labelOf} fields={[{ kind: 'text', name: 'title', required: true, first: true, max: 60 }, { kind: 'code', name: 'area', table: 'suggestion-area', required: true }, { kind: 'area', name: 'problem', required: true, max: 1000 }, { kind: 'area', name: 'remedy', required: true, max: 1000 }]} />
    </RecordDrawer>
  );
}
