import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import type { AdmissionSheet } from '#shared/modules/grid/admission/admission.schema.ts';
import { burdenChangeSchema, burdenDraftSchema, type BurdenDraft, type BurdenRow } from '#shared/modules/grid/admission/burden.schema.ts';
import type { FieldSpec } from '../typed/fields.tsx';
import { BodySelect, MemberSelect, TaskSelect } from '../typed/pickers.tsx';
import { TypedDrawer } from '../typed/TypedDrawer.tsx';

/** As typed: the day and the numbers may still be empty. */
type Values = Omit<BurdenDraft, 'doneOn' | 'minutes'> & { doneOn: string | null; minutes: number | null };
const draftOf = (values: Values): BurdenDraft => ({ ...values, doneOn: values.doneOn ?? '', minutes: values.minutes ?? 0, people: Number(values.people), forms: Number(values.forms) });
type Task = Pick<AdmissionSheet, 'id' | 'no' | 'title' | 'bodyId'>;
const emptyFor = (doneOn: string, task?: Task): Values => ({ bodyId: task?.bodyId ?? null, kind: 'form', title: task?.title ?? '', doneOn, minutes: null, people: 1, forms: 1, gridMemberId: null, admissionId: task?.id ?? null, note: '' });

/** Who asked for what, and what it took: four fields are enough; for an admitted task only the hours. */
export function BurdenDrawer({ record, task, onClosed }: { readonly record: BurdenRow | null; readonly task?: Task; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const fields = ({ form }: RecordForm<Values>): readonly FieldSpec<Values>[] => [
    { name: 'bodyId', kind: 'picker', picker: BodySelect, focus: true, wide: true, hint: 'burden.body-hint' },
    { name: 'title', kind: 'text', max: 80, required: true, wide: true },
    { name: 'minutes', kind: 'hours', required: true },
    { name: 'forms', kind: 'whole' },
    { name: 'kind', kind: 'code', table: 'burden-kind', required: true },
    { name: 'doneOn', kind: 'day', required: true },
    { name: 'people', kind: 'whole', least: 1 },
    { name: 'gridMemberId', kind: 'picker', picker: MemberSelect },
    { name: 'admissionId', kind: 'own', wide: true, render: () => <TaskSelect key={form.key('admissionId')} label={formatMessage({ id: 'burden_record.field.admissionId' })} description={formatMessage({ id: 'burden.task-hint' })} chosenName={record?.admissionNo ?? task?.no ?? ''} {...form.getInputProps('admissionId')} /> },
    { name: 'note', kind: 'area', max: 300 },
  ];
  const shared = { words: 'burden_record', fields, onClosed };
  if (record === null) return <TypedDrawer {...shared} title={formatMessage({ id: 'burden.new' })} draftKey={task ? `admission-burden/${task.id}/new` : 'burden/new'} initialValues={emptyFor(localToday(), task)} inputOf={draftOf} schema={burdenDraftSchema} save={api.grid.recordBurden()} nextValues={({ bodyId, doneOn }) => ({ ...emptyFor(localToday(), task), bodyId, doneOn })} />;
  const { id, version, bodyId, kind, title, doneOn, minutes, people, forms, gridMemberId, admissionId, note } = record;
  return <TypedDrawer {...shared} title={formatMessage({ id: 'burden.edit' })} draftKey={`burden/${id}`} initialValues={{ bodyId, kind, title, doneOn, minutes, people, forms, gridMemberId, admissionId, note } as Values} inputOf={(values) => ({ ...draftOf(values), id, version })} schema={burdenChangeSchema} save={api.grid.updateBurden()} />;
}
