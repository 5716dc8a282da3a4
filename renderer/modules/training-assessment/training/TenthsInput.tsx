import { NumberInput, type NumberInputProps } from '@mantine/core';

type TenthsInputProps = Omit<NumberInputProps, 'value' | 'defaultValue' | 'onChange' | 'decimalScale'> & { readonly tenths: number | null; readonly onTenths: (tenths: number | null) => void };
const TENTHS = 10;

/** Hours or points with one decimal, kept as whole tenths. */
export function TenthsInput({ tenths, onTenths, ...props }: TenthsInputProps) {
  return <NumberInput {...props} min={0} decimalScale={1} step={0.5} defaultValue={tenths === null ? '' : tenths / TENTHS} onChange={(value) => onTenths(typeof value === 'number' ? Math.round(value * TENTHS) : null)} />;
}
