import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { refusalChangeSchema, refusalDraftSchema, type RefusalDraft, type RefusalRow } from '#shared/modules/grid/admission/burden.schema.ts';
import type { FieldSpec } from '../typed/fields.tsx';
import { BodySelect, ItemSelect } from '../typed/pickers.tsx';
import { TypedDrawer } from '../typed/TypedDrawer.tsx';

/** As typed: department and day may still be empty. */
type Values = Omit<RefusalDraft, 'bodyId' | 'refusedOn'> & { bodyId: string | null; refusedOn: string | null };
const draftOf = (values: Values): RefusalDraft => ({ ...values, bodyId: values.bodyId ?? '', refusedOn: values.refusedOn ?? '' });

type RefusalDrawerProps = { readonly refusal: RefusalRow | null; readonly onClosed: () => void; readonly onSaved?: (row: RefusalRow) => void };

/** Who brought what and where it belongs: chosen from the negative list, its office is filled in. */
export function RefusalDrawer({ refusal, onClosed, onSaved = () => undefined }: RefusalDrawerProps) {
  const { formatMessage } = useIntl();
  const fields = ({ form }: RecordForm<Values>): readonly FieldSpec<Values>[] => [
    { name: 'bodyId', kind: 'picker', picker: BodySelect, required: true, focus: true, wide: true },
    { name: 'title', kind: 'text', max: 80, required: true, wide: true },
    { name: 'broughtBy', kind: 'text', max: 50 },
    { name: 'refusedOn', kind: 'day', required: true },
    {
      name: 'listItemId',
      kind: 'own',
      wide: true,
      render: () => <ItemSelect key={form.key('listItemId')} label={formatMessage({ id: 'door_refusal.field.listItemId' })} description={formatMessage({ id: 'refusals.item-hint' })} kinds={['negative']} chosenName={formatMessage({ id: 'refusals.item-chosen' })} {...form.getInputProps('listItemId')} onOffice={(office) => office !== '' && form.setFieldValue('rightOffice', office)} />,
    },
    { name: 'rightOffice', kind: 'text', max: 80 },
    { name: 'reason', kind: 'text', max: 300, required: true },
    { name: 'content', kind: 'area', max: 500 },
  ];
  const shared = { words: 'door_refusal', fields, onClosed, onSaved };
  if (refusal === null) {
    const initialValues: Values = { bodyId: null, broughtBy: '', refusedOn: localToday(), title: '', content: '', listItemId: null, rightOffice: '', reason: formatMessage({ id: 'refusals.usual-reason' }) };
    return <TypedDrawer {...shared} title={formatMessage({ id: 'refusals.new' })} draftKey="refusal/new" initialValues={initialValues} inputOf={draftOf} schema={refusalDraftSchema} save={api.grid.refuseAtDoor()} />;
  }
  const { id, version, bodyId, broughtBy, refusedOn, title, content, listItemId, rightOffice, reason } = refusal;
  return <TypedDrawer {...shared} title={formatMessage({ id: 'refusals.edit' })} draftKey={`refusal/${id}`} initialValues={{ bodyId, broughtBy, refusedOn, title, content, listItemId, rightOffice, reason } as Values} inputOf={(values) => ({ ...draftOf(values), id, version })} schema={refusalChangeSchema} save={api.grid.updateDoorRefusal()} />;
}
