import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import type { RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { admissionChangeSchema, admissionDraftSchema, exemptions, type AdmissionDraft, type AdmissionSheet } from '#shared/modules/grid/admission/admission.schema.ts';
import { admissionPlace } from '../places.ts';
import type { FieldSpec } from '../typed/fields.tsx';
import { BodySelect } from '../typed/pickers.tsx';
import { TypedDrawer } from '../typed/TypedDrawer.tsx';

/** As typed: department and first day may still be empty. */
type Values = Omit<AdmissionDraft, 'bodyId' | 'startsOn'> & { bodyId: string | null; startsOn: string | null };
const EMPTY: Values = { bodyId: null, title: '', content: '', legalBasis: '', authority: '', isTemporary: false, startsOn: null, endsOn: null, moneyFen: 0, moneyDueOn: null, staff: '', training: '', exempt: 'none', exemptReason: '' };
const draftOf = (values: Values): AdmissionDraft => ({ ...values, bodyId: values.bodyId ?? '', startsOn: values.startsOn ?? '', moneyFen: values.moneyFen ?? 0 });

const fields = ({ form }: RecordForm<Values>): readonly FieldSpec<Values>[] => [
  { name: 'bodyId', kind: 'picker', picker: BodySelect, required: true, focus: true, wide: true },
  { name: 'title', kind: 'text', max: 80, required: true, wide: true },
  { name: 'content', kind: 'area', max: 1000, required: true },
  { name: 'legalBasis', kind: 'area', max: 300, required: form.getValues().exempt === 'none' },
  { name: 'authority', kind: 'area', max: 300, hint: 'admission.hint.authority', required: form.getValues().exempt === 'none' },
  { name: 'startsOn', kind: 'day', required: true },
  { name: 'endsOn', kind: 'day' },
  { name: 'isTemporary', kind: 'check', wide: true },
  { name: 'moneyFen', kind: 'money' },
  { name: 'moneyDueOn', kind: 'day' },
  { name: 'staff', kind: 'text', max: 200 },
  { name: 'training', kind: 'text', max: 200 },
  { name: 'exempt', kind: 'choice', values: exemptions, words: 'admission.exempt' },
  { name: 'exemptReason', kind: 'text', max: 300 },
];

/** What a department hands in: the approval form (《申请准入社区工作事项审批表》). */
export function NewAdmissionDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  return <TypedDrawer title={formatMessage({ id: 'admission.new' })} words="admission" draftKey="admission/new" initialValues={EMPTY} inputOf={draftOf} schema={admissionDraftSchema} save={api.grid.createAdmission()} fields={fields} onSaved={({ id }) => goTo(admissionPlace(id))} onClosed={onClosed} />;
}

export function EditAdmissionDrawer({ admission, onClosed }: { readonly admission: AdmissionSheet; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const { id, version, bodyId, title, content, legalBasis, authority, isTemporary, startsOn, endsOn, moneyFen, moneyDueOn, staff, training, exempt, exemptReason } = admission;
  const values: Values = { bodyId, title, content, legalBasis, authority, isTemporary, startsOn, endsOn, moneyFen, moneyDueOn, staff, training, exempt, exemptReason };
  return <TypedDrawer title={formatMessage({ id: 'admission.edit' })} words="admission" draftKey={`admission/${id}`} initialValues={values} inputOf={(typed) => ({ ...draftOf(typed), id, version })} schema={admissionChangeSchema} save={api.grid.updateAdmission()} fields={fields} onClosed={onClosed} />;
}

