import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { api } from '#renderer/api/index.ts';
import { LookupSelect, type LookupOption } from '#renderer/components/record-form/LookupSelect.tsx';

const PAUSE_MS = 200;
const CANDIDATES = 20;
type MemberSelectProps = { readonly label: string; readonly description?: string; readonly placeholder?: string; readonly chosen: LookupOption | null; readonly onChange: (id: string | null) => void; readonly error?: ReactNode };

/** One of the people who work here, found by name, initials or phone. */
export function MemberSelect({ chosen, onChange, ...props }: MemberSelectProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const { data } = useQuery({ ...api.staff.listGridMembers({ text: asked.slice(0, 50), limit: CANDIDATES }), placeholderData: keepPreviousData });
  const found = (data?.rows ?? []).map(({ id, name, gridName }) => ({ value: id, label: [name, gridName].filter(Boolean).join(' · ') }));
  return <LookupSelect {...props} found={found} onLookUp={setText} chosen={chosen} defaultValue={chosen?.value ?? null} onChange={onChange} />;
}
