import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { DaysTable } from './DaysTable.tsx';
import { classPlace, examPlace } from './places.ts';

const SHOWN = 500;

/** Exams of some days, with whoever waits for a make-up. */
export default function ExamsPage() {
  const { formatMessage } = useIntl();
  return (
    <DaysTable
      title={formatMessage({ id: 'training.exams' })}
      none="training.exams.none"
      around={[180, 60]}
      ask={(days) => api.trainingAssessment.listExamsOfDays({ ...days, limit: SHOWN })}
      columns={[
        { head: 'training.field.examTitle', cell: (exam) => <PlaceLink to={examPlace(exam.id)} inherit underline="always">{exam.title}</PlaceLink> },
        { head: 'training.field.classId', cell: (exam) => <PlaceLink to={classPlace(exam.classId)} inherit underline="always">{exam.className}</PlaceLink> },
        { head: 'training.field.heldOn', cell: (exam) => <DayText day={exam.heldOn} /> },
        { head: 'training.field.makeUpOn', cell: (exam) => (exam.makeUpOn === null ? '—' : <DayText day={exam.makeUpOn} />) },
        { head: 'training.field.taken', cell: (exam) => exam.taken },
        { head: 'training.field.passed', cell: (exam) => exam.passed },
        { head: 'training.field.makeUpsDue', cell: (exam) => exam.makeUpsDue },
        { head: 'training.field.state', cell: (exam) => <FormattedMessage id={`training.exam.state.${exam.state}`} /> },
      ]}
    />
  );
}
