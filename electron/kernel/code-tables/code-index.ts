import { foldLabel } from '#shared/kernel/code-tables/code-label.rules.ts';
import type { CodeItem } from '#shared/kernel/code-tables/code-tables.contract.ts';
import type { ShippedTable } from './shipped-tables.ts';

type TableIndex = {
  readonly items: readonly CodeItem[];
  readonly byCode: ReadonlyMap<string, CodeItem>;
  readonly byWord: ReadonlyMap<string, CodeItem>;
};
/** Every table by its name, with the words of its values. */
export type CodeIndex = ReadonlyMap<string, TableIndex>;

type Named = { readonly item: CodeItem; readonly aliases: readonly string[] };

/** The station's value takes the place of the shipped one; the words it replaced stay known as other words for it. */
function merge(table: ShippedTable, own: readonly CodeItem[]): Named[] {
  const left = new Map(own.map((item) => [item.code, item]));
  const shipped = table.items.map(({ code, zh, en, aliases }): Named => {
    const replaced = left.get(code);
    left.delete(code);
    return replaced ? { item: replaced, aliases: [zh, en, ...aliases] } : { item: { table: table.table, code, zh, en, active: true }, aliases };
  });
  return [...shipped, ...[...left.values()].map((item): Named => ({ item, aliases: [] }))];
}

/** First come, first kept: codes before labels, labels before other words, and values in use before those taken out of use. */
function wordsOf(named: readonly Named[]): Map<string, CodeItem> {
  const inOrder = [...named.filter(({ item }) => item.active), ...named.filter(({ item }) => !item.active)];
  const words = new Map<string, CodeItem>();
  const keep = (word: string, item: CodeItem): void => {
    const key = foldLabel(word);
    if (key !== '' && !words.has(key)) words.set(key, item);
  };
  for (const { item } of inOrder) keep(item.code, item);
  for (const { item } of inOrder) keep(item.zh, item);
  for (const { item } of inOrder) keep(item.en, item);
  for (const { item, aliases } of inOrder) for (const alias of aliases) keep(alias, item);
  return words;
}

/** The shipped tables with the station's own values over them, ready to be asked by code or by word. */
export function buildCodeIndex(tables: readonly ShippedTable[], own: readonly CodeItem[]): CodeIndex {
  return new Map(
    tables.map((table): [string, TableIndex] => {
      const named = merge(table, own.filter((item) => item.table === table.table));
      const items = named.map(({ item }) => item);
      return [table.table, { items, byCode: new Map(items.map((item) => [item.code, item])), byWord: wordsOf(named) }];
    }),
  );
}

/** The value a text means in a table, by code, Chinese or English label or another word for it; undefined when none. */
export function findInIndex(index: CodeIndex, table: string, text: string): CodeItem | undefined {
  const found = index.get(table);
  // a word that is kept folded is its own folding, and most cells of a form are written that way
  return found?.byCode.get(text) ?? found?.byWord.get(text) ?? found?.byWord.get(foldLabel(text));
}

/** The label of a code in a language; Chinese where English is empty, the code itself where the table does not know it. */
export function labelInIndex(index: CodeIndex, table: string, code: string, locale: 'zh-CN' | 'en'): string {
  const item = index.get(table)?.byCode.get(code);
  if (!item) return code;
  return locale === 'en' && item.en !== '' ? item.en : item.zh;
}
