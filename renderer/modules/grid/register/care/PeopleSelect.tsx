import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api } from '#renderer/api/index.ts';
import { LookupMultiSelect } from '#renderer/components/record-form/LookupMultiSelect.tsx';

type Person = { readonly id: string; readonly name: string };
type PeopleSelectProps = { readonly label: string; readonly description: string; /** Who is chosen already, with their names. */ readonly chosen: readonly Person[]; readonly onChange: (ids: string[]) => void; readonly error?: ReactNode };

const PAUSE_MS = 200;
const CANDIDATES = 20;

/** Several people of the register, found by typing. */
export function PeopleSelect({ chosen, ...props }: PeopleSelectProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const { data = [] } = useQuery({ ...api.grid.listPersons({ filter: { text: asked.slice(0, 60) }, limit: CANDIDATES }), placeholderData: keepPreviousData });
  const found = data.map((row) => ({ value: row.id, label: [row.name, row.gridName, row.presentAddress].filter(Boolean).join(' · ') }));
  return <LookupMultiSelect {...props} first={chosen.map(({ id, name }) => ({ value: id, label: name }))} found={found} onLookUp={setText} />;
}
