import type { SelectProps } from '@mantine/core';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { PickSelect } from './PickSelect.tsx';

type CodeSelectProps = Omit<SelectProps, 'data' | 'filter' | 'searchable' | 'value' | 'defaultValue' | 'onChange'> & {
  readonly table: string;
  readonly defaultValue?: string;
  readonly onChange?: (code: string) => void;
  /** A code that must have a value cannot be emptied. */
  readonly isFixed?: boolean;
};

/** One value of a code table, found by typing; nothing chosen is the empty code. */
export function CodeSelect({ table, defaultValue = '', onChange, isFixed = false, ...props }: CodeSelectProps) {
  const { options } = useCodes(table);
  return (
    <PickSelect
      kind={`code/${table}`}
      options={options}
      clearable={!isFixed}
      allowDeselect={!isFixed}
      {...props}
      defaultValue={defaultValue === '' ? null : defaultValue}
      onChange={(code) => onChange?.(code ?? '')}
    />
  );
}
