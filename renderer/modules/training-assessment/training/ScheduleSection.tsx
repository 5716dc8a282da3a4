import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import type { ClassRow, CourseRow, SessionRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import { CourseDrawer } from './CourseDrawer.tsx';
import { sessionPlace } from './places.ts';
import { SessionState } from './SessionState.tsx';
import { EditSessionDrawer, NewSessionDrawer } from './SessionDrawer.tsx';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';

type Open = { readonly act: 'course'; readonly course: CourseRow | null } | { readonly act: 'session'; readonly course: CourseRow } | { readonly act: 'edit' | 'cancel'; readonly session: SessionRow };

/** Courses with their sessions; each session opens its sheet. */
export function ScheduleSection({ row, mayEdit }: { readonly row: ClassRow; readonly mayEdit: boolean }) {
  const { data, error, refetch } = useQuery(api.trainingAssessment.listCourses({ classId: row.id }));
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <SheetSection title="training.schedule" actions={mayEdit && <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ act: 'course', course: null })}><FormattedMessage id="training.course.new" /></Button>}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="training.schedule.none" /></Text>}
      {data?.map((course) => <Course key={course.id} course={course} mayEdit={mayEdit} onOpen={setOpen} />)}
      {open?.act === 'course' && <CourseDrawer classId={row.id} course={open.course} position={(data?.length ?? 0) + 1} onClosed={close} />}
      {open?.act === 'session' && <NewSessionDrawer row={row} course={open.course} onClosed={close} />}
      {open?.act === 'edit' && <EditSessionDrawer key={open.session.id} session={open.session} onClosed={close} />}
      {open?.act === 'cancel' && <CancelSession session={open.session} onClose={close} />}
    </SheetSection>
  );
}

function Course({ course, mayEdit, onOpen }: { readonly course: CourseRow; readonly mayEdit: boolean; readonly onOpen: (open: Open) => void }) {
  const { formatMessage } = useIntl();
  const remove = useMutation(api.trainingAssessment.removeCourse());
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text fw={600} size="sm">{course.title}</Text>
        {course.content !== '' && <Text size="sm" c="dimmed" flex={1}>{course.content}</Text>}
        {mayEdit && <Button size="compact-xs" variant="subtle" aria-label={formatMessage({ id: 'training.session.new-of' }, { course: course.title })} onClick={() => onOpen({ act: 'session', course })}><FormattedMessage id="training.session.new" /></Button>}
        {mayEdit && <Button size="compact-xs" variant="subtle" onClick={() => onOpen({ act: 'course', course })}><FormattedMessage id="common.edit" /></Button>}
        {mayEdit && course.sessions.length === 0 && <Button size="compact-xs" variant="subtle" color="red" onClick={() => remove.mutate({ id: course.id, version: course.version })}><FormattedMessage id="training.remove" /></Button>}
      </Group>
      <ErrorNote error={remove.error} />
      {course.sessions.length > 0 && (
        <Table.ScrollContainer minWidth={720}>
          <Table aria-label={course.title} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>{(['heldOn', 'form', 'place', 'trainer', 'hoursTenths', 'attendance', 'state'] as const).map((field) => <Table.Th key={field} scope="col"><FormattedMessage id={`training.field.${field}`} /></Table.Th>)}<Table.Td /></Table.Tr>
            </Table.Thead>
            <Table.Tbody>{course.sessions.map((session) => <Session key={session.id} session={session} mayEdit={mayEdit} onOpen={onOpen} />)}</Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}

function Session({ session, mayEdit, onOpen }: { readonly session: SessionRow; readonly mayEdit: boolean; readonly onOpen: (open: Open) => void }) {
  const isPlanned = session.state === 'planned';
  return (
    <Table.Tr {...(session.state === 'cancelled' && { c: 'dimmed' })}>
      <Table.Td><PlaceLink to={sessionPlace(session.id)} inherit underline="always"><DayText day={session.heldOn} /> {session.startsAt}–{session.endsAt}</PlaceLink></Table.Td>
      <Table.Td><FormattedMessage id={`training.session.form.${session.form}`} /></Table.Td>
      <Table.Td>{session.place}</Table.Td>
      <Table.Td>{session.trainer}</Table.Td>
      <Table.Td>{hoursText(session.hoursTenths)}</Table.Td>
      <Table.Td>{session.present + session.late} / {session.enrolled}</Table.Td>
      <Table.Td title={session.stateReason}><SessionState session={session} /></Table.Td>
      <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
        {mayEdit && isPlanned && <Button size="compact-xs" variant="subtle" onClick={() => onOpen({ act: 'edit', session })}><FormattedMessage id="common.edit" /></Button>}
        {mayEdit && isPlanned && <Button size="compact-xs" variant="subtle" color="red" onClick={() => onOpen({ act: 'cancel', session })}><FormattedMessage id="training.session.cancel" /></Button>}
      </Table.Td>
    </Table.Tr>
  );
}

function CancelSession({ session, onClose }: { readonly session: SessionRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const cancel = useMutation(api.trainingAssessment.cancelSession());
  return <ReasonDialog title={formatMessage({ id: 'training.session.cancel' })} consequence={formatMessage({ id: 'training.session.cancel-consequence' }, { day: session.heldOn })} confirmLabel={formatMessage({ id: 'training.session.cancel' })} pending={cancel.isPending} error={cancel.error} onConfirm={(reason) => cancel.mutate({ id: session.id, version: session.version, reason }, { onSuccess: onClose })} onClose={onClose} />;
}
