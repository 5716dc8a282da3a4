import { Button, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import type { ClassRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import type { ExamRow } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import { EditExamDrawer, NewExamDrawer } from './ExamDrawer.tsx';
import { examPlace } from './places.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';

/** The exams of a class; each opens its sheet of scores. */
export function ExamSection({ row, mayEdit }: { readonly row: ClassRow; readonly mayEdit: boolean }) {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useQuery(api.trainingAssessment.listExams({ classId: row.id }));
  const remove = useMutation(api.trainingAssessment.removeExam());
  const [open, setOpen] = useState<'new' | ExamRow | null>(null);
  const close = () => setOpen(null);
  return (
    <SheetSection title="training.exams" actions={mayEdit && <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="training.exam.new" /></Button>}>
      <ErrorNote error={error ?? remove.error} onRetry={() => void refetch()} />
      {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="training.exam.none" /></Text>}
      {data && data.length > 0 && (
        <Table.ScrollContainer minWidth={720}>
          <Table aria-label={formatMessage({ id: 'training.exams' })} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>{(['examTitle', 'heldOn', 'makeUpOn', 'passTenths', 'taken', 'passed', 'makeUpsDue', 'state'] as const).map((field) => <Table.Th key={field} scope="col"><FormattedMessage id={`training.field.${field}`} /></Table.Th>)}<Table.Td /></Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((exam) => (
                <Table.Tr key={exam.id}>
                  <Table.Td><PlaceLink to={examPlace(exam.id)} inherit underline="always">{exam.title}</PlaceLink></Table.Td>
                  <Table.Td><DayText day={exam.heldOn} /></Table.Td>
                  <Table.Td>{exam.makeUpOn === null ? '—' : <DayText day={exam.makeUpOn} />}</Table.Td>
                  <Table.Td>{hoursText(exam.passTenths)} / {hoursText(exam.fullTenths)}</Table.Td>
                  <Table.Td>{exam.taken}</Table.Td>
                  <Table.Td>{exam.passed}</Table.Td>
                  <Table.Td>{exam.makeUpsDue}</Table.Td>
                  <Table.Td><FormattedMessage id={`training.exam.state.${exam.state}`} /></Table.Td>
                  <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                    {mayEdit && exam.state !== 'closed' && <Button size="compact-xs" variant="subtle" onClick={() => setOpen(exam)}><FormattedMessage id="common.edit" /></Button>}
                    {mayEdit && exam.state === 'planned' && exam.taken === 0 && <Button size="compact-xs" variant="subtle" color="red" onClick={() => remove.mutate({ id: exam.id, version: exam.version })}><FormattedMessage id="training.remove" /></Button>}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {open === 'new' && <NewExamDrawer row={row} onClosed={close} />}
      {open !== null && open !== 'new' && <EditExamDrawer key={open.id} exam={open} onClosed={close} />}
    </SheetSection>
  );
}
