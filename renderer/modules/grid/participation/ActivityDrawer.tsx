import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { activityChangeSchema, activityDraftSchema, type ActivityDraft, type ActivityRow } from '#shared/modules/grid/participation/activity.schema.ts';
import { PeopleSelect } from '../register/care/PeopleSelect.tsx';
import type { FieldSpec } from '../typed/fields.tsx';
import { BodiesSelect, GridSelect, TeamSelect } from '../typed/pickers.tsx';
import { TypedDrawer } from '../typed/TypedDrawer.tsx';

/** As typed: day and cost may still be empty. */
type Values = Omit<ActivityDraft, 'heldOn' | 'costFen'> & { heldOn: string | null; costFen: number | null };
const draftOf = (values: Values): ActivityDraft => ({ ...values, heldOn: values.heldOn ?? '', costFen: values.costFen ?? 0, headcount: Number(values.headcount) });

/** What was done together: who came, how many, with whom, at what cost. */
export function ActivityDrawer({ activity, onClosed }: { readonly activity: ActivityRow | null; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const chosen = (activity?.personIds ?? []).map((id, at) => ({ id, name: activity?.personNames[at] ?? '' }));
  const fields = ({ form }: RecordForm<Values>): readonly FieldSpec<Values>[] => [
    { name: 'title', kind: 'text', max: 60, required: true, focus: true },
    { name: 'kind', kind: 'code', table: 'activity-kind', required: true },
    { name: 'heldOn', kind: 'day', required: true },
    { name: 'place', kind: 'text', max: 100 },
    { name: 'teamId', kind: 'picker', picker: TeamSelect },
    { name: 'gridId', kind: 'picker', picker: GridSelect },
    {
      name: 'personIds',
      kind: 'own',
      wide: true,
      render: () => (
        <PeopleSelect
          label={formatMessage({ id: 'activity.field.personIds' })}
          description={formatMessage({ id: 'activities.people-hint' })}
          chosen={chosen}
          error={form.errors['personIds']}
          onChange={(ids) => {
            form.setFieldValue('personIds', ids);
            if (Number(form.getValues().headcount) < ids.length) form.setFieldValue('headcount', ids.length);
          }}
        />
      ),
    },
    { name: 'headcount', kind: 'whole', required: true },
    { name: 'costFen', kind: 'money' },
    { name: 'bodyIds', kind: 'own', wide: true, render: () => <BodiesSelect key={form.key('bodyIds')} label={formatMessage({ id: 'activity.field.bodyIds' })} {...form.getInputProps('bodyIds')} /> },
    { name: 'note', kind: 'area', max: 500 },
  ];
  const shared = { words: 'activity', fields, onClosed };
  if (activity === null) {
    const initialValues: Values = { title: '', kind: '', heldOn: localToday(), place: '', gridId: null, teamId: null, personIds: [], headcount: 0, bodyIds: [], costFen: null, note: '' };
    return <TypedDrawer {...shared} title={formatMessage({ id: 'activities.new' })} draftKey="activity/new" initialValues={initialValues} inputOf={draftOf} schema={activityDraftSchema} save={api.grid.recordActivity()} />;
  }
  const { id, version, title, kind, heldOn, place, gridId, teamId, personIds, headcount, bodyIds, costFen, note } = activity;
  return <TypedDrawer {...shared} title={formatMessage({ id: 'activities.edit' })} draftKey={`activity/${id}`} initialValues={{ title, kind, heldOn, place, gridId, teamId, personIds, headcount, bodyIds, costFen, note } as Values} inputOf={(values) => ({ ...draftOf(values), id, version })} schema={activityChangeSchema} save={api.grid.updateActivity()} />;
}
