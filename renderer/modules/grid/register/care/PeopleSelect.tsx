import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';

type Person = { readonly id: string; readonly name: string };
type PeopleSelectProps = { readonly label: string; readonly description: string; /** Who is chosen already, with their names. */ readonly chosen: readonly Person[]; readonly onChange: (ids: string[]) => void; readonly error?: ReactNode };

const PAUSE_MS = 200;
const CANDIDATES = 20;

/** Several people of the register, found by typing. */
export function PeopleSelect({ chosen, onChange, ...props }: PeopleSelectProps) {
  const { formatMessage } = useIntl();
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<readonly { value: string; label: string }[]>(() => chosen.map(({ id, name }) => ({ value: id, label: name })));
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const { data = [] } = useQuery({ ...api.grid.listPersons({ filter: { text: asked.slice(0, 60) }, limit: CANDIDATES }), placeholderData: keepPreviousData });
  const found = data.map((row) => ({ value: row.id, label: [row.name, row.gridName, row.presentAddress].filter(Boolean).join(' · ') }));
  const options = [...picked, ...found.filter(({ value }) => !picked.some((one) => one.value === value))];
  return (
    <MultiSelect
      {...props}
      required
      searchable
      data={options}
      value={picked.map(({ value }) => value)}
      filter={({ options: all }) => all}
      searchValue={text}
      onSearchChange={setText}
      nothingFoundMessage={formatMessage({ id: 'record-form.nothing-found' })}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      onChange={(ids) => {
        setPicked(ids.flatMap((id) => options.find(({ value }) => value === id) ?? []).map(({ value, label }) => ({ value, label: label.split(' · ')[0] ?? label })));
        setText('');
        onChange(ids);
      }}
    />
  );
}
