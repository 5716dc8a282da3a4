import { Button, Select, Stack, Text } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { History } from '#renderer/components/history/History.tsx';
import { ledgerSource, type LedgerAction, type LedgerColumn, type LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import type { GridMember } from '#shared/modules/staff/grid-member.schema.ts';
import { usePasteImport } from '#renderer/kernel/imports/use-paste-import.ts';
import { EditGridMemberById, EditGridMemberDrawer, NewGridMemberDrawer } from './GridMemberDrawer.tsx';
import { useLinkedText } from './use-linked-text.ts';

const filterSchema = z.strictObject({ text: z.string().max(50).default(''), gridId: z.uuid().nullable().default(null) });
type Filter = z.output<typeof filterSchema>;
/** The list has one order, that of the names. */
type Sort = 'name';

const BY_NAME = { field: 'name', direction: 'asc' } as const;
const EXPORT = { list: 'staff.gridMembers', query: (filter: Filter) => ({ ...filter }) };

const source = (filter: Filter) =>
  ledgerSource({
    rows: ({ offset, limit }: { offset: number; limit: number; sort: { field: Sort; direction: 'asc' | 'desc' } }) => api.staff.listGridMembers({ ...filter, offset, limit }),
    rowsIn: ({ rows }) => rows,
    count: api.staff.listGridMembers({ ...filter, limit: 1 }),
    countIn: ({ count }) => count,
  });

function useColumns(): readonly LedgerColumn<GridMember, Sort>[] {
  usePasteImport('grid-members');
  const { formatMessage } = useIntl();
  const { labelOf: sexLabel } = useCodes('sex');
  const { labelOf: employmentLabel } = useCodes('grid-member-employment');
  return useMemo(() => {
    const title = (field: 'name' | 'phone' | 'gridId' | 'employment' | 'sex' | 'birthOn' | 'idNumber' | 'registeredOn' | 'note') => formatMessage({ id: `staff.field.${field}` });
    return [
      { id: 'name', title: title('name'), width: 110, leading: true, text: (row) => row.name },
      { id: 'phone', title: title('phone'), width: 130, text: (row) => row.phone },
      { id: 'gridName', title: title('gridId'), width: 200, text: (row) => (row.isResponsible ? formatMessage({ id: 'staff.responsible-for' }, { grid: row.gridName }) : row.gridName) },
      { id: 'employment', title: title('employment'), width: 100, text: (row) => employmentLabel(row.employment) },
      { id: 'sex', title: title('sex'), width: 64, text: (row) => sexLabel(row.sex) },
      { id: 'birthOn', title: title('birthOn'), width: 110, text: (row) => row.birthOn ?? '' },
      { id: 'idNumberMasked', title: title('idNumber'), width: 168, text: (row) => row.idNumberMasked },
      { id: 'registeredOn', title: title('registeredOn'), width: 110, text: (row) => row.registeredOn ?? '' },
      { id: 'note', title: title('note'), width: 200, hiddenAtFirst: true, text: (row) => row.note },
    ];
  }, [formatMessage, sexLabel, employmentLabel]);
}

function useFilters(): readonly LedgerFilter<Filter>[] {
  const { formatMessage } = useIntl();
  const { data } = useQuery(api.grid.listGrids({ status: 'active', limit: 500 }));
  return useMemo(() => {
    const label = formatMessage({ id: 'staff.field.gridId' });
    const grids = (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }));
    return [
      {
        id: 'grid',
        label,
        describe: ({ gridId }) => (gridId === null ? null : (grids.find(({ value }) => value === gridId)?.label ?? gridId)),
        without: (filter) => ({ ...filter, gridId: null }),
        editor: (filter, change) => <Select label={label} data={grids} value={filter.gridId} searchable clearable data-autofocus comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }} onChange={(gridId) => change({ ...filter, gridId })} />,
      },
    ];
  }, [formatMessage, data]);
}

/** Who works in the grids, where, and under which number they are reached. */
export default function GridMembersPage() {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('staff.edit');
  const columns = useColumns();
  const filters = useFilters();
  const [open, setOpen] = useState<string | GridMember | null>(null);
  const edit = useCallback((member: GridMember) => setOpen(member), []);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'staff.member-new', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  useLinkedText();
  useResumedDraft('grid-member', (id) => setOpen(id ?? 'new'));
  const actions = useMemo((): readonly LedgerAction<GridMember>[] => (mayEdit ? [{ id: 'edit', label: formatMessage({ id: 'common.edit' }), icon: <IconPencil size={16} aria-hidden />, run: edit }] : []), [formatMessage, mayEdit, edit]);
  const search = useMemo(() => ({ label: formatMessage({ id: 'staff.members-search' }), of: (filter: Filter) => filter.text, put: (filter: Filter, text: string) => ({ ...filter, text: text.slice(0, 50) }) }), [formatMessage]);
  const close = () => setOpen(null);
  return (
    <Page
      wide
      title={formatMessage({ id: 'staff.members' })}
      actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="staff.member-new" /></Button>}
    >
      <LedgerTable
        id="staff.grid-members"
        label={formatMessage({ id: 'staff.members-list' })}
        columns={columns}
        source={source}
        filterSchema={filterSchema}
        filters={filters}
        search={search}
        sort={BY_NAME}
        nameOf={({ name }) => name}
        {...(mayEdit && { onEdit: edit })}
        peek={(member) => <MemberPeek member={member} columns={columns} />}
        actions={actions}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="staff.members-empty" /></Text><Text size="sm"><FormattedMessage id="staff.members-empty-next" /></Text></Stack>}
      />
      {open === 'new' && <NewGridMemberDrawer onClosed={close} />}
      {typeof open === 'string' && open !== 'new' && <EditGridMemberById key={open} id={open} onClosed={close} />}
      {open !== null && typeof open !== 'string' && <EditGridMemberDrawer key={open.id} member={open} onClosed={close} />}
    </Page>
  );
}

function MemberPeek({ member, columns }: { readonly member: GridMember; readonly columns: readonly LedgerColumn<GridMember, Sort>[] }) {
  return (
    <Stack gap="md">
      <Facts facts={columns.map(({ id, title, text }) => ({ id, label: title, value: text(member) }))} />
      <Text component="h2" fw={600} size="sm"><FormattedMessage id="staff.history" /></Text>
      <History entity="grid_member" id={member.id} version={member.version} codeTables={CODE_TABLES} />
    </Stack>
  );
}

const CODE_TABLES = { sex: 'sex', employment: 'grid-member-employment', political: 'political', education: 'education' };
