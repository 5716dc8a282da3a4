import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { processMapChangeSchema, processMapDraftSchema, type ProcessMapDraft, type ProcessMapSheet } from '#shared/modules/grid/process/process.schema.ts';
import { unitsOf, type NamedUnit } from './process-words.ts';
import { StepsField } from './StepsField.tsx';

const EMPTY: ProcessMapDraft = { title: '', kind: '', basis: '', note: '', steps: [] };
const NO_UNITS: readonly NamedUnit[] = [];

function fieldOf({ code }: Failure): keyof ProcessMapDraft | null {
  if (code === 'process/title-taken') return 'title';
  return code === 'process/steps-broken' || code === 'matter/unit-ended' || code === 'matter/unit-unknown' ? 'steps' : null;
}

export function NewProcessMapDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const record = useRecordForm({ draftKey: 'process-map/new', initialValues: EMPTY, inputOf: (values) => values, schema: processMapDraftSchema, save: api.grid.createProcessMap(), fieldOf, onSaved: ({ id }) => goTo(`/grid/process-maps/${id}`) });
  return <ProcessMapForm title={formatMessage({ id: 'process-map.new' })} record={record} units={NO_UNITS} onClosed={onClosed} />;
}

export function EditProcessMapDrawer({ sheet: { id, version, title, kind, basis, note, steps }, onClosed }: { readonly sheet: ProcessMapSheet; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({
    draftKey: `process-map/${id}`,
    initialValues: { title, kind, basis, note, steps: steps.map(({ unitName: _n, ...step }) => step) } as ProcessMapDraft, // the draft's own list
    inputOf: (values) => ({ ...values, id, version }),
    schema: processMapChangeSchema,
    save: api.grid.updateProcessMap(),
    fieldOf,
    onSaved: () => undefined,
  });
  const units = useMemo(() => unitsOf(steps), [steps]);
  return <ProcessMapForm title={formatMessage({ id: 'process-map.edit' })} record={record} units={units} onClosed={onClosed} />;
}

type ProcessMapFormProps = { readonly title: string; readonly record: RecordForm<ProcessMapDraft>; /** Units the map names already, also where they have closed since. */ readonly units: readonly NamedUnit[]; readonly onClosed: () => void };

function ProcessMapForm({ title, record, units, onClosed }: ProcessMapFormProps) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`process-map.field.${field}`) });
  const { form } = record;
  const field = (name: 'title' | 'kind' | 'basis' | 'note') => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="60rem">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <TextInput {...field('title')} key={form.key('title')} required maxLength={80} data-autofocus />
          <CodeSelect {...field('kind')} key={form.key('kind')} table="matter-kind" placeholder={formatMessage({ id: 'process-map.hint.kind' })} />
        </SimpleGrid>
        <TextInput {...field('basis')} key={form.key('basis')} placeholder={formatMessage({ id: 'process-map.hint.basis' })} maxLength={200} />
        <StepsField label={labelOf('steps')} initial={form.getValues().steps} units={units} error={form.errors['steps']} onChange={(next) => form.setFieldValue('steps', next, { forceUpdate: false })} />
        <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={1000} />
      </Stack>
    </RecordDrawer>
  );
}
