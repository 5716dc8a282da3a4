import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { vacancyChangeSchema, vacancyDraftSchema, type VacancyDraft, type VacancyRow } from '#shared/modules/staff/vacancies/vacancy.schema.ts';
import { StaffFields, useFieldLabels, type StaffField } from '../StaffFields.tsx';

type Values = Omit<VacancyDraft, 'postId' | 'openedOn'> & { postId: string | null; openedOn: string | null };
const FIELDS: readonly StaffField<Values>[] = [
  { kind: 'post', name: 'postId', required: true, first: true },
  { kind: 'grid', name: 'gridId' },
  { kind: 'number', name: 'seats', min: 1, max: 1000, required: true },
  { kind: 'code', name: 'channel', table: 'vacancy-channel', required: true },
  { kind: 'day', name: 'openedOn', required: true },
  { kind: 'day', name: 'closesOn' },
  { kind: 'area', name: 'note' },
];
const draftOf = (values: Values): VacancyDraft => ({ ...values, postId: values.postId ?? '', openedOn: values.openedOn ?? '' });
const fieldOf = ({ code }: Failure): keyof Values | null => (code === 'vacancy/too-many-seats' ? 'seats' : code === 'post/asks-grid' ? 'gridId' : null);

export function NewVacancyDrawer({ onClosed, onOpened }: { readonly onClosed: () => void; readonly onOpened: (vacancy: VacancyRow) => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('vacancy');
  const record = useRecordForm({ draftKey: 'vacancy/new', initialValues: { postId: null, gridId: null, seats: 1, channel: 'open', openedOn: localToday(), closesOn: null, note: '' } as Values, inputOf: draftOf, schema: vacancyDraftSchema, save: api.staff.openVacancy(), fieldOf, onSaved: onOpened }); // widened: null and text are typed later
  return <RecordDrawer title={formatMessage({ id: 'vacancy.new' })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem"><StaffFields form={record.form} labelOf={labelOf} fields={FIELDS} /></RecordDrawer>;
}

export function EditVacancyDrawer({ vacancy, onClosed }: { readonly vacancy: VacancyRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('vacancy');
  const { id, version, postId, gridId, seats, channel, openedOn, closesOn, note } = vacancy;
  const record = useRecordForm({ draftKey: `vacancy/${id}`, initialValues: { postId, gridId, seats, channel, openedOn, closesOn, note } as Values, inputOf: (values) => ({ ...draftOf(values), id, version }), schema: vacancyChangeSchema, save: api.staff.updateVacancy(), fieldOf, onSaved: () => undefined }); // widened as above
  return <RecordDrawer title={formatMessage({ id: 'vacancy.edit' })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem"><StaffFields form={record.form} labelOf={labelOf} fields={FIELDS} /></RecordDrawer>;
}
