import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import { DaysTable } from './DaysTable.tsx';
import { classPlace, sessionPlace } from './places.ts';
import { SessionState } from './SessionState.tsx';

const SHOWN = 500;

/** Sessions of some days: what is to come, what was held, whose attendance is open. */
export default function SessionsPage() {
  const { formatMessage } = useIntl();
  return (
    <DaysTable
      title={formatMessage({ id: 'training.sessions' })}
      none="training.sessions.none"
      around={[30, 30]}
      ask={(days) => api.trainingAssessment.listSessions({ ...days, limit: SHOWN })}
      isDimmed={({ state }) => state === 'cancelled'}
      columns={[
        { head: 'training.field.heldOn', cell: (session) => <PlaceLink to={sessionPlace(session.id)} inherit underline="always"><DayText day={session.heldOn} /> {session.startsAt}</PlaceLink> },
        { head: 'training.field.course', cell: (session) => session.courseTitle },
        { head: 'training.field.classId', cell: (session) => <PlaceLink to={classPlace(session.classId)} inherit underline="always">{session.className}</PlaceLink> },
        { head: 'training.field.form', cell: (session) => <FormattedMessage id={`training.session.form.${session.form}`} /> },
        { head: 'training.field.place', cell: (session) => session.place },
        { head: 'training.field.trainer', cell: (session) => session.trainer },
        { head: 'training.field.hoursTenths', cell: (session) => hoursText(session.hoursTenths) },
        { head: 'training.field.attendance', cell: (session) => `${String(session.present + session.late)} / ${String(session.enrolled)}` },
        { head: 'training.field.state', cell: (session) => <SessionState session={session} /> },
      ]}
    />
  );
}
