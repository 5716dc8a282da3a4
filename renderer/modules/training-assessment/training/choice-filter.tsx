import { Checkbox, Stack } from '@mantine/core';
import type { LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';

type Option<V extends string> = { readonly value: V; readonly label: string };
type ChoiceOptions<F, V extends string> = { readonly id: string; readonly label: string; readonly options: readonly Option<V>[]; readonly of: (filter: F) => readonly V[]; readonly put: (filter: F, values: V[]) => F };

/** "One of these" as ticks. */
export function choiceFilter<F, V extends string>({ id, label, options, of, put }: ChoiceOptions<F, V>): LedgerFilter<F> {
  return {
    id,
    label,
    describe: (filter) => (of(filter).length === 0 ? null : of(filter).map((value) => options.find((option) => option.value === value)?.label ?? value).join('、')),
    without: (filter) => put(filter, []),
    editor: (filter, change) => (
      <Checkbox.Group label={label} value={[...of(filter)]} onChange={(chosen) => change(put(filter, options.map(({ value }) => value).filter((value) => chosen.includes(value))))}>
        <Stack gap={8} mt={8}>{options.map((option) => <Checkbox key={option.value} size="sm" value={option.value} label={option.label} />)}</Stack>
      </Checkbox.Group>
    ),
  };
}

type DayOptions<F> = { readonly id: string; readonly label: string; readonly words: (day: string) => string; readonly of: (filter: F) => string | null; readonly put: (filter: F, day: string | null) => F };

/** "Up to this day." */
export function dayFilter<F>({ id, label, words, of, put }: DayOptions<F>): LedgerFilter<F> {
  return {
    id,
    label,
    describe: (filter) => { const day = of(filter); return day === null ? null : words(day); },
    without: (filter) => put(filter, null),
    editor: (filter, change) => <DayInput label={label} value={of(filter)} data-autofocus popoverProps={{ withinPortal: false }} onChange={(day) => change(put(filter, day))} />,
  };
}
