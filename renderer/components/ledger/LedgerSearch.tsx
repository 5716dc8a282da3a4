import { Autocomplete, CloseButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { useRecentSearches } from '#renderer/components/recent/use-recent-searches.ts';
import type { LedgerRecord } from './ledger-list.ts';
import type { Ledger, LedgerProps } from './use-ledger.ts';

/** A pause in typing this long asks for the rows. */
const PAUSE_MS = 250;

type LedgerSearchProps<Row extends LedgerRecord, F extends object, S extends string> = { readonly ledger: Ledger<Row, F, S>; readonly focusRows: () => void };

/** The list's own search box, when it has one. */
export function LedgerSearch<Row extends LedgerRecord, F extends object, S extends string>({ ledger, focusRows }: LedgerSearchProps<Row, F, S>) {
  const { search } = ledger.props;
  return search ? <SearchBox ledger={ledger} search={search} focusRows={focusRows} /> : null;
}

type SearchBoxProps<Row extends LedgerRecord, F extends object, S extends string> = LedgerSearchProps<Row, F, S> & { readonly search: NonNullable<LedgerProps<Row, F, S>['search']> };

/** Ctrl+F comes here, arrow down goes on into the rows, Esc empties it; while it is empty it offers the latest searches. Half-typed pinyin is never searched for. */
function SearchBox<Row extends LedgerRecord, F extends object, S extends string>({ ledger, search, focusRows }: SearchBoxProps<Row, F, S>) {
  const { formatMessage } = useIntl();
  const input = useRef<HTMLInputElement>(null);
  const { filter } = ledger.place;
  const { setPlace } = ledger;
  const asked = search.of(filter);
  const { recent, remember } = useRecentSearches(`search/${ledger.props.id}`);
  const [text, setText] = useState(asked);
  const [isComposing, setComposing] = useState(false);
  const sent = useRef<readonly string[]>([]);
  useHotkeys([['mod+F', () => input.current?.select()]], []);

  useEffect(() => {
    const echo = sent.current.indexOf(asked);
    if (echo < 0) setText(asked); // set from elsewhere: a view, a link, "remove all conditions"
    sent.current = sent.current.slice(echo + 1);
  }, [asked]);
  useEffect(() => {
    const words = text.trim();
    if (isComposing || words === asked) return undefined;
    const timer = setTimeout(() => {
      sent.current = [...sent.current, words];
      setPlace({ filter: search.put(filter, words) });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, isComposing, asked, search, filter, setPlace]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' && (text !== '' || recent.length === 0)) focusRows();
    else if (event.key === 'Escape' && text !== '') setText('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Autocomplete
      ref={input}
      size="xs"
      w={220}
      type="search"
      aria-label={search.label}
      placeholder={search.label}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={text !== '' && <CloseButton size="xs" aria-label={formatMessage({ id: 'ledger.search-clear' })} onClick={() => setText('')} />}
      value={text}
      maxLength={60}
      data={text === '' ? recent : []}
      onChange={setText}
      onBlur={() => ledger.count > 0 && remember(asked)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={onKeyDown}
    />
  );
}
