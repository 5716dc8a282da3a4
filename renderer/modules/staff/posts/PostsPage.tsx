import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { postFilterSchema, type PostFilter, type PostRow } from '#shared/modules/staff/posts/post.schema.ts';
import { yuanOf } from '../fen.ts';
import { postPlace } from '../places.ts';
import { nothingYet, RowPeek } from '../StaffLedger.tsx';
import { NewPostDrawer } from './PostDrawer.tsx';

type SortField = 'name' | 'level' | 'quota' | 'filled' | 'missing';
const BY_LEVEL = { field: 'level', direction: 'asc' } as const;
const EXPORT = { list: 'staff.posts', query: (filter: PostFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const CODE_TABLES = { level: 'post-level' };

function useColumns(): readonly LedgerColumn<PostRow, SortField>[] {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('post-level');
  return useMemo(() => {
    const title = (field: 'name' | 'level' | 'quota' | 'filled' | 'missing' | 'open' | 'subsidyFen' | 'duties' | 'scope') => formatMessage({ id: `post.field.${field}` });
    return [
      { id: 'name', title: title('name'), width: 160, leading: true, sort: 'name', text: (row) => row.name },
      { id: 'level', title: title('level'), width: 90, sort: 'level', text: (row) => labelOf(row.level) },
      { id: 'quota', title: title('quota'), width: 80, sort: 'quota', figures: true, text: (row) => formatNumber(row.quota) },
      { id: 'filled', title: title('filled'), width: 80, sort: 'filled', figures: true, text: (row) => formatNumber(row.filled) },
      { id: 'missing', title: title('missing'), width: 100, sort: 'missing', text: (row) => (row.filled >= row.quota ? '' : formatMessage({ id: 'post.missing' }, { count: row.quota - row.filled })), cell: (row) => row.filled < row.quota && <Text span size="sm" c="red"><FormattedMessage id="post.missing" values={{ count: row.quota - row.filled }} /></Text> },
      { id: 'open', title: title('open'), width: 110, figures: true, text: (row) => (row.open === 0 ? '' : formatNumber(row.open)) },
      { id: 'subsidy', title: title('subsidyFen'), width: 130, figures: true, text: (row) => formatNumber(yuanOf(row.subsidyFen), { minimumFractionDigits: 2 }) },
      { id: 'duties', title: title('duties'), width: 320, text: (row) => row.duties },
      { id: 'scope', title: title('scope'), width: 160, text: (row) => row.scope, hiddenAtFirst: true },
    ];
  }, [formatMessage, formatNumber, labelOf]);
}

function useFilters(): readonly LedgerFilter<PostFilter>[] {
  const { formatMessage } = useIntl();
  const { options } = useCodes('post-level');
  return useMemo(() => [
    listFilter({ id: 'level', label: formatMessage({ id: 'post.field.level' }), options, values: null, of: (filter: PostFilter) => filter.levels, put: (filter, levels) => ({ ...filter, levels }) }),
    flagFilter({ id: 'vacant', label: formatMessage({ id: 'post.filter.vacant' }), yes: formatMessage({ id: 'common.yes' }), of: (filter: PostFilter) => filter.vacant, put: (filter, vacant) => ({ ...filter, vacant }) }),
  ], [formatMessage, options]);
}

/** The posts with their quota, who is missing, and what they are for. */
export default function PostsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('posts.edit');
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.staff.countPosts({}));
  const [isNew, setNew] = useState(false);
  useLinkedFilter(postFilterSchema);
  useDeskCommand(mayEdit && !isNew ? { id: 'record.new', title: 'post.new', accelerator: 'CmdOrCtrl+N', run: () => setNew(true) } : null);
  useResumedDraft('post', (id) => (id === null ? setNew(true) : goTo(postPlace(id))));
  const source = useCallback((filter: PostFilter) => ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.staff.listPosts({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.staff.countPosts({ filter }),
    countIn: ({ count }) => count,
  }), []);
  const search = useMemo(() => ({ label: formatMessage({ id: 'post.search' }), of: (filter: PostFilter) => filter.text, put: (filter: PostFilter, text: string) => ({ ...filter, text: text.slice(0, 40) }) }), [formatMessage]);
  return (
    <Page wide title={formatMessage({ id: 'post.title' })} figure={all.data && formatMessage({ id: 'post.figure' }, { count: formatNumber(all.data.count) })} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}><FormattedMessage id="post.new" /></Button>}>
      <LedgerTable
        id="staff.posts"
        label={formatMessage({ id: 'post.list' })}
        columns={columns}
        source={source}
        filterSchema={postFilterSchema}
        filters={filters}
        search={search}
        sort={BY_LEVEL}
        nameOf={({ name }) => name}
        onOpen={({ id }) => goTo(postPlace(id))}
        peek={(row) => <RowPeek row={row} columns={columns} entity="post" codeTables={CODE_TABLES} />}
        exportAs={EXPORT}
        empty={nothingYet('post.empty', 'post.empty-next')}
      />
      {isNew && <NewPostDrawer onClosed={() => setNew(false)} />}
    </Page>
  );
}
