import { NumberInput, Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { LineRow, StaffReckoning } from '#shared/modules/budget/year/year.schema.ts';
import type { Raise } from '#shared/modules/staff/grades/subsidy.schema.ts';
import classes from '../parts/budget.module.css';
import { useYuan } from '../parts/yuan.ts';
import { ActDialog } from '../requests/acts/ActDialog.tsx';

const FEN = 100;
const inMonths = (fen: number, months: number): number => (months === 0 ? 0 : Math.round(fen / months));

type StaffDialogProps = { readonly line: LineRow; /** Of a simulation in staff that is to be taken over. */ readonly raises: readonly Raise[]; readonly onClose: () => void };

/** Salaries and subsidies as staff reckons them beside what the line says, with the difference, before anything is taken. Amounts of grades can be tried here as in staff. */
export function StaffDialog({ line, raises: given, onClose }: StaffDialogProps) {
  const { formatMessage } = useIntl();
  const [raised, setRaised] = useState<Readonly<Record<string, number>>>(() => Object.fromEntries(given.map(({ grade, monthlyFen }) => [grade, monthlyFen])));
  const raises = Object.entries(raised).map(([grade, monthlyFen]) => ({ grade, monthlyFen }));
  const { data, error, isPlaceholderData } = useQuery({ ...api.budget.compareWithStaff({ lineId: line.id, raises }), placeholderData: keepPreviousData });
  const totalFen = data?.staff.totalFen ?? 0;
  return (
    <ActDialog
      title={`${line.code} ${line.name}`} consequence={formatMessage({ id: 'budget.staff.consequence' })} confirm={formatMessage({ id: 'budget.staff.take' })} save={api.budget.takeFromStaff()}
      input={() => (data === undefined || isPlaceholderData || totalFen === 0 ? null : { id: line.id, version: line.version, raises, totalFen })} onClose={onClose}
    >
      <ErrorNote error={error} />
      {data && <GradesTable staff={data.staff} raised={raised} onRaise={(grade, fen) => setRaised({ ...raised, [grade]: fen })} />}
      {data && <Comparison data={data} />}
      {data && data.staff.withoutGrade > 0 && <Text size="sm" c="dimmed"><FormattedMessage id="budget.staff.without-grade" values={{ count: data.staff.withoutGrade }} /></Text>}
      {data && totalFen === 0 && <Text size="sm"><FormattedMessage id="budget.staff.none" values={{ year: String(line.year) }} /></Text>}
    </ActDialog>
  );
}

type GradesTableProps = { readonly staff: StaffReckoning['staff']; readonly raised: Readonly<Record<string, number>>; readonly onRaise: (grade: string, fen: number) => void };

function GradesTable({ staff, raised, onRaise }: GradesTableProps) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  const { labelOf } = useCodes('staff-grade');
  const figures = classes['figures'] ?? '';
  if (staff.lines.length === 0) return null;
  return (
    <Table verticalSpacing={4} horizontalSpacing={6} aria-label={formatMessage({ id: 'budget.staff.grades' })}>
      <Table.Thead><Table.Tr>{(['grade', 'people', 'monthly', 'year'] as const).map((head, at) => <Table.Th key={head} scope="col" {...(at > 0 && { className: figures })}>{formatMessage({ id: `budget.staff.head.${head}` })}</Table.Th>)}</Table.Tr></Table.Thead>
      <Table.Tbody>
        {staff.lines.map(({ grade, people, months, yearFen }) => (
          <Table.Tr key={grade}>
            <Table.Th scope="row" fw={400}>{labelOf(grade)}</Table.Th>
            <Table.Td className={figures}>{formatMessage({ id: 'budget.staff.people-months' }, { people, months })}</Table.Td>
            <Table.Td className={figures}><NumberInput size="xs" w={110} ml="auto" hideControls min={0} max={1_000_000} decimalScale={2} aria-label={formatMessage({ id: 'budget.staff.monthly-of' }, { grade: labelOf(grade) })} value={(raised[grade] ?? inMonths(yearFen, months)) / FEN} onChange={(value) => onRaise(grade, Math.round(Number(value) * FEN))} /></Table.Td>
            <Table.Td className={figures}>{yuan(yearFen)}</Table.Td>
          </Table.Tr>
        ))}
        {staff.postsFen > 0 && <Table.Tr><Table.Th scope="row" fw={400} colSpan={3}>{formatMessage({ id: 'budget.staff.posts' })}</Table.Th><Table.Td className={figures}>{yuan(staff.postsFen)}</Table.Td></Table.Tr>}
      </Table.Tbody>
    </Table>
  );
}

/** Both figures and their difference, never one without the other. */
function Comparison({ data: { line, staff, differenceFen } }: { readonly data: StaffReckoning }) {
  const { formatMessage, formatNumber } = useIntl();
  const yuan = useYuan();
  const figures = classes['figures'] ?? '';
  const reckoned = (normFen: number | null, quantity: number | null, unit: string): string => (normFen === null || quantity === null ? '—' : `${yuan(normFen)} × ${formatNumber(quantity)}${unit}`);
  return (
    <Table verticalSpacing={4} horizontalSpacing={6} aria-label={formatMessage({ id: 'budget.staff.comparison' })}>
      <Table.Thead><Table.Tr><Table.Td />{(['norm', 'asked'] as const).map((head) => <Table.Th key={head} scope="col" className={figures}>{formatMessage({ id: `budget.column.${head}` })}</Table.Th>)}</Table.Tr></Table.Thead>
      <Table.Tbody>
        <Table.Tr><Table.Th scope="row" fw={400}>{formatMessage({ id: 'budget.staff.line-now' })}</Table.Th><Table.Td className={figures}>{reckoned(line.normFen, line.quantity, line.unit)}</Table.Td><Table.Td className={figures}>{yuan(line.askedFen)}</Table.Td></Table.Tr>
        <Table.Tr><Table.Th scope="row" fw={400}>{formatMessage({ id: 'budget.staff.staff-now' })}</Table.Th><Table.Td className={figures}>{reckoned(staff.normFen, staff.quantity, staff.unit)}</Table.Td><Table.Td className={figures}>{yuan(staff.totalFen)}</Table.Td></Table.Tr>
        <Table.Tr fw={600}><Table.Th scope="row">{formatMessage({ id: 'budget.staff.difference' })}</Table.Th><Table.Td /><Table.Td className={figures}>{differenceFen > 0 ? '+' : ''}{yuan(differenceFen)}</Table.Td></Table.Tr>
      </Table.Tbody>
    </Table>
  );
}
