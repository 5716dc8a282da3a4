import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { volunteerChangeSchema, volunteerDraftSchema, type VolunteerDraft, type VolunteerRow } from '#shared/modules/grid/participation/volunteer.schema.ts';
import type { FieldSpec } from '../typed/fields.tsx';
import { ResidentSelect, TeamSelect } from '../typed/pickers.tsx';
import { TypedDrawer } from '../typed/TypedDrawer.tsx';

/** As typed: resident and day may still be empty. */
type Values = Omit<VolunteerDraft, 'personId' | 'joinedOn'> & { personId: string | null; joinedOn: string | null };
const draftOf = (values: Values): VolunteerDraft => ({ ...values, personId: values.personId ?? '', joinedOn: values.joinedOn ?? '' });

/** A resident who wants to help; points only if asked for. */
export function VolunteerDrawer({ volunteer, onClosed }: { readonly volunteer: VolunteerRow | null; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const fields = ({ form }: RecordForm<Values>): readonly FieldSpec<Values>[] => [
    ...(volunteer === null ? [{ name: 'personId' as const, kind: 'own' as const, wide: true, render: () => <ResidentSelect key={form.key('personId')} label={formatMessage({ id: 'volunteer.field.personId' })} required data-autofocus {...form.getInputProps('personId')} /> }] : []),
    { name: 'joinedOn', kind: 'day', required: true },
    { name: 'leftOn', kind: 'day' },
    { name: 'teamId', kind: 'picker', picker: TeamSelect },
    { name: 'skills', kind: 'text', max: 100 },
    { name: 'wantsPoints', kind: 'check', wide: true, hint: 'volunteers.points-hint' },
    { name: 'note', kind: 'area', max: 300 },
  ];
  const shared = { words: 'volunteer', fields, onClosed, fieldOf: ({ code }: { readonly code: string }) => (code === 'volunteer/already-registered' ? ('personId' as const) : null) };
  if (volunteer === null) {
    const initialValues: Values = { personId: null, joinedOn: localToday(), leftOn: null, wantsPoints: false, teamId: null, skills: '', note: '' };
    return <TypedDrawer {...shared} title={formatMessage({ id: 'volunteers.new' })} draftKey="volunteer/new" initialValues={initialValues} inputOf={draftOf} schema={volunteerDraftSchema} save={api.grid.registerVolunteer()} nextValues={() => initialValues} />;
  }
  const { id, version, personId, joinedOn, leftOn, wantsPoints, teamId, skills, note } = volunteer;
  return <TypedDrawer {...shared} title={formatMessage({ id: 'volunteers.edit' })} draftKey={`volunteer/${id}`} initialValues={{ personId, joinedOn, leftOn, wantsPoints, teamId, skills, note } as Values} inputOf={(values) => ({ ...draftOf(values), id, version })} schema={volunteerChangeSchema} save={api.grid.updateVolunteer()} />;
}
