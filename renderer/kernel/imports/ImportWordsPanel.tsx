import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { QueryState } from '#renderer/components/QueryState.tsx';
import type { ForeignWord, ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { useFieldNames } from './use-field-names.ts';
import classes from './import-panel.module.css';

type ImportWordsPanelProps = { batch: ImportBatch; isReadOnly: boolean; onDone: () => void };

const keyOf = ({ column, text }: ForeignWord): string => `${column} ${text}`;

/** The file's words that the desk's lists do not have: each once, with what it means here. Remembered for files with these titles. */
export function ImportWordsPanel({ batch, isReadOnly, onDone }: ImportWordsPanelProps) {
  const { formatMessage } = useIntl();
  const words = useQuery(api.imports.listWords({ batchId: batch.id }));
  return (
    <QueryState query={words} empty={formatMessage({ id: 'imports.words.none' })}>
      {(list) => <WordChoices key={batch.version} batch={batch} words={list} isReadOnly={isReadOnly} onDone={onDone} />}
    </QueryState>
  );
}

function WordChoices({ batch, words, isReadOnly, onDone }: ImportWordsPanelProps & { words: readonly ForeignWord[] }) {
  const { formatMessage } = useIntl();
  const fields = useFieldNames(batch.profile);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string | null>>(new Map());
  const save = useMutation({ ...api.imports.setWords(), onSuccess: onDone });
  if (!fields) return null;
  const meant = (word: ForeignWord): string | null => (chosen.has(keyOf(word)) ? (chosen.get(keyOf(word)) ?? null) : word.means);
  const choose = (word: ForeignWord, means: string | null) => setChosen(new Map(chosen).set(keyOf(word), means));
  const send = () => save.mutate({ batchId: batch.id, version: batch.version, words: words.filter((word) => chosen.has(keyOf(word))).map((word) => ({ column: word.column, text: word.text, means: meant(word) })) });
  return (
    <Stack gap="sm">
      <Text size="sm"><FormattedMessage id="imports.words.intro" /></Text>
      {words.map((word) => (
        <Stack key={keyOf(word)} gap={4}>
          <Select
            size="xs"
            label={formatMessage({ id: 'imports.words.label' }, { text: word.text, title: batch.columns.find(({ index }) => index === word.column)?.title ?? '', rows: word.rows })}
            placeholder={formatMessage({ id: 'imports.words.choose' })}
            searchable
            clearable
            disabled={isReadOnly}
            value={meant(word)}
            data={[{ value: '', label: formatMessage({ id: 'imports.words.nothing' }) }, ...(fields.find(({ value }) => value === word.field)?.choices ?? []).map((text) => ({ value: text, label: text }))]}
            onChange={(means) => choose(word, means)}
          />
          {word.suggestion !== null && meant(word) === null && !isReadOnly && (
            <Button size="compact-xs" variant="default" className={classes['suggestion']} onClick={() => choose(word, word.suggestion)}>
              <FormattedMessage id="imports.words.suggestion" values={{ text: word.suggestion }} />
            </Button>
          )}
        </Stack>
      ))}
      {!isReadOnly && (
        <Group gap="xs" className={classes['foot']}>
          <Button size="sm" disabled={chosen.size === 0} loading={save.isPending} onClick={send}><FormattedMessage id="imports.words.save" /></Button>
          <Button size="sm" variant="default" onClick={onDone}><FormattedMessage id="common.cancel" /></Button>
        </Group>
      )}
    </Stack>
  );
}
