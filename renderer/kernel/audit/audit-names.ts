const ACTION = 'audit.action.';
const ENTITY = 'audit.entity.';
const named = (words: Readonly<Record<string, unknown>>, prefix: string): readonly string[] => Object.keys(words).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));

/** Every action the desk has words for, and so can record, in the order of the words. */
export const auditActions = (words: Readonly<Record<string, unknown>>): readonly string[] => named(words, ACTION);
/** Every kind of record an entry can be about. */
export const auditEntities = (words: Readonly<Record<string, unknown>>): readonly string[] => named(words, ENTITY);
