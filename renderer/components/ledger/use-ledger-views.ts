import type { ColumnLayout } from './column-layout.ts';
import type { LedgerRecord } from './ledger-list.ts';
import { sortFields, usableSort, type Ledger } from './use-ledger.ts';
import { filterSearch } from './use-ledger-place.ts';
import { listViewSchema, useListViews, type ListView, type NamedView } from './use-list-views.ts';

/** What of an arrangement a view is compared by: the width of the side panel is not part of what a list shows. */
const arrangedAs = ({ peekWidth: _width, sort: _sort, ...rest }: ColumnLayout): string => JSON.stringify(rest);
const sameView = (a: ListView, b: ListView): boolean =>
  JSON.stringify([a.filter, a.sort, arrangedAs(a.layout)]) === JSON.stringify([b.filter, b.sort, arrangedAs(b.layout)]);

/** The named views of the list on screen: which one it shows, whether it was changed since, and the acts of the view menu. */
export function useLedgerViews<Row extends LedgerRecord, F extends object, S extends string>({ props, place, setPlace, sort, arrangement }: Ledger<Row, F, S>) {
  const stored = useListViews(props.id);
  const current = stored.views.find(({ name }) => name === place.view) ?? null;
  const asShown: ListView = {
    filter: listViewSchema.shape.filter.parse(filterSearch(props.filterSchema, place.filter).f ?? {}),
    sort,
    layout: { ...arrangement.layout, sort },
  };
  return {
    views: stored.views,
    current,
    isChanged: current !== null && !sameView(current, asShown),
    apply: (view: NamedView): void => {
      arrangement.change({ ...view.layout, peekWidth: arrangement.layout.peekWidth });
      setPlace({
        filter: props.filterSchema.safeParse(view.filter).data ?? props.filterSchema.parse({}), // a view kept before a condition was renamed shows everything
        sort: usableSort(view.sort, sortFields(props.columns)) ?? props.sort,
        view: view.name,
      });
    },
    startAgain: (): void => {
      arrangement.reset();
      setPlace({ filter: props.filterSchema.parse({}), sort: null, view: null });
    },
    save: (name: string): void => {
      stored.save(name, asShown);
      setPlace({ view: name });
    },
    remove: (name: string): void => {
      stored.remove(name);
      if (name === place.view) setPlace({ view: null });
    },
  };
}
