import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { jobChangeSchema, jobDraftSchema, jobStates, type JobDraft, type JobRow } from '#shared/modules/grid/participation/volunteer.schema.ts';
import { jobPlace } from '../places.ts';
import type { FieldSpec } from '../typed/fields.tsx';
import { GridSelect, TeamSelect } from '../typed/pickers.tsx';
import { TypedDrawer } from '../typed/TypedDrawer.tsx';

/** As typed: the day and the hours may still be empty. */
type Values = Omit<JobDraft, 'heldOn' | 'minutes'> & { heldOn: string | null; minutes: number | null };
const draftOf = (values: Values): JobDraft => ({ ...values, heldOn: values.heldOn ?? '', minutes: values.minutes ?? 0, places: Number(values.places) });
const EMPTY: Values = { title: '', heldOn: null, place: '', gridId: null, teamId: null, minutes: null, places: 5, skills: '', state: 'open', note: '' };
const FIELDS: readonly FieldSpec<Values>[] = [
  { name: 'title', kind: 'text', max: 60, required: true, focus: true, wide: true },
  { name: 'heldOn', kind: 'day', required: true },
  { name: 'minutes', kind: 'hours', required: true },
  { name: 'places', kind: 'whole', least: 1, required: true },
  { name: 'skills', kind: 'text', max: 100 },
  { name: 'place', kind: 'text', max: 100 },
  { name: 'gridId', kind: 'picker', picker: GridSelect },
  { name: 'teamId', kind: 'picker', picker: TeamSelect },
  { name: 'state', kind: 'choice', values: jobStates, words: 'jobs.state' },
  { name: 'note', kind: 'area', max: 300 },
];

/** What needs hands: day, place, hours, places. */
export function JobDrawer({ job, onClosed }: { readonly job: JobRow | null; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const shared = { words: 'volunteer_job', fields: FIELDS, onClosed };
  if (job === null) return <TypedDrawer {...shared} title={formatMessage({ id: 'jobs.new' })} draftKey="job/new" initialValues={EMPTY} inputOf={draftOf} schema={jobDraftSchema} save={api.grid.postVolunteerJob()} onSaved={({ id }) => goTo(jobPlace(id))} />;
  const { id, version, title, heldOn, place, gridId, teamId, minutes, places, skills, state, note } = job;
  return <TypedDrawer {...shared} title={formatMessage({ id: 'jobs.edit' })} draftKey={`job/${id}`} initialValues={{ title, heldOn, place, gridId, teamId, minutes, places, skills, state, note } as Values} inputOf={(values) => ({ ...draftOf(values), id, version })} schema={jobChangeSchema} save={api.grid.updateVolunteerJob()} />;
}
