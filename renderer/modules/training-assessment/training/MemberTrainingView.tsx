import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import type { MemberTraining } from '#shared/modules/training-assessment/training/record.schema.ts';
import { classPlace, examPlace, sessionPlace } from './places.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';

/** What is due for one person, which class the rules propose and why, and what was learnt. */
export function MemberTrainingView({ training }: { readonly training: MemberTraining }) {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('education');
  const facts = [
    { id: 'hours', label: formatMessage({ id: 'training.member.hours' }, { year: String(training.year) }), value: formatMessage({ id: 'training.member.hours-of' }, { done: hoursText(training.hoursDoneTenths), due: hoursText(training.hoursDueTenths) }) },
    { id: 'grid', label: formatMessage({ id: 'training.field.gridName' }), value: training.gridName },
    { id: 'age', label: formatMessage({ id: 'training.field.age' }), value: training.age },
    { id: 'education', label: formatMessage({ id: 'training.field.education' }), value: labelOf(training.education) },
    { id: 'years', label: formatMessage({ id: 'training.field.years' }), value: training.years },
  ];
  return (
    <Stack gap="xl">
      <Facts facts={facts} columns={2} />
      <Due training={training} />
      <Proposals training={training} />
      <Learnt training={training} />
    </Stack>
  );
}

/** A link for who may open what it leads to, else the words alone. */
function Place({ to, words }: { readonly to: string; readonly words: string }) {
  return useMay()('training.read') ? <PlaceLink to={to} inherit underline="always">{words}</PlaceLink> : <>{words}</>;
}

function Due({ training: { sessions, makeUps, needs } }: { readonly training: MemberTraining }) {
  return (
    <SheetSection title="training.member.due">
      {sessions.length + makeUps.length + needs.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="training.member.due-none" /></Text>}
      {sessions.map((session) => <Text key={session.sessionId} size="sm"><DayText day={session.heldOn} /> {session.startsAt} · <Place to={sessionPlace(session.sessionId)} words={session.courseTitle} /> · {session.className} · {session.place} · {session.trainer}</Text>)}
      {makeUps.map((exam) => <Text key={exam.examId} size="sm"><FormattedMessage id="training.member.make-up" values={{ exam: <Place to={examPlace(exam.examId)} words={exam.title} />, day: exam.makeUpOn === null ? '—' : <DayText day={exam.makeUpOn} /> }} /></Text>)}
      {needs.map((need) => <Text key={need.id} size="sm"><FormattedMessage id="training.member.need" values={{ subject: need.subject, kind: <FormattedMessage id={messageId(`training.need.kind.${need.kind}`)} />, state: <FormattedMessage id={messageId(`training.need.state.${need.state}`)} /> }} /></Text>)}
    </SheetSection>
  );
}

const CONDITIONS = ['age', 'education', 'years'] as const;

/** Every rule of the year's plan with what fits and what does not. */
function Proposals({ training: { proposals } }: { readonly training: MemberTraining }) {
  const { formatMessage } = useIntl();
  if (proposals.length === 0) return <SheetSection title="training.member.proposals"><Text size="sm" c="dimmed"><FormattedMessage id="training.member.no-plan" /></Text></SheetSection>;
  return (
    <SheetSection title="training.member.proposals">
      <Table.ScrollContainer minWidth={560}>
        <Table aria-label={formatMessage({ id: 'training.member.proposals' })} verticalSpacing={4}>
          <Table.Tbody>
            {proposals.map((proposal) => (
              <Table.Tr key={proposal.cohortId}>
                <Table.Td fw={proposal.isCaught || proposal.byHand !== null ? 600 : 400}>{proposal.classId === null ? proposal.name : <Place to={classPlace(proposal.classId)} words={proposal.name} />}</Table.Td>
                <Table.Td>
                  <Group gap={6}>
                    {CONDITIONS.map((condition) => {
                      const fits = proposal.fits[condition];
                      const Icon = fits ? IconCheck : IconX;
                      return <Badge key={condition} size="sm" variant={fits ? 'light' : 'default'} {...(!fits && { color: 'gray' })} leftSection={<Icon size={12} aria-hidden />} tt="none">{formatMessage({ id: `training.member.${fits ? 'fits' : 'misses'}` }, { what: formatMessage({ id: `training.field.${condition}` }) })}</Badge>;
                    })}
                  </Group>
                </Table.Td>
                <Table.Td>{proposal.byHand !== null ? formatMessage({ id: 'training.member.by-hand' }, { reason: proposal.byHand }) : formatMessage({ id: proposal.isCaught ? 'training.member.proposed' : 'training.member.not-proposed' })}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </SheetSection>
  );
}

function Learnt({ training: { learnt } }: { readonly training: MemberTraining }) {
  const { formatMessage } = useIntl();
  return (
    <SheetSection title="training.member.learnt">
      {learnt.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="training.member.learnt-none" /></Text>}
      {learnt.length > 0 && (
        <Table.ScrollContainer minWidth={600}>
          <Table aria-label={formatMessage({ id: 'training.member.learnt' })} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>{(['classId', 'untilOn', 'hoursTenths', 'score', 'result', 'certificate'] as const).map((field) => <Table.Th key={field} scope="col"><FormattedMessage id={`training.field.${field}`} /></Table.Th>)}</Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {learnt.map((one) => (
                <Table.Tr key={one.classId}>
                  <Table.Td><Place to={classPlace(one.classId)} words={one.className} /></Table.Td>
                  <Table.Td><DayText day={one.untilOn} /></Table.Td>
                  <Table.Td>{hoursText(one.hoursTenths)}</Table.Td>
                  <Table.Td>{one.scoreTenths === null ? '—' : hoursText(one.scoreTenths)}</Table.Td>
                  <Table.Td>{one.result === '' ? one.withdrawnReason || '—' : <FormattedMessage id={`training.result.${one.result}`} />}</Table.Td>
                  <Table.Td>{one.certificate || '—'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </SheetSection>
  );
}
