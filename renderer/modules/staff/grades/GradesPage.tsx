import { Button, Group, NumberInput, Stack, Table, Text } from '@mantine/core';
import { IconCoinYuan, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { subsidyChangeSchema, subsidyDraftSchema, type RaiseSimulation, type SubsidyRow } from '#shared/modules/staff/grades/subsidy.schema.ts';
import { ActDialog } from '../ActDialog.tsx';
import { fenOf, yuanOf } from '../fen.ts';
import classes from '../staff.module.css';
import { useFieldLabels, type StaffField } from '../StaffFields.tsx';

type Values = { grade: string; fromOn: string | null; monthlyFen: number; basis: string };
const FIELDS: readonly StaffField<Values>[] = [{ kind: 'code', name: 'grade', table: 'staff-grade', required: true, first: true }, { kind: 'day', name: 'fromOn', required: true }, { kind: 'yuan', name: 'monthlyFen' }, { kind: 'area', name: 'basis', max: 200 }];

function useYuan(): (fen: number) => string {
  const { formatNumber } = useIntl();
  return (fen) => formatNumber(yuanOf(fen), { minimumFractionDigits: 2 });
}

/** What each grade gets a month, and what a raise would cost in a year. */
export default function GradesPage() {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('subsidies.edit');
  const labelOf = useFieldLabels('grade_subsidy');
  const { data, error, refetch } = useQuery(api.staff.listSubsidies({}));
  const remove = useMutation(api.staff.removeSubsidy());
  const [open, setOpen] = useState<'new' | SubsidyRow | null>(null);
  const shared = { fields: FIELDS, labelOf, consequence: formatMessage({ id: 'grade.about' }), confirmLabel: formatMessage({ id: 'common.save' }), onClose: () => setOpen(null) };
  return (
    <Page title={formatMessage({ id: 'grade.title' })} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="grade.new" /></Button>}>
      <Stack gap="lg">
        <ErrorNote error={error ?? remove.error} onRetry={() => void refetch()} />
        {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="grade.none" /></Text>}
        {data && data.length > 0 && <SubsidyTable rows={data} {...(mayEdit && { onEdit: setOpen, onRemove: ({ id, version }: SubsidyRow) => remove.mutate({ id, version }) })} />}
        {data && data.length > 0 && <Simulation />}
      </Stack>
      {open === 'new' && <ActDialog {...shared} title={formatMessage({ id: 'grade.new' })} initialValues={{ grade: '1', fromOn: localToday(), monthlyFen: 0, basis: '' } as Values} inputOf={(values: Values) => ({ ...values, fromOn: values.fromOn ?? '' })} schema={subsidyDraftSchema} act={api.staff.addSubsidy()} />}
      {open !== null && open !== 'new' && <ActDialog {...shared} title={formatMessage({ id: 'common.edit' })} initialValues={{ grade: open.grade, fromOn: open.fromOn, monthlyFen: open.monthlyFen, basis: open.basis } as Values} inputOf={(values: Values) => ({ ...values, fromOn: values.fromOn ?? '', id: open.id, version: open.version })} schema={subsidyChangeSchema} act={api.staff.updateSubsidy()} />}
    </Page>
  );
}

type SubsidyTableProps = { readonly rows: readonly SubsidyRow[]; readonly onEdit?: (row: SubsidyRow) => void; readonly onRemove?: (row: SubsidyRow) => void };

