import { MultiSelect } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useComposing } from '#renderer/components/composing/use-composing.ts';
import type { LookupOption } from './LookupSelect.tsx';

type LookupMultiSelectProps = {
  readonly label: string;
  readonly description?: string;
  readonly error?: ReactNode;
  readonly 'data-autofocus'?: boolean;
  /** Chosen before, with their names. */
  readonly first?: readonly LookupOption[];
  readonly found: readonly LookupOption[];
  readonly onLookUp: (text: string) => void;
  readonly onChange: (ids: string[]) => void;
};

/** Several records looked up by typing; those that were chosen stay, by the first part of their label, whatever is typed next. */
export function LookupMultiSelect({ first = [], found, onLookUp, onChange, ...props }: LookupMultiSelectProps) {
  const { formatMessage } = useIntl();
  const { isComposing, listeners } = useComposing();
  const [text, setText] = useState('');
  const [picked, setPicked] = useState(first);
  const options = [...picked, ...found.filter(({ value }) => !picked.some((one) => one.value === value))];
  const type = (next: string) => {
    setText(next);
    if (!isComposing) onLookUp(next);
  };
  return (
    <MultiSelect
      {...props}
      required
      searchable
      data={options}
      hidePickedOptions
      value={picked.map(({ value }) => value)}
      filter={({ options: all }) => all}
      searchValue={text}
      onSearchChange={type}
      onCompositionStart={listeners.onCompositionStart}
      onCompositionEnd={(event) => {
        listeners.onCompositionEnd(event);
        onLookUp(event.currentTarget.value);
      }}
      nothingFoundMessage={formatMessage({ id: 'record-form.nothing-found' })}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      onChange={(ids) => {
        setPicked(ids.flatMap((id) => options.find(({ value }) => value === id) ?? []).map(({ value, label }) => ({ value, label: label.split(' · ')[0] ?? label })));
        type('');
        onChange(ids);
      }}
    />
  );
}
