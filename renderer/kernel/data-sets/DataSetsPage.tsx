import { Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { screenGroups } from '#renderer/app/screen-groups.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Permission } from '#shared/contract/catalogue.ts';
import type { DataSet } from '#shared/kernel/data-sets/data-sets.contract.ts';
import { useTableName } from '../code-tables/use-table-name.ts';

const HEADS = ['name', 'area', 'standard', 'forms', 'records', 'changedAt', 'completeness', 'roles'] as const;
const NUMBERS: ReadonlySet<string> = new Set(['records', 'completeness']);

/** Where the records of a permission are listed: the first screen of the rail that asks for it. */
const screenOf = (permission: string) => screenGroups.flatMap((group) => group.screens.map((screen) => ({ group, screen }))).find(({ screen }) => screen.inNavigation && screen.permission === permission);

/** A data set in words, the same on screen and on paper. */
function useWords() {
  const { formatMessage, formatNumber, formatDate } = useIntl();
  return (set: DataSet) => {
    const found = screenOf(set.permission);
    return {
      name: formatMessage({ id: messageId(`audit.entity.${set.table}`) }),
      area: found ? [found.group.title, ...(found.screen.area ? [found.screen.area] : [])].map((id) => formatMessage({ id })).join(' · ') : formatMessage({ id: 'data-sets.kernel' }),
      standard: set.standard || formatMessage({ id: 'data-sets.own' }),
      forms: set.forms.map((form) => formatMessage({ id: `imports.profile.${form}` })).join('、') || '—',
      records: formatNumber(set.records),
      changedAt: set.changedAt === null ? '—' : formatDate(set.changedAt, { dateStyle: 'medium' }),
      completeness: set.completeness === null ? '—' : `${formatNumber(set.completeness)} %${set.byRule ? '' : ' *'}`,
      roles: set.roles.map((role) => formatMessage({ id: `accounts.role.${role}` })).join('、'),
    };
  };
}

/** Every data set of the desk: what it is, whose, by which standard, how large, how fresh, how whole, who may read it. */
export default function DataSetsPage() {
  const { formatMessage } = useIntl();
  const words = useWords();
  const sets = useQuery(api.dataSets.listDataSets({}));
  const title = formatMessage({ id: 'data-sets.title' });
  const head = (field: (typeof HEADS)[number]) => formatMessage({ id: `data-sets.field.${field}` });
  return (
    <Page
      title={title}
      figure={sets.data && formatMessage({ id: 'data-sets.figure' }, { count: sets.data.length })}
      actions={sets.data && <PrintButton paper={{ title, entity: 'data-sets', entityId: '', rows: sets.data.length, asksReason: false, startsLandscape: true, blocks: [{ kind: 'table', heading: '', columns: HEADS.map((field) => ({ title: head(field), width: field === 'forms' || field === 'roles' ? 4 : 2.5, figures: NUMBERS.has(field) })), rows: sets.data.map((set) => HEADS.map((field) => words(set)[field])) }] }} />}
    >
      <Stack gap="xl">
        <Stack gap="xs">
          <Text size="sm" c="dimmed"><FormattedMessage id="data-sets.about" /></Text>
          <ErrorNote error={sets.error} onRetry={() => void sets.refetch()} />
          {sets.data && (
            <Table.ScrollContainer minWidth={1040}>
              <Table verticalSpacing={6} aria-label={title}>
                <Table.Thead><Table.Tr>{HEADS.map((field) => <Table.Th key={field} scope="col" {...(NUMBERS.has(field) && { ta: 'end' })}>{head(field)}</Table.Th>)}</Table.Tr></Table.Thead>
                <Table.Tbody>{sets.data.map((set) => <SetRow key={set.table} set={set} words={words(set)} />)}</Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </Stack>
        <CodeTables />
      </Stack>
    </Page>
  );
}

function SetRow({ set, words }: { readonly set: DataSet; readonly words: ReturnType<ReturnType<typeof useWords>> }) {
  const may = useMay();
  const to = screenOf(set.permission)?.screen.path;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600}>{to !== undefined && may(set.permission as Permission) ? <PlaceLink to={to} inherit>{words.name}</PlaceLink> : words.name}</Table.Th>{/* a permission of the contract */}
      <Table.Td>{words.area}</Table.Td>
      <Table.Td>{words.standard}</Table.Td>
      <Table.Td>{words.forms}</Table.Td>
      <Table.Td ta="end" style={{ fontVariantNumeric: 'tabular-nums' }}>{words.records}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{set.changedAt === null ? '—' : <InstantText at={set.changedAt} />}</Table.Td>
      <Table.Td ta="end" style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>{words.completeness}</Table.Td>
      <Table.Td>{words.roles}</Table.Td>
    </Table.Tr>
  );
}

/** The desk's code tables are data sets too: each with its standard and where it comes from. */
function CodeTables() {
  const { formatMessage, formatNumber } = useIntl();
  const nameOf = useTableName();
  const { data, error, refetch } = useQuery(api.codeTables.listTables({}));
  const title = formatMessage({ id: 'code-tables.title' });
  return (
    <Stack gap="xs" component="section">
      <Title order={2} fz="md" fw={600}><PlaceLink to="/system/code-tables" inherit>{title}</PlaceLink></Title>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      <Table verticalSpacing={4} aria-label={title}>
        <Table.Thead><Table.Tr>{(['name', 'standard', 'source', 'records'] as const).map((field) => <Table.Th key={field} scope="col" {...(field === 'records' && { ta: 'end' })}>{formatMessage({ id: `data-sets.field.${field}` })}</Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>
          {(data ?? []).map(({ table, standard, source, items }) => (
            <Table.Tr key={table}><Table.Td>{nameOf(table)}</Table.Td><Table.Td>{standard}</Table.Td><Table.Td>{source}</Table.Td><Table.Td ta="end">{formatNumber(items)}</Table.Td></Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
