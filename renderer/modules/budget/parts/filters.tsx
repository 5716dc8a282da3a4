import { Checkbox, MultiSelect, NumberInput, Stack } from '@mantine/core';
import type { LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';

type Option = { readonly value: string; readonly label: string };
const TICKS_UP_TO = 7;

type ListFilter<F, V extends string> = { readonly id: string; readonly label: string; readonly options: readonly Option[]; readonly of: (filter: F) => readonly V[]; readonly put: (filter: F, values: V[]) => F };

/** "One of these": few options as ticks, many as a list that is searched. */
export function listFilter<F, V extends string>({ id, label, options, of, put }: ListFilter<F, V>): LedgerFilter<F> {
  const labelOf = (value: string): string => options.find((option) => option.value === value)?.label ?? value;
  const known = (chosen: string[]): V[] => chosen as V[]; // every option is a value of the filter
  return {
    id,
    label,
    describe: (filter) => (of(filter).length === 0 ? null : of(filter).map(labelOf).join('、')),
    without: (filter) => put(filter, []),
    editor: (filter, change) =>
      options.length > TICKS_UP_TO ? (
        <MultiSelect label={label} data={options} value={[...of(filter)]} onChange={(chosen) => change(put(filter, known(chosen)))} searchable clearable w={300} data-autofocus comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }} />
      ) : (
        <Checkbox.Group label={label} value={[...of(filter)]} onChange={(chosen) => change(put(filter, known(chosen)))}>
          <Stack gap={8} mt={8}>{options.map(({ value, label: words }) => <Checkbox key={value} size="sm" value={value} label={words} />)}</Stack>
        </Checkbox.Group>
      ),
  };
}

type FlagFilter<F> = { readonly id: string; readonly label: string; readonly yes: string; readonly of: (filter: F) => boolean; readonly put: (filter: F, isSet: boolean) => F };

/** "Only those for whom this holds." */
export function flagFilter<F>({ id, label, yes, of, put }: FlagFilter<F>): LedgerFilter<F> {
  return {
    id,
    label,
    describe: (filter) => (of(filter) ? yes : null),
    without: (filter) => put(filter, false),
    editor: (filter, change) => <Checkbox label={label} checked={of(filter)} data-autofocus onChange={(event) => change(put(filter, event.currentTarget.checked))} />,
  };
}

type YearFilter<F> = { readonly label: string; readonly of: (filter: F) => number | null; readonly put: (filter: F, year: number | null) => F };

export function yearFilter<F>({ label, of, put }: YearFilter<F>): LedgerFilter<F> {
  return {
    id: 'year',
    label,
    describe: (filter) => (of(filter) === null ? null : String(of(filter))),
    without: (filter) => put(filter, null),
    editor: (filter, change) => <NumberInput label={label} value={of(filter) ?? ''} min={2000} max={2100} data-autofocus onChange={(year) => change(put(filter, typeof year === 'number' && year >= 2000 ? year : null))} />,
  };
}
