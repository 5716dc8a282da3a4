import { Autocomplete, Button, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';

const PAUSE_MS = 200;
const CANDIDATES = 8;

/** A visitor in one line: name, reason, what about; Enter keeps it and the keyboard stands at the next name. */
export function VisitEntry() {
  const { formatMessage } = useIntl();
  const [visitor, setVisitor] = useState('');
  const [person, setPerson] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [topic, setTopic] = useState('');
  const [content, setContent] = useState('');
  const [taken, setTaken] = useState(0);
  const first = useRef<HTMLInputElement>(null);
  const record = useMutation(api.grid.recordDeskVisit());
  const [asked] = useDebouncedValue(visitor.trim(), PAUSE_MS);
  const { data = [] } = useQuery({ ...api.grid.listPersons({ filter: { text: asked.slice(0, 60) }, limit: CANDIDATES }), enabled: asked !== '', placeholderData: keepPreviousData });
  const found = useMemo(() => new Map(data.map((row) => [[row.name, row.gridName, row.presentAddress].filter(Boolean).join(' · '), row])), [data]);
  useDeskCommand({ id: 'record.new', title: 'service-desk.new', accelerator: 'CmdOrCtrl+N', run: () => first.current?.focus() });
  const isReady = visitor.trim() !== '' && topic !== '';
  const keep = (isWaiting: boolean) => {
    if (!isReady || record.isPending) return;
    record.mutate(
      { personId: person?.name === visitor.trim() ? person.id : null, visitor: visitor.trim(), topic, content: content.trim(), isWaiting },
      {
        onSuccess: () => {
          setVisitor('');
          setPerson(null);
          setContent('');
          setTaken((count) => count + 1);
          first.current?.focus();
        },
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep(false);
  };
  return (
    <form onSubmit={submit} aria-label={formatMessage({ id: 'service-desk.new' })}>
      <Group gap="xs" align="flex-end" wrap="wrap">
        <Autocomplete
          ref={first}
          w={220}
          required
          label={formatMessage({ id: 'service-desk.field.visitor' })}
          placeholder={formatMessage({ id: 'service-desk.visitor-hint' })}
          maxLength={50}
          data={[...found.keys()]}
          filter={({ options }) => options}
          comboboxProps={{ transitionProps: { duration: 0 }, width: 'max-content', position: 'bottom-start' }}
          value={visitor}
          onChange={(text) => {
            const row = found.get(text);
            if (row) setPerson({ id: row.id, name: row.name });
            setVisitor(row ? row.name : text);
          }}
        />
        <CodeSelect key={taken} w={150} required label={formatMessage({ id: 'service-desk.field.topic' })} table="visit-topic" defaultValue={topic} onChange={setTopic} />
        <TextInput style={{ flex: 1, minWidth: 180 }} label={formatMessage({ id: 'service-desk.field.content' })} maxLength={500} value={content} onChange={(event) => setContent(event.currentTarget.value)} />
        <Button type="submit" disabled={!isReady} loading={record.isPending}><FormattedMessage id="service-desk.attend-now" /></Button>
        <Button variant="default" disabled={!isReady || record.isPending} onClick={() => keep(true)}><FormattedMessage id="service-desk.let-wait" /></Button>
      </Group>
      <ErrorNote error={record.error} />
    </form>
  );
}
