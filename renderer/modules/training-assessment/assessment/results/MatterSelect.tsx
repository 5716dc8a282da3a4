import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { LookupSelect } from '#renderer/components/record-form/LookupSelect.tsx';

const PAUSE_MS = 200;
const CANDIDATES = 12;
type MatterSelectProps = { readonly label: string; readonly error: ReactNode; readonly onChange: (number: string) => void };

/** One matter, found by its number or by words of it; the newest are offered before anything is typed. */
export function MatterSelect({ label, error, onChange }: MatterSelectProps) {
  const { formatMessage } = useIntl();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const { data } = useQuery({ ...api.grid.listMatters({ filter: { text: asked.slice(0, 60), life: 'all' }, sort: { field: 'reportedAt', direction: 'desc' }, limit: CANDIDATES }), placeholderData: keepPreviousData });
  const found = (data ?? []).filter(({ number }) => number !== '').map(({ number, subject, unitName }) => ({ value: number, label: [number, subject, unitName].filter(Boolean).join(' · ') }));
  return <LookupSelect label={label} required placeholder={formatMessage({ id: 'assessment.matter-hint' })} found={found} onLookUp={setText} chosen={null} error={error} onChange={(number) => onChange(number ?? '')} />;
}
