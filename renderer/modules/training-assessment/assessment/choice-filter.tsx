import { MultiSelect } from '@mantine/core';
import type { LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';

type ChoiceOptions<F, V extends string> = {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly of: (filter: F) => readonly V[];
  readonly put: (filter: F, values: V[]) => F;
};

/** "One of these", of values that are known. */
export function choiceFilter<F, V extends string>({ id, label, options, of, put }: ChoiceOptions<F, V>): LedgerFilter<F> {
  return {
    id,
    label,
    describe: (filter) => (of(filter).length === 0 ? null : of(filter).map((value) => options.find((option) => option.value === value)?.label ?? value).join('、')),
    without: (filter) => put(filter, []),
    editor: (filter, change) => (
      <MultiSelect label={label} data={[...options]} value={[...of(filter)]} searchable clearable w={300} data-autofocus comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }} onChange={(chosen) => change(put(filter, options.map(({ value }) => value).filter((value) => chosen.includes(value))))} />
    ),
  };
}
