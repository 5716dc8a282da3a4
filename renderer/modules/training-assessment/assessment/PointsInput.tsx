import { NumberInput, type NumberInputProps } from '@mantine/core';
import { HUNDREDTHS } from '#shared/modules/training-assessment/assessment/score.rules.ts';

type PointsInputProps = Omit<NumberInputProps, 'value' | 'defaultValue' | 'onChange'> & { readonly score: number | null; readonly onScore: (score: number | null) => void; /** Hundredths. */ readonly most?: number; readonly maySubtract?: boolean };

/** Points with up to two decimals, kept as whole hundredths; an empty field is no score. */
export function PointsInput({ score, onScore, most, maySubtract = false, ...props }: PointsInputProps) {
  return (
    <NumberInput
      decimalScale={2}
      hideControls
      allowNegative={maySubtract}
      {...(!maySubtract && { min: 0 })}
      {...(most !== undefined && { max: most / HUNDREDTHS })}
      clampBehavior="none"
      {...props}
      defaultValue={score === null ? '' : score / HUNDREDTHS}
      onChange={(points) => onScore(typeof points === 'number' ? Math.round(points * HUNDREDTHS) : null)}
    />
  );
}
