import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { proposalChangeSchema, proposalDraftSchema, type ProposalDraft, type ProposalSheet } from '#shared/modules/grid/participation/proposal.schema.ts';
import { proposalPlace } from '../places.ts';
import type { FieldSpec } from '../typed/fields.tsx';
import { GridSelect, ResidentSelect } from '../typed/pickers.tsx';
import { TypedDrawer } from '../typed/TypedDrawer.tsx';

/** As typed: the day may still be empty. */
type Values = Omit<ProposalDraft, 'proposedOn'> & { proposedOn: string | null };
const draftOf = (values: Values): ProposalDraft => ({ ...values, proposedOn: values.proposedOn ?? '' });

/** An idea of a resident that others are to second. */
export function ProposalDrawer({ proposal, onClosed }: { readonly proposal: ProposalSheet | null; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const fields = ({ form }: RecordForm<Values>): readonly FieldSpec<Values>[] => [
    { name: 'title', kind: 'text', max: 60, required: true, focus: true, wide: true, hint: 'demands.public-hint' },
    { name: 'content', kind: 'area', max: 1000 },
    { name: 'proposerId', kind: 'own', wide: true, render: () => <ResidentSelect key={form.key('proposerId')} label={formatMessage({ id: 'proposal.field.proposerId' })} chosenName={proposal?.proposerName ?? ''} {...form.getInputProps('proposerId')} /> },
    { name: 'proposerName', kind: 'text', max: 50 },
    { name: 'gridId', kind: 'picker', picker: GridSelect },
    { name: 'topic', kind: 'code', table: 'demand-topic', required: true },
    { name: 'proposedOn', kind: 'day', required: true },
  ];
  const shared = { words: 'proposal', fields, onClosed };
  if (proposal === null) {
    const initialValues: Values = { title: '', content: '', proposedOn: localToday(), proposerId: null, proposerName: '', gridId: null, topic: '' };
    return <TypedDrawer {...shared} title={formatMessage({ id: 'proposals.new' })} draftKey="proposal/new" initialValues={initialValues} inputOf={draftOf} schema={proposalDraftSchema} save={api.grid.createProposal()} onSaved={({ id }) => goTo(proposalPlace(id))} />;
  }
  const { id, version, title, content, proposedOn, proposerId, proposerName, gridId, topic } = proposal;
  return <TypedDrawer {...shared} title={formatMessage({ id: 'proposals.edit' })} draftKey={`proposal/${id}`} initialValues={{ title, content, proposedOn, proposerId, proposerName: proposerId === null ? proposerName : '', gridId, topic } as Values} inputOf={(values) => ({ ...draftOf(values), id, version })} schema={proposalChangeSchema} save={api.grid.updateProposal()} />;
}
