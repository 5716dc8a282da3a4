import { Button, Select, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { retirementChangeSchema, retirementFilterSchema, WIDE_SPAN, type RetirementRow, type RetirementRule, type SuccessionRow } from '#shared/modules/staff/profile/profile.schema.ts';
import { ActDialog } from '../ActDialog.tsx';
import { memberPlace, postPlace } from '../places.ts';
import { useFieldLabels } from '../StaffFields.tsx';

const searchSchema = z.object({ filter: retirementFilterSchema.optional().catch(undefined) });
const HORIZONS = [6, 12, 24, 60, 120] as const;
const BY_MONTH = { field: 'month', direction: 'asc' } as const;

/** Who reaches retirement when, who could take over, who leads how many, and the rules of the ages. */
export default function SuccessionPage() {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const filter = searchSchema.parse(useSearch({ strict: false })).filter ?? retirementFilterSchema.parse({});
  const retirements = useQuery(api.staff.listRetirements({ filter, sort: BY_MONTH, limit: 200 }));
  const succession = useQuery(api.staff.listSuccession({ filter }));
  const title = formatMessage({ id: 'succession.title' });
  const rows = succession.data ?? [];
  return (
    <Page
      title={title}
      actions={
        <>
          <Select size="xs" w={160} aria-label={formatMessage({ id: 'succession.horizon' })} data={HORIZONS.map((months) => ({ value: String(months), label: formatMessage({ id: 'succession.within' }, { months }) }))} value={String(filter.within)} allowDeselect={false} comboboxProps={{ transitionProps: { duration: 0 } }} onChange={(months) => void navigate({ to: '.', search: { filter: { within: Number(months) } } as never })} /* the router's search type is that of all screens together */ />
          {rows.length > 0 && <PrintButton paper={{ title, entity: 'staff.retirements', entityId: '', rows: rows.length, asksReason: true, startsLandscape: false, blocks: [{ kind: 'table', heading: '', columns: (['month', 'name', 'post', 'grid', 'fits'] as const).map((head) => ({ title: formatMessage({ id: `succession.${head}` }), width: head === 'fits' ? 4 : 2 })), rows: rows.map((row) => [row.month, row.memberName, row.postName, row.gridName, row.names.join('、')]) }] }} />}
        </>
      }
    >
      <Stack gap="lg">
        <ErrorNote error={retirements.error ?? succession.error} onRetry={() => void retirements.refetch()} />
        <SheetSection title="succession.retirements">{retirements.data && <Retirements rows={retirements.data} />}</SheetSection>
        <SheetSection title="succession.succession">{succession.data && <Succession rows={rows} />}</SheetSection>
        <SheetSection title="succession.spans"><Spans /></SheetSection>
        <SheetSection title="succession.rules"><Rules /></SheetSection>
      </Stack>
    </Page>
  );
}

function Retirements({ rows }: { readonly rows: readonly RetirementRow[] }) {
  const { formatMessage } = useIntl();
  if (rows.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="succession.nobody" /></Text>;
  return (
    <Table verticalSpacing={4}>
      <Table.Thead><Table.Tr>{(['month', 'left', 'name', 'post', 'grid', 'born'] as const).map((head) => <Table.Th key={head} scope="col">{formatMessage({ id: `succession.${head}` })}</Table.Th>)}</Table.Tr></Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>{row.month}</Table.Td>
            <Table.Td {...(row.monthsLeft <= 6 && { c: 'red' })}>{row.monthsLeft < 0 ? formatMessage({ id: 'succession.past' }) : formatMessage({ id: 'succession.months' }, { months: row.monthsLeft })}</Table.Td>
            <Table.Td><PlaceLink to={memberPlace(row.id)} inherit>{row.name}</PlaceLink></Table.Td>
            <Table.Td>{row.postName}</Table.Td>
            <Table.Td>{row.gridName}</Table.Td>
            <Table.Td>{row.birthOn}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Succession({ rows }: { readonly rows: readonly SuccessionRow[] }) {
  const { formatMessage } = useIntl();
  if (rows.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="succession.no-posts" /></Text>;
  return (
    <Table verticalSpacing={4}>
      <Table.Thead><Table.Tr>{(['post', 'grid', 'name', 'month', 'fits'] as const).map((head) => <Table.Th key={head} scope="col">{formatMessage({ id: `succession.${head}` })}</Table.Th>)}</Table.Tr></Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={`${row.memberId} ${row.postId}`}>
            <Table.Td><PlaceLink to={postPlace(row.postId)} inherit>{row.postName}</PlaceLink></Table.Td>
            <Table.Td>{row.gridName}</Table.Td>
            <Table.Td>{row.memberName}</Table.Td>
            <Table.Td>{row.month}</Table.Td>
            <Table.Td {...(row.fits === 0 && { c: 'red' })}>{row.fits === 0 ? formatMessage({ id: 'succession.nobody-fits' }) : formatMessage({ id: 'succession.fit' }, { count: row.fits, names: row.names.join('、') })}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Spans() {
  const { formatMessage } = useIntl();
  const { data } = useQuery(api.staff.listSpans({}));
  if (!data) return null;
  if (data.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="succession.no-chain" /></Text>;
  return (
    <Table verticalSpacing={4} maw={640}>
      <Table.Thead><Table.Tr>{(['leader', 'post', 'direct', 'all'] as const).map((head) => <Table.Th key={head} scope="col">{formatMessage({ id: `succession.${head}` })}</Table.Th>)}</Table.Tr></Table.Thead>
      <Table.Tbody>
        {data.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td><PlaceLink to={memberPlace(row.id)} inherit>{row.name}</PlaceLink></Table.Td>
            <Table.Td>{row.postName}</Table.Td>
            <Table.Td>{row.direct}{row.direct > WIDE_SPAN && <Text span size="xs" c="red" ml={6}><FormattedMessage id="succession.wide" /></Text>}</Table.Td>
            <Table.Td>{row.all}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Rules() {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('staff-profile.edit');
  const labelOf = useFieldLabels('retirement_rule');
  const { data } = useQuery(api.staff.listRetirementRules({}));
  const restore = useMutation(api.staff.removeRetirementRule());
  const [open, setOpen] = useState<RetirementRule | null>(null);
  const age = (months: number): string => formatMessage({ id: 'succession.age-of' }, { years: Math.floor(months / 12), months: months % 12 });
  return (
    <>
      <ErrorNote error={restore.error} />
      <Table verticalSpacing={4}>
        <Table.Thead><Table.Tr>{['class', 'originalMonths', 'fromMonth', 'monthsPerStep', 'mostMonths', 'source'].map((field) => <Table.Th key={field} scope="col">{labelOf(field)}</Table.Th>)}<Table.Td /></Table.Tr></Table.Thead>
        <Table.Tbody>
          {(data ?? []).map((rule) => (
            <Table.Tr key={rule.class}>
              <Table.Td>{formatMessage({ id: `staff.retirement.${rule.class}` })}</Table.Td>
              <Table.Td>{age(rule.originalMonths)}</Table.Td>
              <Table.Td>{rule.fromMonth}</Table.Td>
              <Table.Td>{formatMessage({ id: 'succession.step' }, { months: rule.monthsPerStep })}</Table.Td>
              <Table.Td>{age(rule.originalMonths + rule.mostMonths)}</Table.Td>
              <Table.Td maw={320}><Text size="xs">{rule.source}</Text></Table.Td>
              <Table.Td>
                {mayEdit && <Button size="compact-xs" variant="subtle" onClick={() => setOpen(rule)}><FormattedMessage id="common.edit" /></Button>}
                {mayEdit && rule.id !== null && <Button size="compact-xs" variant="subtle" onClick={() => restore.mutate({ id: rule.id ?? '', version: rule.version })}><FormattedMessage id="succession.restore" /></Button>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {open && (
        <ActDialog
          title={formatMessage({ id: 'succession.rule-edit' }, { kind: formatMessage({ id: `staff.retirement.${open.class}` }) })}
          consequence={formatMessage({ id: 'succession.rule-consequence' })}
          confirmLabel={formatMessage({ id: 'common.save' })}
          initialValues={{ originalMonths: open.originalMonths, fromMonth: open.fromMonth, monthsPerStep: open.monthsPerStep, mostMonths: open.mostMonths, source: open.source }}
          fields={[{ kind: 'number', name: 'originalMonths', max: 840, first: true }, { kind: 'text', name: 'fromMonth', max: 7 }, { kind: 'number', name: 'monthsPerStep', min: 1, max: 12 }, { kind: 'number', name: 'mostMonths', max: 120 }, { kind: 'area', name: 'source', required: true }]}
          labelOf={labelOf}
          inputOf={(values) => ({ ...values, class: open.class, version: open.version })}
          schema={retirementChangeSchema}
          act={api.staff.saveRetirementRule()}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
