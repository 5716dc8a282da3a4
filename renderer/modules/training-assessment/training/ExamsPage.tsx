import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { aroundToday } from './around-today.ts';
import { DaysPicker } from './DaysPicker.tsx';
import { classPlace, examPlace } from './places.ts';

const SHOWN = 500;
const BEFORE = 180;
const AFTER = 60;

/** Exams of some days, with whoever waits for a make-up. */
export default function ExamsPage() {
  const { formatMessage } = useIntl();
  const [days, setDays] = useState(() => aroundToday(BEFORE, AFTER));
  const exams = useQuery(api.trainingAssessment.listExamsOfDays({ ...days, limit: SHOWN }));
  return (
    <Page title={formatMessage({ id: 'training.exams' })} actions={<DaysPicker days={days} onChange={setDays} />}>
      <QueryState query={exams} empty={<Text size="sm" c="dimmed"><FormattedMessage id="training.exams.none" /></Text>}>
        {(rows) => (
          <Table.ScrollContainer minWidth={760}>
            <Table aria-label={formatMessage({ id: 'training.exams' })} verticalSpacing={6}>
              <Table.Thead><Table.Tr>{(['examTitle', 'classId', 'heldOn', 'makeUpOn', 'taken', 'passed', 'makeUpsDue', 'state'] as const).map((field) => <Table.Th key={field} scope="col"><FormattedMessage id={`training.field.${field}`} /></Table.Th>)}</Table.Tr></Table.Thead>
              <Table.Tbody>
                {rows.map((exam) => (
                  <Table.Tr key={exam.id}>
                    <Table.Td><PlaceLink to={examPlace(exam.id)} inherit underline="always">{exam.title}</PlaceLink></Table.Td>
                    <Table.Td><PlaceLink to={classPlace(exam.classId)} inherit underline="always">{exam.className}</PlaceLink></Table.Td>
                    <Table.Td><DayText day={exam.heldOn} /></Table.Td>
                    <Table.Td>{exam.makeUpOn === null ? '—' : <DayText day={exam.makeUpOn} />}</Table.Td>
                    <Table.Td>{exam.taken}</Table.Td>
                    <Table.Td>{exam.passed}</Table.Td>
                    <Table.Td>{exam.makeUpsDue}</Table.Td>
                    <Table.Td><FormattedMessage id={`training.exam.state.${exam.state}`} /></Table.Td>
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
