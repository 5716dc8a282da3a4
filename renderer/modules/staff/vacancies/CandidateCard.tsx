import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '#renderer/app/session.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { unmet, type ConditionResult } from '#shared/modules/staff/posts/condition.rules.ts';
import type { Candidate, Exemption } from '#shared/modules/staff/vacancies/vacancy.schema.ts';
import { useConditionWords } from '../posts/condition-words.ts';
import classes from '../staff.module.css';

export type CandidateAct = 'edit' | 'refuse' | 'exempt' | 'appoint';
type CardProps = { readonly candidate: Candidate; readonly isOpen: boolean; readonly onAct: (act: CandidateAct) => void; readonly onDecide: (exemption: Exemption) => void };

/** A candidate with the check of every condition, what was asked to be waived, and what can be done next. */
export function CandidateCard({ candidate, isOpen, onAct, onDecide }: CardProps) {
  const may = useMay();
  const exempted = candidate.exemptions.filter(({ status }) => status === 'approved').flatMap(({ conditions }) => conditions);
  const isWaiting = candidate.exemptions.some(({ status }) => status === 'proposed');
  const canAct = may('vacancies.edit') && isOpen && candidate.status === 'applied';
  return (
    <Stack component="article" gap="xs" className={classes['card']} aria-label={candidate.name}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="xs">
          <Text fw={600}>{candidate.name}</Text>
          <Badge variant="light" color={candidate.status === 'appointed' ? 'green' : candidate.status === 'refused' ? 'gray' : 'blue'}><FormattedMessage id={`candidate.status.${candidate.status}`} /></Badge>
          {candidate.memberId !== null && candidate.status === 'applied' && <Text size="sm" c="dimmed"><FormattedMessage id="candidate.of-team" /></Text>}
          <Text size="sm" c="dimmed"><DayText day={candidate.appliedOn} /></Text>
        </Group>
        {canAct && (
          <Group gap={6} wrap="nowrap">
            <Button size="compact-sm" variant="subtle" onClick={() => onAct('edit')}><FormattedMessage id="common.edit" /></Button>
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => onAct('refuse')}><FormattedMessage id="candidate.refuse" /></Button>
            {!candidate.isFit && !isWaiting && unmet(candidate.results).length > 0 && <Button size="compact-sm" variant="default" onClick={() => onAct('exempt')}><FormattedMessage id="candidate.exempt" /></Button>}
            {candidate.isFit && <Button size="compact-sm" onClick={() => onAct('appoint')}><FormattedMessage id="candidate.appoint" /></Button>}
          </Group>
        )}
      </Group>
      <ResultTable results={candidate.results} exempted={exempted} />
      {candidate.exemptions.map((exemption) => <ExemptionLine key={exemption.id} exemption={exemption} mayDecide={may('vacancies.decide') && canAct && exemption.status === 'proposed'} onDecide={() => onDecide(exemption)} />)}
      {candidate.decision !== '' && <Text size="sm"><FormattedMessage id="candidate.decision" values={{ words: candidate.decision }} /></Text>}
    </Stack>
  );
}

const MARKS = { pass: { icon: IconCheck, colour: 'green' }, fail: { icon: IconX, colour: 'red' }, unknown: { icon: IconAlertTriangle, colour: 'yellow.9' } } as const;

function ResultTable({ results, exempted }: { readonly results: readonly ConditionResult[]; readonly exempted: readonly string[] }) {
  const { formatMessage } = useIntl();
  const words = useConditionWords();
  if (results.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="post.no-conditions" /></Text>;
  return (
    <Table verticalSpacing={3} withRowBorders={false} layout="fixed">
      <Table.Thead><Table.Tr>{(['name', 'asked', 'has', 'verdict'] as const).map((head) => <Table.Th key={head} scope="col" fw={400} c="dimmed" fz="sm">{formatMessage({ id: `condition.${head}` })}</Table.Th>)}</Table.Tr></Table.Thead>
      <Table.Tbody>
        {results.map((result) => {
          const { icon: Icon, colour } = MARKS[result.verdict];
          const told = words(result);
          const isExempted = result.verdict !== 'pass' && exempted.includes(result.kind);
          return (
            <Table.Tr key={result.kind}>
              <Table.Td>{told.name}</Table.Td>
              <Table.Td>{told.asked}</Table.Td>
              <Table.Td>{told.has === '' ? '—' : told.has}</Table.Td>
              <Table.Td><Text span size="sm" c={isExempted ? undefined : colour}><Icon size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> <FormattedMessage id={isExempted ? 'condition.exempted' : `condition.${result.verdict}`} /></Text></Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function ExemptionLine({ exemption, mayDecide, onDecide }: { readonly exemption: Exemption; readonly mayDecide: boolean; readonly onDecide: () => void }) {
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" className={classes['note']}>
      <Text size="sm">
        <FormattedMessage id="candidate.exemption" values={{ name: exemption.proposerName, when: <InstantText at={exemption.proposedAt} />, reason: exemption.reason }} />{' '}
        {exemption.status === 'proposed' ? <strong><FormattedMessage id={exemption.isOwn ? 'candidate.exemption-own' : 'candidate.exemption-waits'} /></strong> : <FormattedMessage id={`candidate.exemption-${exemption.status}`} values={{ name: exemption.deciderName, words: exemption.decision }} />}
      </Text>
      {mayDecide && !exemption.isOwn && <Button size="compact-sm" onClick={onDecide}><FormattedMessage id="candidate.decide" /></Button>}
    </Group>
  );
}
