import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/index.ts';
import { LookupMultiSelect } from '#renderer/components/record-form/LookupMultiSelect.tsx';
import { LookupSelect, type LookupOption } from '#renderer/components/record-form/LookupSelect.tsx';

const PAUSE_MS = 200;
const CANDIDATES = 50;

/** Volunteers by name, initials or skill, looked up while typing; some are left out. */
function useVolunteers(text: string, wantsPoints: boolean, without: ReadonlySet<string>): readonly LookupOption[] {
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const { data = [] } = useQuery({ ...api.grid.listVolunteers({ filter: { text: asked.slice(0, 60), wantsPoints }, limit: CANDIDATES }), placeholderData: keepPreviousData });
  return data.filter(({ id }) => !without.has(id)).map(({ id, personName, gridName, skills }) => ({ value: id, label: [personName, gridName, skills].filter(Boolean).join(' · ') }));
}

/** Several volunteers. */
export function VolunteersSelect({ label, without, onChange }: { readonly label: string; readonly without: ReadonlySet<string>; readonly onChange: (ids: string[]) => void }) {
  const [text, setText] = useState('');
  return <LookupMultiSelect label={label} data-autofocus found={useVolunteers(text, false, without)} onLookUp={setText} onChange={onChange} />;
}

/** One volunteer who asked for points. */
export function PointsHolderSelect({ label, without, onChange }: { readonly label: string; readonly without: ReadonlySet<string>; readonly onChange: (id: string | null) => void }) {
  const [text, setText] = useState('');
  const found = useVolunteers(text, true, without);
  return <LookupSelect label={label} required found={[...found]} onLookUp={setText} chosen={null} onChange={onChange} />;
}
