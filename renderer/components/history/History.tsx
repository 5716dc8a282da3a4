import { Button, Group, Skeleton, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { useWords } from '#renderer/i18n/use-words.ts';
import type { Change } from '#shared/kernel/audit/audit.contract.ts';
import { fieldKeys, fieldText } from './field-text.ts';
import classes from './history.module.css';

type HistoryProps = {
  entity: string;
  id: string;
  /** The record's present version: a new one reads the history again. */
  version?: number;
  /** Columns whose values are codes, and the code table they belong to. */
  codeTables?: Readonly<Record<string, string>>;
  /** Columns that hold a structure, and what stands in it part by part, in words; only the parts that left or came are shown. */
  parts?: Readonly<Record<string, PartsOf>>;
  /** Columns whose values the program itself names, and what the keys of those words begin with. */
  namedValues?: Readonly<Record<string, string>>;
};
type PartsOf = (value: unknown) => readonly string[];

const NONE: Readonly<Record<string, string>> = {};
const NO_PARTS: Readonly<Record<string, PartsOf>> = {};

/** Who changed what of a record, when, from what to what, the newest first; one field can be put back by who may (look.md 4). */
export function History({ entity, id, version = 0, codeTables = NONE, namedValues = NONE, parts = NO_PARTS }: HistoryProps) {
  const options = api.audit.listChanges({ entity, id });
  const changes = useQuery({ ...options, queryKey: [...options.queryKey, version] as const });
  const { data: restorable = [] } = useQuery(api.undo.listRestorable({ entity }));
  const restore = useMutation(api.undo.restoreField());
  if (changes.error) return <ErrorNote error={changes.error} onRetry={() => void changes.refetch()} />;
  if (!changes.data) return <Skeleton height={80} />;
  if (changes.data.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="history.empty" /></Text>;
  return (
    <>
      <ErrorNote error={restore.error} />
      <ol className={classes['list']}>
        {changes.data.map((change) => <HistoryEntry key={change.seq} entity={entity} change={change} codeTables={codeTables} namedValues={namedValues} parts={parts} restorable={restorable} onRestore={(column) => restore.mutate({ entity, id, version, seq: change.seq, column })} />)}
      </ol>
    </>
  );
}

type HistoryEntryProps = { entity: string; change: Change; codeTables: Readonly<Record<string, string>>; namedValues: Readonly<Record<string, string>>; parts: Readonly<Record<string, PartsOf>>; restorable: readonly string[]; onRestore: (column: string) => void };

function HistoryEntry({ entity, change, codeTables, namedValues, parts, restorable, onRestore }: HistoryEntryProps) {
  const wordsOf = useWords();
  const fields = Object.entries(change.fields);
  return (
    <li className={classes['entry']}>
      <Group gap="xs" wrap="wrap">
        <Text size="sm" fw={600}>{change.actorName}</Text>
        <Text size="sm">{wordsOf([`audit.action.${change.action}`], change.action)}</Text>
        <Text size="sm" c="dimmed"><InstantText at={change.at} /></Text>
      </Group>
      {fields.length > 0 && (
        <dl className={classes['fields']}>
          {fields.map(([field, [before, after]]) => (
            <HistoryField key={field} name={wordsOf(fieldKeys(entity, field), field)} table={codeTables[field]} words={namedValues[field]} {...changedParts(parts[field], before, after)} {...(restorable.includes(field) && { onRestore: () => onRestore(field) })} />
          ))}
        </dl>
      )}
    </li>
  );
}

/** Of a structure what left and what came; where only the order differs, all of it. A plain value as it is. */
function changedParts(partsOf: PartsOf | undefined, before: unknown, after: unknown): { before: unknown; after: unknown } {
  if (partsOf === undefined) return { before, after };
  const [old, now] = [partsOf(before), partsOf(after)];
  const [left, came] = [old.filter((part) => !now.includes(part)), now.filter((part) => !old.includes(part))];
  return left.length + came.length === 0 ? { before: old, after: now } : { before: left, after: came };
}

type HistoryFieldProps = { name: string; table: string | undefined; words: string | undefined; before: unknown; after: unknown; onRestore?: () => void };

function HistoryField({ name, table, words, before, after, onRestore }: HistoryFieldProps) {
  const intl = useIntl();
  return (
    <>
      <dt className={classes['name']}>{name}</dt>
      <dd className={classes['values']}>
        <del className={classes['before']}><HistoryValue table={table} words={words} value={before} /></del>
        {' → '}
        <ins><HistoryValue table={table} words={words} value={after} /></ins>
      </dd>
      <dd className={classes['values']}>
        {onRestore && (
          <Button size="compact-xs" variant="subtle" leftSection={<IconArrowBackUp size={14} aria-hidden />} onClick={onRestore} aria-label={intl.formatMessage({ id: 'history.restore-field' }, { field: name })}>
            <FormattedMessage id="history.restore" />
          </Button>
        )}
      </dd>
    </>
  );
}

type HistoryValueProps = { table: string | undefined; words: string | undefined; value: unknown };

function HistoryValue({ table, words, value }: HistoryValueProps) {
  const intl = useIntl();
  const wordsOf = useWords();
  if (words !== undefined && typeof value === 'string' && value !== '') return wordsOf([`${words}.${value}`], value);
  return table !== undefined && typeof value === 'string' && value !== '' ? <CodeWords table={table} code={value} /> : fieldText(intl, value);
}

function CodeWords({ table, code }: { table: string; code: string }) {
  return useCodes(table).labelOf(code);
}