function SubsidyTable({ rows, onEdit, onRemove }: SubsidyTableProps) {
  const yuan = useYuan();
  const labelOf = useFieldLabels('grade_subsidy');
  const { labelOf: grade } = useCodes('staff-grade');
  return (
    <Table verticalSpacing={5}>
      <Table.Thead><Table.Tr>{['grade', 'monthlyFen', 'fromOn', 'basis'].map((field) => <Table.Th key={field} scope="col" {...(field === 'monthlyFen' && { className: classes['figures'] ?? '' })}>{labelOf(field)}</Table.Th>)}<Table.Td /></Table.Tr></Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>{grade(row.grade)}</Table.Td>
            <Table.Td className={classes['figures'] ?? ''}>{yuan(row.monthlyFen)}</Table.Td>
            <Table.Td><DayText day={row.fromOn} /></Table.Td>
            <Table.Td>{row.basis}</Table.Td>
            <Table.Td><Group gap={4} wrap="nowrap" justify="flex-end">{onEdit && <Button size="compact-xs" variant="subtle" onClick={() => onEdit(row)}><FormattedMessage id="common.edit" /></Button>}{onRemove && <Button size="compact-xs" variant="subtle" color="red" onClick={() => onRemove(row)}><FormattedMessage id="staff.remove" /></Button>}</Group></Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const inYears = (fen: number, months: number): number => (months === 0 ? 0 : Math.round(fen / months));

/** Another amount for some grades: what the year costs as it runs, and what it would cost. */
function Simulation() {
  const { formatMessage } = useIntl();
  const [year, setYear] = useState(Number(localToday().slice(0, 4)) + 1);
  const [raised, setRaised] = useState<Readonly<Record<string, number>>>({});
  const raises = Object.entries(raised).map(([grade, monthlyFen]) => ({ grade, monthlyFen }));
  const goTo = useGoTo();
  const mayBudget = useMay()('budget.manage');
  const { data, error } = useQuery({ ...api.staff.simulateRaise({ year, raises }), placeholderData: keepPreviousData });
  return (
    <SheetSection title="grade.simulation">
      <ErrorNote error={error} />
      <Group align="end" gap="sm">
        <NumberInput size="xs" w={110} label={formatMessage({ id: 'grade.year' })} value={year} min={2000} max={2100} allowDecimal={false} onChange={(value) => typeof value === 'number' && value >= 2000 && setYear(value)} />
        <Button size="xs" variant="default" disabled={raises.length === 0} onClick={() => setRaised({})}><FormattedMessage id="grade.reset" /></Button>
        {data && <SimulationPaper data={data} />}
        {data && mayBudget && <Button size="xs" variant="default" leftSection={<IconCoinYuan size={16} aria-hidden />} onClick={() => goTo(`/budget/year?year=${year}&raises=${encodeURIComponent(JSON.stringify(raises))}`)}><FormattedMessage id="grade.into-budget" /></Button>}
      </Group>
      {data && <SimulationTable data={data} raised={raised} onRaise={(grade, fen) => setRaised({ ...raised, [grade]: fen })} />}
      {data && data.now.withoutGrade > 0 && <Text size="sm" c="dimmed"><FormattedMessage id="grade.without" values={{ count: data.now.withoutGrade }} /></Text>}
    </SheetSection>
  );
}

type SimulationTableProps = { readonly data: RaiseSimulation; readonly raised: Readonly<Record<string, number>>; readonly onRaise: (grade: string, fen: number) => void };

function SimulationTable({ data, raised, onRaise }: SimulationTableProps) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  const { labelOf } = useCodes('staff-grade');
  const figures = classes['figures'] ?? '';
  const line = (id: 'grade.posts' | 'grade.total', now: number, then: number) => <Table.Tr fw={id === 'grade.total' ? 600 : 400}><Table.Th scope="row" fw="inherit"><FormattedMessage id={id} /></Table.Th><Table.Td /><Table.Td /><Table.Td className={figures}>{yuan(now)}</Table.Td><Table.Td className={figures}>{yuan(then)}</Table.Td><Table.Td className={figures}>{yuan(then - now)}</Table.Td></Table.Tr>;
  return (
    <Table verticalSpacing={4}>
      <Table.Thead><Table.Tr>{(['grade', 'months', 'amount', 'now', 'raised', 'more'] as const).map((head, at) => <Table.Th key={head} scope="col" {...(at > 0 && { className: figures })}>{formatMessage({ id: `grade.head.${head}` })}</Table.Th>)}</Table.Tr></Table.Thead>
      <Table.Tbody>
        {data.now.lines.map((now) => {
          const then = data.raised.lines.find(({ grade }) => grade === now.grade)?.yearFen ?? 0;
          return (
            <Table.Tr key={now.grade}>
              <Table.Th scope="row" fw={400}>{labelOf(now.grade)}</Table.Th>
              <Table.Td className={figures}>{formatMessage({ id: 'grade.people-months' }, { people: now.people, months: now.months })}</Table.Td>
              <Table.Td className={figures}><NumberInput size="xs" w={120} ml="auto" aria-label={formatMessage({ id: 'grade.amount-of' }, { grade: labelOf(now.grade) })} min={0} decimalScale={2} hideControls value={yuanOf(raised[now.grade] ?? inYears(now.yearFen, now.months))} onChange={(value) => onRaise(now.grade, fenOf(value))} /></Table.Td>
              <Table.Td className={figures}>{yuan(now.yearFen)}</Table.Td>
              <Table.Td className={figures}>{yuan(then)}</Table.Td>
              <Table.Td className={figures}>{yuan(then - now.yearFen)}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
      <Table.Tfoot>{line('grade.posts', data.now.postsFen, data.raised.postsFen)}{line('grade.total', data.now.totalFen, data.raised.totalFen)}</Table.Tfoot>
    </Table>
  );
}

function SimulationPaper({ data }: { readonly data: RaiseSimulation }) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  const { labelOf } = useCodes('staff-grade');
  const title = formatMessage({ id: 'grade.paper' }, { year: data.now.year });
  const rows = data.now.lines.map((now) => { const then = data.raised.lines.find(({ grade }) => grade === now.grade)?.yearFen ?? 0; return [labelOf(now.grade), formatMessage({ id: 'grade.people-months' }, { people: now.people, months: now.months }), yuan(now.yearFen), yuan(then), yuan(then - now.yearFen)]; });
  const sum = [formatMessage({ id: 'grade.total' }), '', yuan(data.now.totalFen), yuan(data.raised.totalFen), yuan(data.moreFen)];
  return <PrintButton paper={{ title, entity: 'grade_subsidy', entityId: '', rows: rows.length, asksReason: false, startsLandscape: false, blocks: [{ kind: 'table', heading: '', columns: (['grade', 'months', 'now', 'raised', 'more'] as const).map((head, at) => ({ title: formatMessage({ id: `grade.head.${head}` }), width: 2, figures: at > 1 })), rows: [...rows, sum] }] }} />;
}
