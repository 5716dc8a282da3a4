import { Button, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconPencil, IconPlus, IconUserMinus, IconUsers } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerAction } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useLedgerPlace } from '#renderer/components/ledger/use-ledger-place.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { usePasteImport } from '#renderer/kernel/imports/use-paste-import.ts';
import { personFilterSchema, type PersonFilter, type PersonRow } from '#shared/modules/grid/register/person.schema.ts';
import { personPlace } from '../places.ts';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { ChangeTogether } from './ChangeTogether.tsx';
import { EditPersonById, NewPersonDrawer } from './PersonDrawer.tsx';
import { PersonPeek } from './PersonPeek.tsx';
import { RemovePerson } from './RemovePerson.tsx';
import { usePersonColumns, type PersonSortField } from './use-person-columns.tsx';
import { usePersonFilters } from './use-person-filters.tsx';

type Open = { readonly kind: 'new' } | { readonly kind: 'edit'; readonly id: string } | { readonly kind: 'remove'; readonly person: PersonRow } | { readonly kind: 'together'; readonly persons: readonly PersonRow[] };

/** Everybody of the register whom the account may see. */
export default function PersonsPage() {
  usePasteImport(null);
  const { formatMessage, formatNumber } = useIntl();
  const may = useMay();
  const goTo = useGoTo();
  const columns = usePersonColumns();
  const filters = usePersonFilters();
  const [open, setOpen] = useState<Open | null>(null);
  const all = useQuery(api.grid.countPersons({}));
  const restore = useMutation(api.grid.restorePerson());
  const [{ filter: shownFilter }] = useLedgerPlace(personFilterSchema, NO_FIELDS);
  useLinkedFilter(personFilterSchema);

  const isRemoved = shownFilter.removed;
  const mayEdit = may('register.edit') && !isRemoved;
  const mayRemove = may('register.remove');
  const openNew = () => setOpen({ kind: 'new' });
  const close = useCallback(() => setOpen(null), []);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'register.person-new', accelerator: 'CmdOrCtrl+N', run: openNew } : null);

  useResumedDraft('person', (id) => setOpen(id === null ? { kind: 'new' } : { kind: 'edit', id }));

  const source = useCallback(
    (filter: PersonFilter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: { field: PersonSortField; direction: 'asc' | 'desc' } }) => api.grid.listPersons({ filter, ...window }),
        rowsIn: (rows) => rows,
        count: api.grid.countPersons({ filter }),
        countIn: ({ count }) => count,
      }),
    [],
  );
  const { mutate: restoreRow } = restore;
  const actions = useMemo(
    (): LedgerAction<PersonRow>[] => [
      ...(mayEdit ? [{ id: 'edit', label: formatMessage({ id: 'common.edit' }), icon: <IconPencil size={16} aria-hidden />, run: ({ id }: PersonRow) => setOpen({ kind: 'edit', id }) }, { id: 'together', label: formatMessage({ id: 'register.together' }), icon: <IconUsers size={16} aria-hidden />, run: (person: PersonRow) => setOpen({ kind: 'together', persons: [person] }), runMany: (persons: readonly PersonRow[]) => setOpen({ kind: 'together', persons }) }] : []),
      ...(mayRemove && isRemoved ? [{ id: 'restore', label: formatMessage({ id: 'register.restore' }), icon: <IconArrowBackUp size={16} aria-hidden />, run: ({ id, version }: PersonRow) => restoreRow({ id, version }) }] : []),
      ...(mayRemove && !isRemoved ? [{ id: 'remove', label: formatMessage({ id: 'register.remove-ask' }), icon: <IconUserMinus size={16} aria-hidden />, danger: true, run: (person: PersonRow) => setOpen({ kind: 'remove', person }) }] : []),
    ],
    [formatMessage, mayEdit, mayRemove, isRemoved, restoreRow],
  );

  return (
    <Page
      wide
      title={formatMessage({ id: 'register.persons' })}
      figure={all.data && formatMessage({ id: 'register.persons-count' }, { count: formatNumber(all.data.count) })}
      actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={openNew}><FormattedMessage id="register.person-new" /></Button>}
    >
      <LedgerTable
        id="grid.persons"
        label={formatMessage({ id: 'register.persons-list' })}
        columns={columns}
        source={source}
        filterSchema={personFilterSchema}
        filters={filters}
        search={searchBox(formatMessage({ id: 'register.persons-search' }))}
        sort={BY_NAME}
        nameOf={({ name }) => name}
        onOpen={({ id }) => goTo(personPlace(id))}
        {...(mayEdit && { onEdit: ({ id }: PersonRow) => setOpen({ kind: 'edit', id }) })}
        peek={(row) => <PersonPeek key={row.id} person={row} />}
        actions={actions}
        exportAs={EXPORT}
        empty={<EmptyRegister />}
      />
      {open?.kind === 'new' && <NewPersonDrawer onClosed={close} />}
      {open?.kind === 'edit' && <EditPersonById key={open.id} id={open.id} onClosed={close} />}
      {open?.kind === 'together' && <ChangeTogether persons={open.persons} onClose={close} />}
      {open?.kind === 'remove' && <RemovePerson person={open.person} onClose={close} />}
    </Page>
  );
}

const NO_FIELDS: readonly never[] = [];
const BY_NAME = { field: 'name', direction: 'asc' } as const;
const EXPORT = { list: 'grid.persons', query: (filter: PersonFilter, sort: { field: PersonSortField; direction: 'asc' | 'desc' }) => ({ filter, sort }) };
const textOf = (filter: PersonFilter): string => filter.text;
const withText = (filter: PersonFilter, text: string): PersonFilter => ({ ...filter, text });
const searchBox = (label: string) => ({ label, of: textOf, put: withText });

function EmptyRegister() {
  return (
    <Stack gap={4} align="center">
      <Text fw={600}><FormattedMessage id="register.persons-empty" /></Text>
      <Text size="sm"><FormattedMessage id="register.persons-empty-next" values={{ imports: <PlaceLink to="/system/imports" inherit><FormattedMessage id="register.to-imports" /></PlaceLink> }} /></Text>
    </Stack>
  );
}
