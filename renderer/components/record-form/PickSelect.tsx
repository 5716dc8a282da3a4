import { isOptionsGroup, Select, type ComboboxItem, type ComboboxParsedItem, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import type { CodeOption } from '#renderer/components/codes/use-codes.ts';
import { MOST_SPELLED } from '#shared/kernel/search/search.contract.ts';
import { lastUsedFirst, matching } from './pick-order.ts';
import { useLastUsed } from './use-last-used.ts';

type PickSelectProps = Omit<SelectProps, 'data' | 'filter' | 'searchable'> & {
  /** Under this name the last choices are remembered, e.g. the code table or `grid`. */
  readonly kind: string;
  readonly options: readonly CodeOption[];
};

/** A list this short is read faster than it is searched. */
const SHORT = 6;

/** One of a list: found by words, pinyin, initials or code, with what was used lately on top. */
export function PickSelect({ kind, options, onChange, ...props }: PickSelectProps) {
  const { formatMessage } = useIntl();
  const isLong = options.length > SHORT;
  const texts = useMemo(() => options.slice(0, MOST_SPELLED).map(({ label }) => label), [options]);
  const { data: letters } = useQuery({ ...api.search.spell({ texts }), enabled: isLong });
  const { used, remember } = useLastUsed(kind);
  const spelled = useMemo(() => new Map(options.map((option, index) => [option.value, { ...option, letters: letters?.[index] ?? [] }])), [options, letters]);
  const data = useMemo(() => {
    const { lately, others } = lastUsedFirst(options, isLong ? used : []);
    if (lately.length === 0) return [...options];
    return [
      { group: formatMessage({ id: 'record-form.last-used' }), items: [...lately] },
      { group: formatMessage({ id: 'record-form.all-choices' }), items: [...others] },
    ];
  }, [options, isLong, used, formatMessage]);
  return (
    <Select
      nothingFoundMessage={formatMessage({ id: 'record-form.nothing-found' })}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      maxDropdownHeight={280}
      {...props}
      data={data}
      searchable={isLong}
      selectFirstOptionOnChange
      filter={({ options: shown, search }) => {
        const kept = new Set(matching([...spelled.values()], search).map(({ value }) => value));
        const isKept = ({ value }: ComboboxItem): boolean => kept.has(value);
        return shown.flatMap((item): ComboboxParsedItem[] => {
          if (!isOptionsGroup(item)) return isKept(item) ? [item] : [];
          const items = item.items.filter(isKept);
          return items.length > 0 ? [{ ...item, items }] : [];
        });
      }}
      onChange={(value, option) => {
        if (value !== null && isLong) remember(value);
        onChange?.(value, option);
      }}
    />
  );
}
