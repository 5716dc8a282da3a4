import { Checkbox, NumberInput, Select, SimpleGrid, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { hazardLevels, inspectionChangeSchema, inspectionDraftSchema, inspectionResultSchema, type InspectionDraft, type InspectionResult, type InspectionRow } from '#shared/modules/grid/prevention/prevention.schema.ts';
import { useGridOptions } from '../territory/use-grid-options.ts';

type Values = Omit<InspectionDraft, 'nextOn'> & { nextOn: string | null };
const draftOf = (values: Values): InspectionDraft => ({ ...values, nextOn: values.nextOn ?? '' });
const fieldOf = ({ code }: Failure): keyof Values | null => (code === 'prevention/grid-needed' ? 'gridId' : null);
const EVERY_DAYS = 30;

function useLabelOf(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => formatMessage({ id: messageId(`inspections.field.${field}`) });
}

export function NewInspectionDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const record = useRecordForm({
    draftKey: 'inspection/new',
    initialValues: { place: '', gridId: null, kind: '', everyDays: EVERY_DAYS, assignee: '', points: [], nextOn: localToday(), isPaused: false } as Values, // widened: the day may be emptied
    inputOf: draftOf,
    schema: inspectionDraftSchema,
    save: api.grid.createInspection(),
    fieldOf,
    onSaved: () => undefined,
    nextValues: (values) => ({ ...values, place: '' }),
  });
  return <InspectionForm title={formatMessage({ id: 'inspections.new' })} record={record} onClosed={onClosed} />;
}

export function EditInspectionDrawer({ plan, onClosed }: { readonly plan: InspectionRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, place, gridId, kind, everyDays, assignee, points, nextOn, isPaused } = plan;
  const record = useRecordForm({
    draftKey: `inspection/${id}`,
    initialValues: { place, gridId, kind, everyDays, assignee, points, nextOn, isPaused } as Values, // widened as above
    inputOf: (values) => ({ id, version, ...draftOf(values) }),
    schema: inspectionChangeSchema,
    save: api.grid.updateInspection(),
    fieldOf,
    onSaved: () => undefined,
  });
  return <InspectionForm title={formatMessage({ id: 'inspections.edit' })} record={record} onClosed={onClosed} />;
}

function InspectionForm({ title, record, onClosed }: { readonly title: string; readonly record: RecordForm<Values>; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const grids = useGridOptions();
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <Stack gap="sm">
        <TextInput {...field('place')} key={form.key('place')} required maxLength={200} data-autofocus />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <CodeSelect {...field('kind')} key={form.key('kind')} table="hazard-kind" required />
          <PickSelect {...field('gridId')} key={form.key('gridId')} kind="grid" options={grids} clearable />
          <NumberInput {...field('everyDays')} key={form.key('everyDays')} min={1} max={1000} allowDecimal={false} required />
          <DayInput {...field('nextOn')} key={form.key('nextOn')} required />
          <TextInput {...field('assignee')} key={form.key('assignee')} maxLength={50} />
        </SimpleGrid>
        <TagsInput {...field('points')} key={form.key('points')} description={formatMessage({ id: 'inspections.points-hint' })} maxTags={40} />
        <Checkbox label={labelOf('isPaused')} key={form.key('isPaused')} {...form.getInputProps('isPaused', { type: 'checkbox' })} />
      </Stack>
    </RecordDrawer>
  );
}

type ResultValues = Omit<InspectionResult, 'id' | 'version' | 'inspectedOn'> & { inspectedOn: string | null };

/** What somebody saw there; the next day follows from the day of the visit. */
export function ResultDrawer({ plan: { id, version, place, assignee, points }, onClosed }: { readonly plan: InspectionRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { displayName } = useSession();
  const labelOf = useLabelOf();
  const record = useRecordForm({
    draftKey: `inspection-result/${id}`,
    initialValues: { inspectedOn: localToday(), inspector: assignee || displayName, level: 'safe', finding: '' } as ResultValues, // widened as above
    inputOf: (values) => ({ id, version, ...values, inspectedOn: values.inspectedOn ?? '' }),
    schema: inspectionResultSchema,
    save: api.grid.recordInspection(),
    fieldOf: ({ code }) => (code === 'prevention/lies-ahead' ? 'inspectedOn' : null),
    onSaved: () => undefined,
  });
  const { form } = record;
  const field = (name: keyof ResultValues) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={formatMessage({ id: 'inspections.record-title' }, { place })} record={record} labelOf={labelOf} onClosed={onClosed} size="30rem">
      <Stack gap="sm">
        {points.length > 0 && <Text size="sm" c="dimmed">{formatMessage({ id: 'inspections.look-at' }, { points: points.join('；') })}</Text>}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <DayInput {...field('inspectedOn')} key={form.key('inspectedOn')} required maxDate={localToday()} />
          <TextInput {...field('inspector')} key={form.key('inspector')} required maxLength={50} />
          <Select {...field('level')} key={form.key('level')} data={hazardLevels.map((value) => ({ value, label: formatMessage({ id: `inspections.level.${value}` }) }))} allowDeselect={false} required data-autofocus comboboxProps={{ transitionProps: { duration: 0 } }} />
        </SimpleGrid>
        <Textarea {...field('finding')} key={form.key('finding')} description={formatMessage({ id: 'inspections.finding-hint' })} autosize minRows={3} maxLength={500} />
      </Stack>
    </RecordDrawer>
  );
}
