import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { LookupSelect } from '#renderer/components/record-form/LookupSelect.tsx';

type HomeSelectProps = {
  readonly label: string;
  /** Register number or address of the record chosen so far. */
  readonly chosenName: string;
  readonly defaultValue?: string | null;
  readonly onChange?: (id: string | null) => void;
  readonly error?: ReactNode;
};

const PAUSE_MS = 200;
/** As many candidates as are seen without scrolling far. */
const CANDIDATES = 20;

/** A household, looked up by register number, head or address. */
export function HouseholdSelect({ chosenName, ...props }: HomeSelectProps) {
  const { formatMessage } = useIntl();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const { data = [] } = useQuery({ ...api.grid.listHouseholds({ filter: { text: asked.slice(0, 60) }, limit: CANDIDATES }), placeholderData: keepPreviousData });
  const nameOf = (registerNo: string): string => (registerNo === '' ? formatMessage({ id: 'register.household-without-number' }) : registerNo);
  const found = data.map((row) => ({ value: row.id, label: [nameOf(row.registerNo), row.headName, row.registeredAddress].filter(Boolean).join(' · ') }));
  return <LookupSelect {...props} found={found} onLookUp={setText} chosen={props.defaultValue ? { value: props.defaultValue, label: nameOf(chosenName) } : null} />;
}

/** A dwelling, looked up by its address. */
export function DwellingSelect({ chosenName, ...props }: HomeSelectProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const { data = [] } = useQuery({ ...api.grid.listDwellings({ filter: { text: asked.slice(0, 60) }, limit: CANDIDATES }), placeholderData: keepPreviousData });
  const found = data.map((row) => ({ value: row.id, label: [row.address, row.gridName].filter(Boolean).join(' · ') }));
  return <LookupSelect {...props} found={found} onLookUp={setText} chosen={props.defaultValue ? { value: props.defaultValue, label: chosenName } : null} />;
}
