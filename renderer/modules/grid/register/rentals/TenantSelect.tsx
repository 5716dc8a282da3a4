import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api } from '#renderer/api/index.ts';
import { LookupSelect } from '#renderer/components/record-form/LookupSelect.tsx';

type TenantSelectProps = {
  readonly label: string;
  readonly description: string;
  readonly chosenName: string;
  readonly defaultValue?: string | null;
  readonly onChange?: (id: string | null) => void;
  readonly error?: ReactNode;
};

const PAUSE_MS = 200;
/** As many candidates as are seen without scrolling far. */
const CANDIDATES = 20;

/** A person of the register, looked up by name, pinyin or the tail of a number. */
export function TenantSelect({ chosenName, ...props }: TenantSelectProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const { data = [] } = useQuery({ ...api.grid.listPersons({ filter: { text: asked.slice(0, 60) }, limit: CANDIDATES }), placeholderData: keepPreviousData });
  const found = data.map((row) => ({ value: row.id, label: [row.name, row.idNumberMasked, row.presentAddress].filter(Boolean).join(' · ') }));
  return <LookupSelect {...props} found={found} onLookUp={setText} chosen={props.defaultValue ? { value: props.defaultValue, label: chosenName } : null} />;
}
