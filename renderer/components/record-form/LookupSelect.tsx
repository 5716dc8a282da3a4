import { Select, type SelectProps } from '@mantine/core';
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useComposing } from '#renderer/components/composing/use-composing.ts';

export type LookupOption = { readonly value: string; readonly label: string };

type LookupSelectProps = Omit<SelectProps, 'data' | 'value' | 'defaultValue' | 'onChange' | 'searchValue' | 'onSearchChange' | 'filter'> & {
  /** What the words typed so far may mean. */
  readonly found: readonly LookupOption[];
  readonly onLookUp: (text: string) => void;
  /** The record chosen so far, so that it has a name before anything was looked up. */
  readonly chosen: LookupOption | null;
  readonly defaultValue?: string | null;
  readonly onChange?: (id: string | null) => void;
};

/** One record out of very many: typed words are looked up in the register, a few candidates are offered. */
export function LookupSelect({ found, onLookUp, chosen, defaultValue = null, onChange, ...props }: LookupSelectProps) {
  const { formatMessage } = useIntl();
  const { isComposing, listeners } = useComposing();
  const typed = useRef('');
  const [picked, setPicked] = useState<LookupOption | null>(chosen);
  const options = picked && !found.some(({ value }) => value === picked.value) ? [picked, ...found] : [...found];
  return (
    <Select
      searchable
      clearable
      nothingFoundMessage={formatMessage({ id: 'record-form.nothing-found' })}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      {...props}
      data={options}
      defaultValue={defaultValue}
      filter={({ options: all }) => all}
      onSearchChange={(text) => {
        typed.current = text;
        if (!isComposing) onLookUp(text);
      }}
      onCompositionStart={listeners.onCompositionStart}
      onCompositionEnd={(event) => {
        listeners.onCompositionEnd(event);
        onLookUp(typed.current);
      }}
      onChange={(id) => {
        setPicked(options.find(({ value }) => value === id) ?? null);
        onChange?.(id);
      }}
    />
  );
}
