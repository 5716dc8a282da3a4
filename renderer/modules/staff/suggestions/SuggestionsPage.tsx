import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { suggestionFilterSchema, type SuggestionFilter, type SuggestionRow } from '#shared/modules/staff/suggestions/suggestion.schema.ts';
import { nothingYet } from '../StaffLedger.tsx';
import { IdeaPeek } from './IdeaPeek.tsx';
import { NewPracticeDrawer } from './PracticeDrawer.tsx';
import { CarryOutDialog, DeclineDialog, SuggestionActs, TakeUpDialog, type SuggestionAct } from './SuggestionActs.tsx';
import { useSuggestionColumns, useSuggestionFilters, type SuggestionSort } from './suggestion-columns.tsx';
import { EditSuggestionDrawer, NewSuggestionDrawer } from './SuggestionDrawer.tsx';
import { SuggestionFigures } from './SuggestionFigures.tsx';

const NEWEST = { field: 'putOn', direction: 'desc' } as const;
const WORDS = ['problem', 'remedy', 'answer', 'result'];
const CODES = { area: 'suggestion-area' };
const NAMED = { state: 'suggestion.state' };
const EXPORT = { list: 'staff.suggestions', query: (filter: SuggestionFilter, sort: SortOrder<SuggestionSort>) => ({ filter, sort }) };

/** The suggestions box of the staff: what was put in, what was answered, what came of it. */
export default function SuggestionsPage() {
  const { formatMessage, formatList } = useIntl();
  const mayEdit = useMay()('suggestions.edit');
  const columns = useSuggestionColumns();
  const filters = useSuggestionFilters();
  const [open, setOpen] = useState<'new' | { readonly act: SuggestionAct; readonly row: SuggestionRow } | null>(null);
  useLinkedFilter(suggestionFilterSchema);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'suggestion.new', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  useResumedDraft('suggestion', () => setOpen('new'));
  const source = useCallback((filter: SuggestionFilter) => ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SuggestionSort> }) => api.staff.listSuggestions({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.staff.countSuggestions({ filter }),
    countIn: ({ count }) => count,
  }), []);
  const search = useMemo(() => ({ label: formatMessage({ id: 'suggestion.search' }), of: (filter: SuggestionFilter) => filter.text, put: (filter: SuggestionFilter, text: string) => ({ ...filter, text: text.slice(0, 60) }) }), [formatMessage]);
  const close = () => setOpen(null);
  const acted = open === 'new' ? null : open;
  return (
    <Page wide title={formatMessage({ id: 'suggestion.title' })} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="suggestion.new" /></Button>}>
      <SuggestionFigures about="suggestions" />
      <LedgerTable id="staff.suggestions" label={formatMessage({ id: 'suggestion.list' })} columns={columns} source={source} filterSchema={suggestionFilterSchema} filters={filters} search={search} sort={NEWEST} nameOf={({ title }) => title} peek={(row) => <IdeaPeek row={row} columns={columns} words={WORDS} entity="staff_suggestion" codeTables={CODES} namedValues={NAMED} told={{ seconds: formatList(row.seconderNames) }}><SuggestionActs row={row} onAct={(act) => setOpen({ act, row })} /></IdeaPeek>} exportAs={EXPORT} empty={nothingYet('suggestion.empty', 'suggestion.empty-next')} />
      {open === 'new' && <NewSuggestionDrawer onClosed={close} />}
      {acted?.act === 'edit' && <EditSuggestionDrawer key={acted.row.id} suggestion={acted.row} onClosed={close} />}
      {acted?.act === 'take-up' && <TakeUpDialog row={acted.row} onClose={close} />}
      {acted?.act === 'decline' && <DeclineDialog row={acted.row} onClose={close} />}
      {acted?.act === 'carry-out' && <CarryOutDialog row={acted.row} onClose={close} />}
      {acted?.act === 'practice' && <NewPracticeDrawer from={acted.row} onClosed={close} />}
    </Page>
  );
}
