import { Badge, Button, Group, Select, Text } from '@mantine/core';
import { IconClipboardText, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { ledgerSource, type LedgerAction, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { listItemFilterSchema, listKinds, type AdmissionList, type ListItem, type ListItemFilter } from '#shared/modules/grid/admission/admission-list.schema.ts';
import { listFilter, linkedFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ImportMenu } from '#renderer/kernel/imports/ImportMenu.tsx';
import { ListScreen } from '../typed/ListScreen.tsx';
import { BeginDialog, ItemDrawer, PasteDialog, PublishDialog } from './ListDialogs.tsx';

type SortField = 'itemNo' | 'title' | 'office';
const BY_NO = { field: 'itemNo', direction: 'asc' } as const;
const EXPORT = { list: 'grid.admissionItems', query: (filter: ListItemFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };

function useColumns(): readonly LedgerColumn<ListItem, SortField>[] {
  const { formatMessage } = useIntl();
  return useMemo(() => {
    const title = (field: 'kind' | 'itemNo' | 'title' | 'content' | 'legalBasis' | 'office' | 'means' | 'editionNo' | 'category' | 'supportOffices' | 'note') => formatMessage({ id: `admission_item.field.${field}` });
    return [
      { id: 'kind', title: title('kind'), width: 96, text: (row) => formatMessage({ id: `admission-lists.kind.${row.kind}` }) },
      { id: 'itemNo', title: title('itemNo'), width: 80, figures: true, sort: 'itemNo', text: (row) => String(row.itemNo) },
      { id: 'category', title: title('category'), width: 120, text: (row) => row.category },
      { id: 'title', title: title('title'), width: 210, leading: true, sort: 'title', text: (row) => row.title },
      { id: 'office', title: title('office'), width: 180, sort: 'office', text: (row) => row.office },
      { id: 'legalBasis', title: title('legalBasis'), width: 270, text: (row) => row.legalBasis },
      { id: 'supportOffices', title: title('supportOffices'), width: 150, text: (row) => row.supportOffices },
      { id: 'means', title: title('means'), width: 150, text: (row) => row.means },
      { id: 'content', title: title('content'), width: 230, text: (row) => row.content },
      { id: 'note', title: title('note'), width: 150, text: (row) => row.note },
      { id: 'editionNo', title: title('editionNo'), width: 70, figures: true, hiddenAtFirst: true, text: (row) => String(row.editionNo) },
    ];
  }, [formatMessage]);
}

function useFilters(): readonly LedgerFilter<ListItemFilter>[] {
  const { formatMessage } = useIntl();
  return useMemo(
    () => [
      listFilter({ id: 'kind', label: formatMessage({ id: 'admission_item.field.kind' }), options: listKinds.map((value) => ({ value, label: formatMessage({ id: `admission-lists.kind.${value}` }) })), values: listKinds, of: (filter: ListItemFilter) => filter.kinds, put: (filter, kinds) => ({ ...filter, kinds }) }),
      linkedFilter({ id: 'edition', label: formatMessage({ id: 'admission-lists.edition' }), yes: formatMessage({ id: 'admission-lists.edition-chosen' }), of: (filter: ListItemFilter) => filter.listId !== null, without: (filter) => ({ ...filter, listId: null }) }),
    ],
    [formatMessage],
  );
}

/** The three lists as they are in force, any earlier edition, and the draft of the next. */
export default function ListsPage() {
  const { formatMessage } = useIntl();
  const mayDecide = useMay()('admission.decide');
  const columns = useColumns();
  const filters = useFilters();
  const { data: lists = [] } = useQuery(api.grid.listAdmissionLists({}));
  const [editionId, setEditionId] = useState<string | null>(null);
  const [open, setOpen] = useState<'begin' | 'publish' | 'paste' | 'new' | ListItem | null>(null);
  const remove = useMutation(api.grid.removeListItem());
  const edition = lists.find(({ id }) => id === editionId) ?? null;
  const mayWrite = mayDecide && edition?.state === 'draft';
  const source = useCallback(
    (filter: ListItemFilter) => {
      const read = { ...filter, listId: filter.listId ?? editionId };
      return ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listAdmissionItems({ filter: read, ...window }),
        rowsIn: (rows) => rows,
        count: api.grid.countAdmissionItems({ filter: read }),
        countIn: ({ count }) => count,
      });
    },
    [editionId],
  );
  const actions = useMemo<readonly LedgerAction<ListItem>[]>(
    () =>
      mayWrite
        ? [
            { id: 'edit', label: formatMessage({ id: 'common.edit' }), icon: <IconPencil size={16} aria-hidden />, run: setOpen },
            { id: 'remove', label: formatMessage({ id: 'admission-lists.remove' }), icon: <IconTrash size={16} aria-hidden />, danger: true, run: ({ id, version }) => remove.mutate({ id, version }) },
          ]
        : [],
    [formatMessage, mayWrite, remove],
  );
  const close = () => setOpen(null);
  return (
    <ListScreen
      key={editionId ?? 'in-force'}
      words="admission-lists"
      id="grid.admissionItems"
      columns={columns}
      source={source}
      filterSchema={listItemFilterSchema}
      filters={filters}
      sort={BY_NO}
      nameOf={({ title }) => title}
      {...(mayWrite && { onEdit: setOpen, onNew: () => setOpen('new') })}
      actions={actions}
      exportAs={EXPORT}
      more={
        <>
          <ImportMenu profile="admission-items" />
          {mayWrite && <Button size="xs" variant="default" leftSection={<IconClipboardText size={16} aria-hidden />} onClick={() => setOpen('paste')}><FormattedMessage id="admission-lists.paste" /></Button>}
          {mayWrite && <Button size="xs" variant="default" onClick={() => setOpen('publish')}><FormattedMessage id="admission-lists.publish" /></Button>}
          {mayDecide && !mayWrite && <Button size="xs" variant="default" onClick={() => setOpen('begin')}><FormattedMessage id="admission-lists.begin" /></Button>}
        </>
      }
      above={<EditionChoice lists={lists} edition={edition} onChoose={setEditionId} />}
    >
      <ErrorNote error={remove.error} />
      {open === 'begin' && <BeginDialog onBegun={({ id }) => setEditionId(id)} onClose={close} />}
      {open === 'publish' && edition && <PublishDialog list={edition} onClose={close} />}
      {open === 'paste' && edition && <PasteDialog list={edition} onClose={close} />}
      {open === 'new' && edition && <ItemDrawer listId={edition.id} item={null} onClosed={close} />}
      {open !== null && typeof open === 'object' && <ItemDrawer key={open.id} listId={open.listId} item={open} onClosed={close} />}
    </ListScreen>
  );
}

const STATE_COLOUR = { draft: 'yellow', published: 'teal', replaced: 'gray' } as const;

function EditionChoice({ lists, edition, onChoose }: { readonly lists: readonly AdmissionList[]; readonly edition: AdmissionList | null; readonly onChoose: (id: string | null) => void }) {
  const { formatMessage, formatDate } = useIntl();
  const nameOf = ({ kind, editionNo, state }: AdmissionList): string => formatMessage({ id: 'admission-lists.edition-name' }, { list: formatMessage({ id: `admission-lists.kind.${kind}` }), no: editionNo, state: formatMessage({ id: `admission-lists.state.${state}` }) });
  return (
    <Group gap="sm" wrap="nowrap" mb={4}>
      <Select
        size="xs"
        w={300}
        aria-label={formatMessage({ id: 'admission-lists.edition' })}
        value={edition?.id ?? ''}
        data={[{ value: '', label: formatMessage({ id: 'admission-lists.in-force' }) }, ...lists.map((list) => ({ value: list.id, label: nameOf(list) }))]}
        allowDeselect={false}
        comboboxProps={{ transitionProps: { duration: 0 } }}
        onChange={(id) => onChoose(id === '' ? null : id)}
      />
      {edition && <Badge variant="light" color={STATE_COLOUR[edition.state]} tt="none">{formatMessage({ id: `admission-lists.state.${edition.state}` })}</Badge>}
      {edition?.effectiveOn != null && <Text size="sm" c="dimmed" truncate><FormattedMessage id="admission-lists.published-by" values={{ name: edition.publishedBy, day: formatDate(`${edition.effectiveOn}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' }) }} /></Text>}
    </Group>
  );
}
