import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { LedgerTrailBar } from '#renderer/components/ledger/LedgerTrailBar.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { WaitStrip, type WaitStep } from '#renderer/components/wait-strip/WaitStrip.tsx';
import { hoursText, isOpenClass } from '#shared/modules/training-assessment/training/class.rules.ts';
import type { ClassRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import { ClassActions } from './ClassActions.tsx';
import { EffectSection } from './EffectSection.tsx';
import { EnrolmentSection } from './EnrolmentSection.tsx';
import { ExamSection } from './ExamSection.tsx';
import { FeedbackSection } from './FeedbackSection.tsx';
import { ScheduleSection } from './ScheduleSection.tsx';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useTrainingId } from './use-training-id.ts';

/** One class: where it stands, its courses and sessions, who is in it, its exams, what it led to. */
export default function ClassPage() {
  const { formatMessage } = useIntl();
  const id = useTrainingId();
  const { data, error, refetch } = useQuery(api.trainingAssessment.getTrainingClass({ id }));
  if (data) return <ClassSheet key={data.id} row={data} />;
  return <Page title={formatMessage({ id: 'training.class' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function ClassSheet({ row }: { readonly row: ClassRow }) {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('training.edit') && isOpenClass(row.state);
  return (
    <Page title={row.name} figure={formatMessage({ id: `training.class.state.${row.state}` })} actions={<><LedgerTrailBar list="training.classes" /><ClassActions row={row} /></>}>
      <Stack gap="xl">
        {row.state !== 'cancelled' && <ClassSteps row={row} />}
        <ClassFacts row={row} />
        <ScheduleSection row={row} mayEdit={mayEdit} />
        <EnrolmentSection row={row} mayEdit={mayEdit} />
        <ExamSection row={row} mayEdit={mayEdit} />
        <FeedbackSection row={row} />
        {row.state !== 'planned' && row.state !== 'cancelled' && <EffectSection row={row} />}
        <SheetSection title="training.history"><History entity="training_class" id={row.id} version={row.version} codeTables={{ category: 'training-category' }} /></SheetSection>
      </Stack>
    </Page>
  );
}

/** Enrolment, sessions, exams, result: which of them is waited for. Only of the sessions a record tells since when. */
function ClassSteps({ row }: { readonly row: ClassRow }) {
  const { formatMessage } = useIntl();
  const { data: exams = [] } = useQuery(api.trainingAssessment.listExams({ classId: row.id }));
  const examsOpen = exams.filter(({ state }) => state !== 'closed').length;
  const at = row.state === 'finished' ? 4 : row.state === 'planned' ? 0 : row.sessions === 0 || row.sessionsHeld < row.sessions ? 1 : examsOpen > 0 ? 2 : 3;
  const counted = { enrol: `${row.enrolled} / ${row.places}`, sessions: `${row.sessionsHeld} / ${row.sessions}`, exams: `${exams.length - examsOpen} / ${exams.length}`, result: row.lockedBy };
  const steps = (['enrol', 'sessions', 'exams', 'result'] as const).map((id, index): WaitStep => ({ id, label: formatMessage({ id: `training.class.step.${id}` }), state: index < at ? 'done' : index === at ? 'now' : 'ahead', who: counted[id] === '' ? null : counted[id], since: id === 'sessions' && index === at ? row.fromOn : null, until: id === 'result' ? row.lockedAt : null, days: null, limit: null, clock: 'calm' }));
  return <WaitStrip steps={steps} />;
}

function ClassFacts({ row }: { readonly row: ClassRow }) {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('training-category');
  const label = (field: 'category' | 'term' | 'places' | 'hoursTenths' | 'attendancePercent' | 'businessLine' | 'audience' | 'cohortId' | 'lateReason' | 'note' | 'stateReason' | 'lockedBy') => formatMessage({ id: `training.field.${field}` });
  const facts = [
    { id: 'term', label: label('term'), value: <><DayText day={row.fromOn} /> — <DayText day={row.untilOn} /></> },
    { id: 'category', label: label('category'), value: labelOf(row.category) },
    { id: 'hours', label: label('hoursTenths'), value: hoursText(row.hoursTenths) },
    { id: 'places', label: label('places'), value: row.places },
    { id: 'attendance', label: label('attendancePercent'), value: `${row.attendancePercent} %` },
    { id: 'line', label: label('businessLine'), value: row.businessLine },
    { id: 'audience', label: label('audience'), value: row.audience },
    { id: 'cohort', label: label('cohortId'), value: row.cohortName },
    ...(row.lateReason === '' ? [] : [{ id: 'late', label: label('lateReason'), value: row.lateReason }]),
    ...(row.stateReason === '' ? [] : [{ id: 'reason', label: label('stateReason'), value: row.stateReason }]),
    ...(row.lockedAt === null ? [] : [{ id: 'locked', label: label('lockedBy'), value: <>{row.lockedBy} <InstantText at={row.lockedAt} /></> }]),
    ...(row.note === '' ? [] : [{ id: 'note', label: label('note'), value: row.note }]),
  ];
  return <Facts facts={facts} columns={2} />;
}
