import { useWords } from '#renderer/i18n/use-words.ts';

/** The name of a code table as people say it; its key when a new table has none yet. */
export function useTableName(): (table: string) => string {
  const wordsOf = useWords();
  return (table) => wordsOf([`code-table.${table}`], table);
}
