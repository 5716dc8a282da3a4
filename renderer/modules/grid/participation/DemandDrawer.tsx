import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { demandChangeSchema, demandChannels, demandDraftSchema, type DemandDraft, type DemandRow } from '#shared/modules/grid/participation/demand.schema.ts';
import type { FieldSpec } from '../typed/fields.tsx';
import { GridSelect, ResidentSelect } from '../typed/pickers.tsx';
import { TypedDrawer } from '../typed/TypedDrawer.tsx';

/** As typed: the day may still be empty. */
type Values = Omit<DemandDraft, 'receivedOn'> & { receivedOn: string | null };
const draftOf = (values: Values): DemandDraft => ({ ...values, receivedOn: values.receivedOn ?? '' });
const emptyOn = (receivedOn: string): Values => ({ receivedOn, channel: 'desk', personId: null, personName: '', gridId: null, topic: '', subject: '', content: '' });

/** Who asked for what, wherever it came in. */
export function DemandDrawer({ demand, onClosed }: { readonly demand: DemandRow | null; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const fields = ({ form }: RecordForm<Values>): readonly FieldSpec<Values>[] => [
    { name: 'subject', kind: 'text', max: 60, required: true, focus: true, wide: true, hint: 'demands.public-hint' },
    { name: 'content', kind: 'area', max: 1000 },
    { name: 'personId', kind: 'own', wide: true, render: () => <ResidentSelect key={form.key('personId')} label={formatMessage({ id: 'demand.field.personId' })} chosenName={demand?.personName ?? ''} {...form.getInputProps('personId')} /> },
    { name: 'personName', kind: 'text', max: 50 },
    { name: 'gridId', kind: 'picker', picker: GridSelect },
    { name: 'topic', kind: 'code', table: 'demand-topic', required: true },
    { name: 'channel', kind: 'choice', values: demandChannels, words: 'demands.channel' },
    { name: 'receivedOn', kind: 'day', required: true },
  ];
  const shared = { words: 'demand', fields, onClosed };
  if (demand === null) return <TypedDrawer {...shared} title={formatMessage({ id: 'demands.new' })} draftKey="demand/new" initialValues={emptyOn(localToday())} inputOf={draftOf} schema={demandDraftSchema} save={api.grid.recordDemand()} nextValues={({ channel, receivedOn, gridId }) => ({ ...emptyOn(localToday()), channel, receivedOn, gridId })} />;
  const { id, version, receivedOn, channel, personId, personName, gridId, topic, subject, content } = demand;
  return <TypedDrawer {...shared} title={formatMessage({ id: 'demands.edit' })} draftKey={`demand/${id}`} initialValues={{ receivedOn, channel, personId, personName: personId === null ? personName : '', gridId, topic, subject, content } as Values} inputOf={(values) => ({ ...draftOf(values), id, version })} schema={demandChangeSchema} save={api.grid.updateDemand()} />;
}
