import { ActionIcon, Autocomplete, Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import type { Party } from '#shared/modules/grid/mediation/mediation.schema.ts';

type PartiesFieldProps = { readonly label: string; readonly initial: readonly Party[]; readonly error?: ReactNode; readonly onChange: (parties: Party[]) => void };
type Row = Party & { readonly key: number };

const PAUSE_MS = 200;
const CANDIDATES = 6;
const LEAST = 2;
const nobody = (key: number): Row => ({ key, name: '', personId: null, bodyId: null, address: '' });

/** The parties of a dispute: people of the register, bodies at work in the grids, or whoever is named. At least two. */
export function PartiesField({ label, initial, error, onChange }: PartiesFieldProps) {
  const [rows, setRows] = useState<readonly Row[]>(() => (initial.length >= LEAST ? initial.map((party, key) => ({ ...party, key })) : [nobody(0), nobody(1)]));
  const [next, setNext] = useState(rows.length);
  const change = (changed: readonly Row[]) => {
    setRows(changed);
    onChange(changed.filter(({ name }) => name.trim() !== '').map(({ key: _key, ...party }) => party));
  };
  return (
    <Input.Wrapper label={label} required error={error} labelElement="div">
      <Stack gap={6} mt={4}>
        {rows.map((row, at) => (
          <PartyRow
            key={row.key}
            row={row}
            place={at + 1}
            mayGo={rows.length > LEAST}
            onChange={(party) => change(rows.map((one) => (one.key === row.key ? { ...party, key: row.key } : one)))}
            onRemove={() => change(rows.filter((one) => one.key !== row.key))}
          />
        ))}
        <Button
          size="compact-xs"
          variant="default"
          style={{ alignSelf: 'start' }}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            change([...rows, nobody(next)]);
            setNext(next + 1);
          }}
        >
          <FormattedMessage id="mediation.add-party" />
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}

type PartyRowProps = { readonly row: Row; readonly place: number; readonly mayGo: boolean; readonly onChange: (party: Party) => void; readonly onRemove: () => void };

function PartyRow({ row, place, mayGo, onChange, onRemove }: PartyRowProps) {
  const { formatMessage } = useIntl();
  const [asked] = useDebouncedValue(row.name.trim(), PAUSE_MS);
  const isAsked = asked !== '';
  const { data: people = [] } = useQuery({ ...api.grid.listPersons({ filter: { text: asked.slice(0, 60) }, limit: CANDIDATES }), enabled: isAsked, placeholderData: keepPreviousData });
  const { data: bodies = [] } = useQuery({ ...api.grid.listBodies({ filter: { text: asked.slice(0, 60) }, limit: CANDIDATES }), enabled: isAsked, placeholderData: keepPreviousData });
  const found = new Map<string, Party>([
    ...people.map(({ id, name, gridName, presentAddress }) => [[name, gridName, presentAddress].filter(Boolean).join(' · '), { name, personId: id, bodyId: null, address: presentAddress }] as const),
    ...bodies.map(({ id, name, contact, address }) => [[name, contact, address].filter(Boolean).join(' · '), { name, personId: null, bodyId: id, address }] as const),
  ]);
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Autocomplete
        style={{ flex: 2 }}
        aria-label={formatMessage({ id: 'mediation.party-name' }, { place })}
        placeholder={formatMessage({ id: 'mediation.party-hint' })}
        maxLength={80}
        data={[...found.keys()]}
        filter={({ options }) => options}
        comboboxProps={{ transitionProps: { duration: 0 }, width: 'max-content', position: 'bottom-start' }}
        value={row.name}
        onChange={(text) => onChange(found.get(text) ?? { name: text, personId: null, bodyId: null, address: row.address })}
      />
      <TextInput style={{ flex: 3 }} aria-label={formatMessage({ id: 'mediation.party-address' }, { place })} placeholder={formatMessage({ id: 'mediation.address' })} maxLength={200} value={row.address} onChange={(event) => onChange({ ...row, address: event.currentTarget.value })} />
      <ActionIcon variant="subtle" color="red" mt={6} disabled={!mayGo} aria-label={formatMessage({ id: 'mediation.remove-party' }, { place })} onClick={onRemove}><IconTrash size={16} aria-hidden /></ActionIcon>
    </Group>
  );
}
