import { Checkbox, MultiSelect, Stack } from '@mantine/core';
import { useIntl } from 'react-intl';
import { DayInput } from '../record-form/DayInput.tsx';
import type { LedgerFilter } from './ledger-list.ts';

type Option = { readonly value: string; readonly label: string };

type ListFilterOptions<F, V extends string> = {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly values: readonly V[] | null;
  readonly of: (filter: F) => readonly V[];
  readonly put: (filter: F, values: V[]) => F;
};

/** "One of these": few options as ticks, many as a list that is searched. `values` limits what may be chosen to the values of a schema. */
export function listFilter<F, V extends string>({ id, label, options, values, of, put }: ListFilterOptions<F, V>): LedgerFilter<F> {
  const known = (chosen: string[]): V[] => (values ? values.filter((value) => chosen.includes(value)) : (chosen as V[])); // without a list of values V is string
  const labelOf = (value: string): string => options.find((option) => option.value === value)?.label ?? value;
  return {
    id,
    label,
    describe: (filter) => (of(filter).length === 0 ? null : of(filter).map(labelOf).join('、')),
    without: (filter) => put(filter, []),
    editor: (filter, change) => <ListEditor label={label} options={options} chosen={of(filter)} onChange={(chosen) => change(put(filter, known(chosen)))} />,
  };
}

const TICKS_UP_TO = 7;

type ListEditorProps = { readonly label: string; readonly options: readonly Option[]; readonly chosen: readonly string[]; readonly onChange: (chosen: string[]) => void };

function ListEditor({ label, options, chosen, onChange }: ListEditorProps) {
  if (options.length > TICKS_UP_TO) {
    return <MultiSelect label={label} data={options} value={[...chosen]} onChange={onChange} searchable clearable w={300} data-autofocus comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }} />;
  }
  return (
    <Checkbox.Group label={label} value={[...chosen]} onChange={onChange}>
      <Stack gap={8} mt={8}>
        {options.map(({ value, label: words }) => <Checkbox key={value} size="sm" value={value} label={words} />)}
      </Stack>
    </Checkbox.Group>
  );
}

/** "Only those for whom this holds." */
export function flagFilter<F>({ id, label, yes, of, put }: { readonly id: string; readonly label: string; readonly yes: string; readonly of: (filter: F) => boolean; readonly put: (filter: F, isSet: boolean) => F }): LedgerFilter<F> {
  return {
    id,
    label,
    describe: (filter) => (of(filter) ? yes : null),
    without: (filter) => put(filter, false),
    editor: (filter, change) => <Checkbox label={label} checked={of(filter)} data-autofocus onChange={(event) => change(put(filter, event.currentTarget.checked))} />,
  };
}

/** "Up to this day." */
export function dayFilter<F>({ id, label, words, of, put }: { readonly id: string; readonly label: string; readonly words: (day: string) => string; readonly of: (filter: F) => string | null; readonly put: (filter: F, day: string | null) => F }): LedgerFilter<F> {
  return {
    id,
    label,
    describe: (filter) => { const day = of(filter); return day === null ? null : words(day); },
    without: (filter) => put(filter, null),
    editor: (filter, change) => <DayInput label={label} value={of(filter)} data-autofocus popoverProps={{ withinPortal: false }} onChange={(day) => change(put(filter, day))} />,
  };
}

/** A condition that only a link sets: it can be seen and taken away. */
export function linkedFilter<F>({ id, label, yes, of, without }: { readonly id: string; readonly label: string; readonly yes: string; readonly of: (filter: F) => boolean; readonly without: (filter: F) => F }): LedgerFilter<F> {
  return { id, label, describe: (filter) => (of(filter) ? yes : null), without, editor: () => <LinkedNote /> };
}

function LinkedNote() {
  const { formatMessage } = useIntl();
  return <>{formatMessage({ id: 'register.filter.linked-note' })}</>;
}
