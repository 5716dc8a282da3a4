import { ActionIcon, Group, Menu, Table, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { budgetOf, executionPermille } from '#shared/modules/budget/ledger/ledger.rules.ts';
import type { LineRow, YearPage } from '#shared/modules/budget/year/year.schema.ts';
import classes from '../parts/budget.module.css';
import { useWordsOf } from '../parts/use-words-of.ts';
import { usePercent, usePlainYuan, useYuan } from '../parts/yuan.ts';
import { entriesPlace, requestsPlace } from '../places.ts';
import type { YearAct } from './YearPage.tsx';

type Column = { readonly id: string; readonly of: (line: LineRow) => number; readonly kinds: Parameters<typeof entriesPlace>[0]['kinds'] | null };

/** The money of a line, column by column; each opens the entries it is the sum of. */
const COLUMNS: readonly Column[] = [
  { id: 'lastYear', of: ({ lastYearFen }) => lastYearFen, kinds: null },
  { id: 'norm', of: ({ normFen, quantity }) => (normFen ?? 0) * (quantity ?? 0), kinds: null },
  { id: 'asked', of: ({ figures }) => figures.asked, kinds: ['asked'] },
  { id: 'approved', of: ({ figures }) => figures.approved, kinds: ['approved'] },
  { id: 'adjusted', of: ({ figures }) => figures.adjusted, kinds: ['adjusted'] },
  { id: 'carriedIn', of: ({ figures }) => figures.carriedIn - figures.carriedOut, kinds: ['carried-in', 'carried-out'] },
  { id: 'reserved', of: ({ figures }) => figures.reserved, kinds: ['reserved', 'released', 'committed'] },
  { id: 'committed', of: ({ figures }) => figures.committed, kinds: ['committed', 'uncommitted', 'spent', 'unspent'] },
  { id: 'spent', of: ({ figures }) => figures.spent, kinds: ['spent', 'unspent'] },
  { id: 'free', of: ({ figures }) => figures.free, kinds: [] },
];
const FORMS = ['cash', 'in-kind'] as const;

/** Lines of cash first, with their sum, then those in kind, with theirs: the two are never added up. */
export function LineTable({ page, onAct }: { readonly page: YearPage; readonly onAct?: (act: YearAct) => void }) {
  const { formatMessage } = useIntl();
  return (
    <div className={classes['scroll']} style={{ height: '100%' }} tabIndex={0} role="region" aria-label={formatMessage({ id: 'budget.year' })}>
      <Table verticalSpacing={4} horizontalSpacing={6} stickyHeader aria-label={formatMessage({ id: 'budget.year' })} fz={13}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={classes['lineName']}>{formatMessage({ id: 'budget.year.unit-yuan' })}</Table.Th>
            {COLUMNS.map(({ id }) => <Table.Th key={id} scope="col" className={classes['figureHead']}>{formatMessage({ id: messageId(`budget.column.${id}`) })}</Table.Th>)}
            <Table.Th scope="col" className={classes['figureHead']}>{formatMessage({ id: 'budget.column.rate' })}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{FORMS.map((form) => <FormRows key={form} form={form} lines={page.lines.filter((line) => line.form === form)} {...(onAct && { onAct })} />)}</Table.Tbody>
      </Table>
    </div>
  );
}

function FormRows({ form, lines, onAct }: { readonly form: (typeof FORMS)[number]; readonly lines: readonly LineRow[]; readonly onAct?: (act: YearAct) => void }) {
  const { formatMessage } = useIntl();
  const plain = usePlainYuan();
  const percent = usePercent();
  if (lines.length === 0) return null;
  const spent = lines.reduce((sum, line) => sum + line.figures.spent, 0);
  const whole = lines.reduce((sum, line) => sum + budgetOf(line.figures), 0);
  return (
    <>
      {lines.map((line) => <LineRows key={line.id} line={line} {...(onAct && { onAct })} />)}
      <Table.Tr fw={600}>
        <Table.Th scope="row">{formatMessage({ id: form === 'cash' ? 'budget.year.sum' : 'budget.year.sum-in-kind' })}</Table.Th>
        {COLUMNS.map(({ id, of }) => <Table.Td key={id} className={classes['figures']}>{plain(lines.reduce((sum, line) => sum + of(line), 0))}</Table.Td>)}
        <Table.Td className={classes['figures']}>{percent(whole <= 0 ? null : Math.round((spent * 1000) / whole))}</Table.Td>
      </Table.Tr>
    </>
  );
}

function LineRows({ line, onAct }: { readonly line: LineRow; readonly onAct?: (act: YearAct) => void }) {
  const { formatMessage, formatNumber } = useIntl();
  const word = useWordsOf();
  const yuan = useYuan();
  const plain = usePlainYuan();
  const percent = usePercent();
  const act = (name: 'edit' | 'ask' | 'approve' | 'adjust' | 'staff') => <Menu.Item key={name} onClick={() => onAct?.({ act: name, line })}>{formatMessage({ id: messageId(`budget.line.${name}`) })}</Menu.Item>;
  const norm = line.normFen !== null && line.quantity !== null && `${yuan(line.normFen)} × ${formatNumber(line.quantity)} ${line.unit}`;
  const detail = [line.kind !== 'project' && word('line-kind', line.kind), line.sourceName].filter(Boolean).join(' · ');
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        <Group gap={4} wrap="nowrap" justify="space-between" align="flex-start">
          <PlaceLink to={requestsPlace({ lineIds: [line.id] })} inherit>{line.code} {line.name}</PlaceLink>
          {onAct && (
            <Menu position="bottom-start" transitionProps={{ duration: 0 }}>
              <Menu.Target><ActionIcon variant="subtle" color="gray" size="sm" aria-label={formatMessage({ id: 'budget.line.acts' }, { name: line.name })}><IconDots size={16} aria-hidden /></ActionIcon></Menu.Target>
              <Menu.Dropdown>{act('edit')}{line.kind === 'salary' && act('staff')}{act('ask')}{line.figures.approved === 0 && act('approve')}{line.figures.free > 0 && act('adjust')}</Menu.Dropdown>
            </Menu>
          )}
        </Group>
        <Text size="xs" c="dimmed">{detail}{norm && <> · <span className={classes['whole']}>{norm}</span></>}</Text>
      </Table.Th>
      {COLUMNS.map(({ id, of, kinds }) => {
        const fen = of(line);
        const words = plain(fen);
        if (fen === 0) return <Table.Td key={id} className={`${classes['figures'] ?? ''} ${classes['none'] ?? ''}`}>—</Table.Td>;
        return <Table.Td key={id} className={`${classes['figures'] ?? ''} ${fen < 0 && id === 'free' ? (classes['below'] ?? '') : ''}`}>{kinds === null || kinds === undefined ? words : <PlaceLink to={entriesPlace({ lineId: line.id, kinds })} inherit>{words}</PlaceLink>}</Table.Td>;
      })}
      <Table.Td className={classes['figures']}>{percent(executionPermille(line.figures))}</Table.Td>
    </Table.Tr>
  );
}
