import { Button, Select } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ledgerSource, type LedgerAction, type LedgerColumn, type LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { usePasteImport } from '#renderer/kernel/imports/use-paste-import.ts';
import { gridMemberFilterSchema, type GridMember, type GridMemberFilter as Filter } from '#shared/modules/staff/grid-member.schema.ts';
import { memberPlace } from '../places.ts';
import { nothingYet, RowPeek } from '../StaffLedger.tsx';
import { useStaffGrids } from '../use-staff-options.ts';
import { EditGridMemberById, EditGridMemberDrawer, NewGridMemberDrawer } from './GridMemberDrawer.tsx';

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
  const { labelOf: classLabel } = useCodes('staff-class');
  const { labelOf: gradeLabel } = useCodes('staff-grade');
  const { labelOf: educationLabel } = useCodes('education');
  return useMemo(() => {
    const title = (field: 'name' | 'phone' | 'gridId' | 'employment' | 'sex' | 'birthOn' | 'idNumber' | 'registeredOn' | 'note' | 'staffClass' | 'grade' | 'education' | 'superiorId' | 'startedOn' | 'leftOn') => formatMessage({ id: `staff.field.${field}` });
    return [
      { id: 'name', title: title('name'), width: 110, leading: true, text: (row) => row.name },
      { id: 'staffClass', title: title('staffClass'), width: 110, text: (row) => classLabel(row.staffClass) },
      { id: 'postName', title: formatMessage({ id: 'staff.post-now' }), width: 120, text: (row) => row.postName },
      { id: 'phone', title: title('phone'), width: 130, text: (row) => row.phone },
      { id: 'gridName', title: title('gridId'), width: 190, text: (row) => (row.isResponsible ? formatMessage({ id: 'staff.responsible-for' }, { grid: row.gridName }) : row.gridName) },
      { id: 'grade', title: title('grade'), width: 80, text: (row) => gradeLabel(row.grade) },
      { id: 'education', title: title('education'), width: 110, text: (row) => educationLabel(row.education) },
      { id: 'sex', title: title('sex'), width: 64, text: (row) => sexLabel(row.sex) },
      { id: 'birthOn', title: title('birthOn'), width: 110, text: (row) => row.birthOn ?? '' },
      { id: 'superiorName', title: title('superiorId'), width: 100, text: (row) => row.superiorName },
      { id: 'idNumberMasked', title: title('idNumber'), width: 168, text: (row) => row.idNumberMasked },
      { id: 'employment', title: title('employment'), width: 100, text: (row) => employmentLabel(row.employment), hiddenAtFirst: true },
      { id: 'startedOn', title: title('startedOn'), width: 110, text: (row) => row.startedOn ?? '', hiddenAtFirst: true },
      { id: 'registeredOn', title: title('registeredOn'), width: 110, text: (row) => row.registeredOn ?? '', hiddenAtFirst: true },
      { id: 'leftOn', title: title('leftOn'), width: 110, text: (row) => row.leftOn ?? '', hiddenAtFirst: true },
      { id: 'note', title: title('note'), width: 200, hiddenAtFirst: true, text: (row) => row.note },
    ];
  }, [formatMessage, sexLabel, employmentLabel, classLabel, gradeLabel, educationLabel]);
}

