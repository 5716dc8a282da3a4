import type { Database } from 'better-sqlite3';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { Flow } from '#shared/modules/budget/ledger/ledger.rules.ts';

export type LineFlow = Flow & { readonly lineId: string };

/** After so many new entries the lines are summed anew: reading these in the order of the book would take as long. */
const MOST_NEW = 20_000;

const OF_LINE = 'SELECT from_account AS "from", to_account AS "to", sum(fen) AS fen FROM budget_entry INDEXED BY budget_entry_by_one_line WHERE line_id = ? GROUP BY from_account, to_account';
const SINCE = 'SELECT line_id AS lineId, from_account AS "from", to_account AS "to", sum(fen) AS fen FROM budget_entry NOT INDEXED WHERE rowid > ? AND line_id IS NOT NULL GROUP BY line_id, from_account, to_account';
const NEWEST = 'SELECT rowid AS at, id FROM budget_entry ORDER BY rowid DESC LIMIT 1';

/** An entry and its place in the book. Entries are only added (the file refuses anything else), so whatever comes later has a higher place. */
type Place = { readonly at: number; readonly id: string };

function withFlow(flows: readonly Flow[], more: Flow): readonly Flow[] {
  const { from, to } = more;
  const known = flows.find((flow) => flow.from === from && flow.to === to);
  return known ? flows.map((flow) => (flow === known ? { from, to, fen: flow.fen + more.fen } : flow)) : [...flows, more];
}

/**
 * What moved on each line, summed from its entries. A connection that only reads remembers the sums up to the newest entry it saw and adds to them what
 * came later, whoever wrote it; nothing is kept in the file, and when the remembered entry is not where it was, everything is summed anew. A connection
 * that writes remembers nothing, because it may also take back what it wrote.
 */
export function lineSums(sqlite: Database): (lineIds: readonly string[]) => readonly LineFlow[] {
  const statement = keptStatements(sqlite);
  const known = new Map<string, readonly Flow[]>();
  let place: Place = { at: 0, id: '' };

  const isStill = ({ at, id }: Place): boolean => statement('SELECT id FROM budget_entry WHERE rowid = ?').pluck().get(at) === id;
  const addLater = (): void => {
    const newest = (statement(NEWEST).get() as Place | undefined) ?? { at: 0, id: '' }; // the two columns
    if (!isStill(place) || newest.at - place.at > MOST_NEW) known.clear();
    else if (newest.at > place.at) {
      for (const { lineId, ...flow } of statement(SINCE).all(place.at) as LineFlow[]) { // columns named
        const flows = known.get(lineId);
        if (flows) known.set(lineId, withFlow(flows, flow));
      }
    }
    place = newest;
  };
  const ofLine = (lineId: string): readonly Flow[] => {
    const flows = known.get(lineId) ?? (statement(OF_LINE).all(lineId) as Flow[]); // columns named
    if (sqlite.readonly) known.set(lineId, flows);
    return flows;
  };
  return (lineIds) => {
    if (sqlite.readonly) addLater();
    return lineIds.flatMap((lineId) => ofLine(lineId).map((flow) => ({ lineId, ...flow })));
  };
}
