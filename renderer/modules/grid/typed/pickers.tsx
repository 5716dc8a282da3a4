import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { api } from '#renderer/api/index.ts';
import { LookupSelect, type LookupOption } from '#renderer/components/record-form/LookupSelect.tsx';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import { useGridOptions } from '../territory/use-grid-options.ts';

const PAUSE_MS = 200;
const CANDIDATES = 20;
const MOST = 500;

export type PickerProps = { readonly label: string; readonly description?: string; readonly defaultValue?: string | null; readonly onChange?: (id: string | null) => void; readonly error?: ReactNode; readonly required?: boolean; readonly 'data-autofocus'?: boolean };

/** Organisations the community works with; departments alone where only they may be chosen. */
export function useBodyOptions(onlyDepartments = true): readonly LookupOption[] {
  const { data } = useQuery(api.grid.listBodies({ filter: { ...(onlyDepartments && { kinds: ['department'] as const }) } as never, limit: MOST })); // the filter of the list, a part of it
  return useMemo(() => (data ?? []).map(({ id, name }) => ({ value: id, label: name })), [data]);
}
export const useTeamOptions = (): readonly LookupOption[] => {
  const { data } = useQuery(api.grid.listResidentTeams({ limit: MOST }));
  return useMemo(() => (data ?? []).map(({ id, name }) => ({ value: id, label: name })), [data]);
};
export const useMemberOptions = (): readonly LookupOption[] => {
  const { data } = useQuery(api.staff.listGridMembers({ text: '', limit: MOST }));
  return useMemo(() => (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })), [data]);
};

export const BodySelect = (props: PickerProps) => <PickSelect kind="body" options={useBodyOptions()} clearable {...props} defaultValue={props.defaultValue ?? null} />;
export const GridSelect = (props: PickerProps) => <PickSelect kind="grid" options={useGridOptions()} clearable {...props} defaultValue={props.defaultValue ?? null} />;
export const TeamSelect = (props: PickerProps) => <PickSelect kind="resident-team" options={useTeamOptions()} clearable {...props} defaultValue={props.defaultValue ?? null} />;
export const MemberSelect = (props: PickerProps) => <PickSelect kind="grid-member" options={useMemberOptions()} clearable {...props} defaultValue={props.defaultValue ?? null} />;

/** A resident of the register, looked up by name, pinyin or the tail of a number. */
export function ResidentSelect({ chosenName = '', ...props }: PickerProps & { readonly chosenName?: string }) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const { data = [] } = useQuery({ ...api.grid.listPersons({ filter: { text: asked.slice(0, 60) }, limit: CANDIDATES }), placeholderData: keepPreviousData });
  const found = data.map((row) => ({ value: row.id, label: [row.name, row.gridName, row.presentAddress].filter(Boolean).join(' · ') }));
  return <LookupSelect {...props} found={found} onLookUp={setText} chosen={props.defaultValue ? { value: props.defaultValue, label: chosenName } : null} />;
}

/** An admitted task that is running, by number, title or department. */
export function TaskSelect({ chosenName = '', ...props }: PickerProps & { readonly chosenName?: string }) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const { data = [] } = useQuery({ ...api.grid.listAdmissions({ filter: { text: asked.slice(0, 60), states: ['admitted', 'paused'] }, limit: CANDIDATES }), placeholderData: keepPreviousData });
  const found = data.map((row) => ({ value: row.id, label: [row.no, row.title, row.bodyName].join(' · ') }));
  return <LookupSelect {...props} found={found} onLookUp={setText} chosen={props.defaultValue ? { value: props.defaultValue, label: chosenName } : null} />;
}

type ItemSelectProps = PickerProps & { readonly kinds?: readonly ('required' | 'assist' | 'negative')[]; readonly chosenName?: string; /** The office of the chosen item: where it belongs. */ readonly onOffice?: (office: string) => void };

/** An item of the lists in force, found by its words, office or legal basis. */
export function ItemSelect({ kinds = [], chosenName = '', onOffice, onChange, ...props }: ItemSelectProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const { data = [] } = useQuery({ ...api.grid.listAdmissionItems({ filter: { text: asked.slice(0, 60), kinds: [...kinds] }, limit: CANDIDATES }), placeholderData: keepPreviousData });
  const found = data.map((item) => ({ value: item.id, label: [item.title, item.office].filter(Boolean).join(' · ') }));
  return (
    <LookupSelect
      openOnFocus={false} // a list that opens by itself would lie over what is decided with it
      {...props}
      found={found}
      onLookUp={setText}
      chosen={props.defaultValue ? { value: props.defaultValue, label: chosenName } : null}
      onChange={(id) => {
        onChange?.(id);
        onOffice?.(data.find((item) => item.id === id)?.office ?? '');
      }}
    />
  );
}

/** Several organisations that took part. */
export function BodiesSelect({ defaultValue = [], onChange, ...props }: { readonly label: string; readonly defaultValue?: string[]; readonly onChange?: (ids: string[]) => void; readonly error?: ReactNode }) {
  return <MultiSelect {...props} data={[...useBodyOptions(false)]} defaultValue={defaultValue} searchable clearable comboboxProps={{ transitionProps: { duration: 0 } }} {...(onChange && { onChange })} />;
}