function useFilters(): readonly LedgerFilter<Filter>[] {
  const { formatMessage } = useIntl();
  const grids = useStaffGrids();
  const { options: classes } = useCodes('staff-class');
  const { options: grades } = useCodes('staff-grade');
  const { options: kinds } = useCodes('grid-team');
  const { options: educations } = useCodes('education');
  return useMemo(() => {
    const label = formatMessage({ id: 'staff.field.gridId' });
    const years = formatMessage({ id: 'staff.filter.age' });
    return [
      {
        id: 'grid',
        label,
        describe: ({ gridId }) => (gridId === null ? null : (grids.find(({ value }) => value === gridId)?.label ?? gridId)),
        without: (filter) => ({ ...filter, gridId: null }),
        editor: (filter, change) => <Select label={label} data={grids} value={filter.gridId} searchable clearable data-autofocus comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }} onChange={(gridId) => change({ ...filter, gridId })} />,
      },
      listFilter({ id: 'class', label: formatMessage({ id: 'staff.field.staffClass' }), options: classes, values: null, of: (filter: Filter) => filter.classes, put: (filter, next) => ({ ...filter, classes: next }) }),
      listFilter({ id: 'grade', label: formatMessage({ id: 'staff.field.grade' }), options: grades, values: null, of: (filter: Filter) => filter.grades, put: (filter, next) => ({ ...filter, grades: next }) }),
      listFilter({ id: 'kind', label: formatMessage({ id: 'staff.field.teamKind' }), options: kinds, values: null, of: (filter: Filter) => filter.teamKinds, put: (filter, teamKinds) => ({ ...filter, teamKinds }) }),
      listFilter({ id: 'education', label: formatMessage({ id: 'staff.field.education' }), options: educations, values: null, of: (filter: Filter) => filter.educations, put: (filter, next) => ({ ...filter, educations: next }) }),
      {
        id: 'age',
        label: years,
        describe: ({ ageFrom, ageUntil }) => (ageFrom === null && ageUntil === null ? null : formatMessage({ id: 'staff.filter.age-range' }, { from: ageFrom ?? '…', until: ageUntil ?? '…' })),
        without: (filter) => ({ ...filter, ageFrom: null, ageUntil: null }),
        editor: (filter, change) => <Select label={years} w={220} data-autofocus value={filter.ageFrom === null ? null : `${filter.ageFrom}`} data={BANDS.map((from) => ({ value: `${from}`, label: formatMessage({ id: 'staff.filter.age-range' }, { from, until: from + 9 }) }))} clearable comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }} onChange={(from) => change({ ...filter, ageFrom: from === null ? null : Number(from), ageUntil: from === null ? null : Number(from) + 9 })} />,
      },
      flagFilter({ id: 'phone-missing', label: formatMessage({ id: 'staff.filter.phone-missing' }), yes: formatMessage({ id: 'common.yes' }), of: (filter: Filter) => filter.phone === 'missing', put: (filter, isSet) => ({ ...filter, phone: isSet ? 'missing' : 'any' }) }),
      flagFilter({ id: 'phone-old', label: formatMessage({ id: 'staff.filter.phone-old' }), yes: formatMessage({ id: 'common.yes' }), of: (filter: Filter) => filter.phone === 'old', put: (filter, isSet) => ({ ...filter, phone: isSet ? 'old' : 'any' }) }),
      flagFilter({ id: 'left', label: formatMessage({ id: 'staff.filter.left' }), yes: formatMessage({ id: 'common.yes' }), of: (filter: Filter) => filter.left, put: (filter, left) => ({ ...filter, left }) }),
    ];
  }, [formatMessage, grids, classes, grades, kinds, educations]);
}
const BANDS = [20, 30, 40, 50, 60] as const;
const CODE_TABLES = { sex: 'sex', employment: 'grid-member-employment', political: 'political', education: 'education', staff_class: 'staff-class', team_kind: 'grid-team', pay_source: 'pay-source', profession: 'staff-profession', grade: 'staff-grade', computer_level: 'computer-level' };

/** Who works for the community: in which post, in which grid, and under which number they are reached. */
export default function GridMembersPage() {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('staff.edit');
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const [open, setOpen] = useState<string | GridMember | null>(null);
  const edit = useCallback((member: GridMember) => setOpen(member), []);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'staff.member-new', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  useLinkedFilter(gridMemberFilterSchema);
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
        filterSchema={gridMemberFilterSchema}
        filters={filters}
        search={search}
        sort={BY_NAME}
        nameOf={({ name }) => name}
        onOpen={({ id }) => goTo(memberPlace(id))}
        {...(mayEdit && { onEdit: edit })}
        peek={(member) => <RowPeek row={member} columns={columns} entity="grid_member" codeTables={CODE_TABLES} />}
        actions={actions}
        exportAs={EXPORT}
        empty={nothingYet('staff.members-empty', 'staff.members-empty-next')}
      />
      {open === 'new' && <NewGridMemberDrawer onClosed={close} />}
      {typeof open === 'string' && open !== 'new' && <EditGridMemberById key={open} id={open} onClosed={close} />}
      {open !== null && typeof open !== 'string' && <EditGridMemberDrawer key={open.id} member={open} onClosed={close} />}
    </Page>
  );
}
