import { Alert, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import type { AuditVerdict } from '#shared/kernel/audit/audit.contract.ts';
import { useAuditWords } from './use-audit-words.ts';
import { outcomes } from './verdict-checks.ts';
import classes from './audit.module.css';

const ICONS = { passed: IconCircleCheck, failed: IconShieldX, 'not-made': IconCircleDashed } as const;
/** The verifier stops listing here (audit-verify.ts); there may be more. */
const LISTED = 200;

/** The verdict in words: whole or not, each check with its result, and every place that does not fit. */
export function AuditVerdictView({ verdict, at }: { readonly verdict: AuditVerdict; readonly at: string }) {
  const { formatMessage } = useIntl();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const { problems, entries, head } = verdict;
  const isWhole = problems.length === 0;
  return (
    <Stack gap="md">
      <Alert
        ref={place}
        tabIndex={-1}
        className={classes['verdict'] ?? ''}
        variant="light"
        color={isWhole ? 'green' : 'red'}
        role="status"
        icon={isWhole ? <IconShieldCheck size={20} aria-hidden /> : <IconShieldX size={20} aria-hidden />}
        title={formatMessage({ id: isWhole ? 'audit.verdict.whole' : 'audit.verdict.broken' }, { count: problems.length })}
      >
        <Text size="sm" c="var(--mantine-color-text)">
          <FormattedMessage id="audit.verdict.facts" values={{ entries, head: <code>{head}</code>, time: <InstantText at={at} /> }} />
          {!isWhole && <> <FormattedMessage id="audit.verdict.next" /></>}
        </Text>
      </Alert>
      <ul className={classes['checks']}>
        {outcomes(verdict).map(({ check, state, problems: count }) => {
          const Icon = ICONS[state];
          return (
            <li key={check} className={classes['check']} data-state={state}>
              <Icon size={20} stroke={1.75} aria-hidden />
              <div>
                <Group gap="xs">
                  <Text size="sm" fw={600}>{formatMessage({ id: `audit.check.${check}` })}</Text>
                  <Text size="sm">{formatMessage({ id: `audit.check.${state}` }, { count })}</Text>
                </Group>
                <Text size="sm" c="dimmed">{formatMessage({ id: state === 'not-made' ? `audit.check.${check}.not-made` : `audit.check.${check}.about` })}</Text>
              </div>
            </li>
          );
        })}
      </ul>
      {!isWhole && <ProblemList problems={problems} />}
    </Stack>
  );
}

function ProblemList({ problems }: { readonly problems: AuditVerdict['problems'] }) {
  const { formatNumber } = useIntl();
  const words = useAuditWords();
  return (
    <div>
      <Title order={2} fz="md" mb={4}><FormattedMessage id="audit.problems" /></Title>
      <Table.ScrollContainer minWidth={560} maxHeight={320}>
        <Table verticalSpacing={4} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th><FormattedMessage id="audit.problem.kind" /></Table.Th>
              <Table.Th ta="end"><FormattedMessage id="audit.column.seq" /></Table.Th>
              <Table.Th><FormattedMessage id="audit.column.entity" /></Table.Th>
              <Table.Th><FormattedMessage id="audit.column.entity-id" /></Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {problems.map(({ kind, seq, entity, entityId }) => (
              <Table.Tr key={`${kind}-${seq}-${entityId}`}>
                <Table.Td><FormattedMessage id={`audit.problem.${kind}`} /></Table.Td>
                <Table.Td ta="end">{seq === 0 ? '—' : formatNumber(seq, { useGrouping: false })}</Table.Td>
                <Table.Td>{entity === '' ? '—' : words.entity(entity)}</Table.Td>
                <Table.Td ff="monospace" fz="xs">{entityId === '' ? '—' : entityId}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {problems.length >= LISTED && <Text size="sm" c="dimmed"><FormattedMessage id="audit.problems.more" values={{ count: LISTED }} /></Text>}
    </div>
  );
}
