import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import { aroundToday } from './around-today.ts';
import { DaysPicker } from './DaysPicker.tsx';
import { classPlace, sessionPlace } from './places.ts';

const SHOWN = 500;
const BEFORE = 30;
const AFTER = 30;

/** Sessions of some days: what is to come, what was held, whose attendance is open. */
export default function SessionsPage() {
  const { formatMessage } = useIntl();
  const [days, setDays] = useState(() => aroundToday(BEFORE, AFTER));
  const sessions = useQuery(api.trainingAssessment.listSessions({ ...days, limit: SHOWN }));
  return (
    <Page title={formatMessage({ id: 'training.sessions' })} actions={<DaysPicker days={days} onChange={setDays} />}>
      <QueryState query={sessions} empty={<Text size="sm" c="dimmed"><FormattedMessage id="training.sessions.none" /></Text>}>
        {(rows) => (
          <Table.ScrollContainer minWidth={800}>
            <Table aria-label={formatMessage({ id: 'training.sessions' })} verticalSpacing={6}>
              <Table.Thead><Table.Tr>{(['heldOn', 'course', 'classId', 'form', 'place', 'trainer', 'hoursTenths', 'attendance', 'state'] as const).map((field) => <Table.Th key={field} scope="col"><FormattedMessage id={`training.field.${field}`} /></Table.Th>)}</Table.Tr></Table.Thead>
              <Table.Tbody>
                {rows.map((session) => (
                  <Table.Tr key={session.id} {...(session.state === 'cancelled' && { c: 'dimmed' })}>
                    <Table.Td><PlaceLink to={sessionPlace(session.id)} inherit underline="always"><DayText day={session.heldOn} /> {session.startsAt}</PlaceLink></Table.Td>
                    <Table.Td>{session.courseTitle}</Table.Td>
                    <Table.Td><PlaceLink to={classPlace(session.classId)} inherit underline="always">{session.className}</PlaceLink></Table.Td>
                    <Table.Td><FormattedMessage id={`training.session.form.${session.form}`} /></Table.Td>
                    <Table.Td>{session.place}</Table.Td>
                    <Table.Td>{session.trainer}</Table.Td>
                    <Table.Td>{hoursText(session.hoursTenths)}</Table.Td>
                    <Table.Td>{session.present + session.late} / {session.enrolled}</Table.Td>
                    <Table.Td><FormattedMessage id={`training.session.state.${session.state}`} /></Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </QueryState>
    </Page>
  );
}
