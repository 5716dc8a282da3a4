import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { matterFilterSchema, type MatterFilter, type MatterRow, type MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { IntakeDrawer } from './intake/IntakeDrawer.tsx';
import { TakenNote } from './intake/TakenNote.tsx';
import { matterPlace } from './matter-words.ts';
import { useMatterColumns, type MatterSort } from './use-matter-columns.tsx';
import { useMatterFilters } from './use-matter-filters.tsx';

const BY_DUE = { field: 'dueOn', direction: 'asc' } as const;
const EXPORT = { list: 'grid.matters', query: (filter: MatterFilter, sort: SortOrder<MatterSort>) => ({ filter, sort }) };

/**
 * The rungs of the ladder that are due are climbed when somebody opens the queue: late matters are urged and get their cards. What was done is said
 * once, above the list.
 */
function useLadder(mayEdit: boolean): { readonly yellow: number; readonly red: number } | null {
  const due = useQuery({ ...api.grid.countMatterLadder({}), enabled: mayEdit });
  const { mutate, data, isIdle } = useMutation(api.grid.applyMatterLadder());
  const isDue = due.data !== undefined && due.data.yellow + due.data.red > 0;
  const started = useRef(false); // a page that is drawn twice climbs once
  useEffect(() => {
    if (!isDue || !isIdle || started.current) return;
    started.current = true;
    mutate({});
  }, [isDue, isIdle, mutate]);
  return data ?? null;
}

/** Everything that waits, what is due first; the way in for whatever is brought. */
export default function MattersPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('matters.edit');
  const goTo = useGoTo();
  const columns = useMatterColumns();
  const filters = useMatterFilters();
  const open = useQuery(api.grid.countMatters({}));
  const [isTaking, setTaking] = useState(false);
  const [taken, setTaken] = useState<MatterSheet | null>(null);
  const climbed = useLadder(mayEdit);
  useLinkedFilter(matterFilterSchema);
  useDeskCommand(mayEdit && !isTaking ? { id: 'record.new', title: 'matters.new', accelerator: 'CmdOrCtrl+N', run: () => setTaking(true) } : null);
  useResumedDraft('matter', (id) => (id === null ? setTaking(true) : goTo(matterPlace(id))));
  const source = useCallback(
    (filter: MatterFilter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<MatterSort> }) => api.grid.listMatters({ filter, ...window }),
        rowsIn: (rows) => rows,
        count: api.grid.countMatters({ filter }),
        countIn: ({ count }) => count,
      }),
    [],
  );
  const search = useMemo(() => ({ label: formatMessage({ id: 'matters.search' }), of: (filter: MatterFilter) => filter.text, put: (filter: MatterFilter, text: string) => ({ ...filter, text }) }), [formatMessage]);
  return (
    <Page
      wide
      title={formatMessage({ id: 'matters.title' })}
      figure={open.data && formatMessage({ id: 'matters.open-count' }, { count: formatNumber(open.data.count) })}
      actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setTaking(true)}><FormattedMessage id="matters.new" /></Button>}
    >
      {(climbed !== null || taken !== null) && (
        <Stack gap="xs" px="md" pb="xs">
          {climbed && <Alert color="yellow" variant="light" p="xs" icon={<IconAlertTriangle size={16} aria-hidden />} role="status"><Text size="sm"><FormattedMessage id="matters.ladder-done" values={climbed} /></Text></Alert>}
          {taken && <TakenNote key={taken.id} matter={taken} onClose={() => setTaken(null)} />}
        </Stack>
      )}
      <LedgerTable
        id="grid.matters"
        label={formatMessage({ id: 'matters.list' })}
        columns={columns}
        source={source}
        filterSchema={matterFilterSchema}
        filters={filters}
        search={search}
        sort={BY_DUE}
        nameOf={({ number, subject }: MatterRow) => `${number} ${subject}`}
        onOpen={({ id }) => goTo(matterPlace(id))}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="matters.empty" /></Text><Group><Text size="sm"><FormattedMessage id="matters.empty-next" /></Text></Group></Stack>}
      />
      {isTaking && <IntakeDrawer onTaken={setTaken} onClosed={() => setTaking(false)} />}
    </Page>
  );
}
