import { NumberInput, Text, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';
import { capitalAmount, MAX_FEN } from '#shared/modules/budget/ledger/money.rules.ts';

const FEN_IN_YUAN = 100;

type MoneyInputProps = Omit<NumberInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  /** Fen; null while nothing is typed. */
  readonly defaultFen: number | null;
  readonly onFen: (fen: number | null) => void;
};

/** An amount typed in yuan and kept in fen, with its capital figures under it as they will stand on paper. */
export function MoneyInput({ defaultFen, onFen, ...props }: MoneyInputProps) {
  const [fen, setFen] = useState(defaultFen);
  const words = fen !== null && fen > 0 && fen <= MAX_FEN ? capitalAmount(fen) : '';
  return (
    <div>
      <NumberInput
        min={0}
        decimalScale={2}
        thousandSeparator=","
        hideControls
        prefix="¥"
        {...props}
        defaultValue={defaultFen === null ? '' : defaultFen / FEN_IN_YUAN}
        onChange={(typed) => {
          const next = typeof typed === 'number' ? Math.round(typed * FEN_IN_YUAN) : null;
          setFen(next);
          onFen(next);
        }}
      />
      <Text size="xs" c="dimmed" aria-live="polite" mih={18} lang="zh-CN">{words}</Text>
    </div>
  );
}
