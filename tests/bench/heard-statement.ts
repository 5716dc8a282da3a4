import type { Host } from '#electron/database/host.ts';

type Statement = { readonly source: string; all: (this: Statement, ...values: unknown[]) => unknown[] };
export type Heard = { readonly sql: string; readonly values: readonly unknown[] };

/**
 * Listens to a connection's reads of many rows, wherever in the product they are made, so that a measure can repeat the very statement
 * without the product around it. `last` answers the newest one and throws when nothing was read since the last question.
 */
export function listenTo(sqlite: Host['sqlite']): { readonly last: () => Heard } {
  const statements = Object.getPrototypeOf(sqlite.prepare('SELECT 1')) as Statement; // the one prototype that all statements of this driver share
  const { all } = statements;
  let heard: Heard | null = null;
  statements.all = function (this: Statement, ...values: unknown[]) {
    heard = { sql: this.source, values };
    return all.apply(this, values);
  };
  return {
    last: () => {
      const found = heard;
      heard = null;
      if (!found) throw new Error('the call read no rows through the database driver');
      return found;
    },
  };
}
