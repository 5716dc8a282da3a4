import { Group } from '@mantine/core';
import { useIntl } from 'react-intl';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';

export type Days = { readonly from: string; readonly until: string };

/** From a day to a day, both included. */
export function DaysPicker({ days, onChange }: { readonly days: Days; readonly onChange: (days: Days) => void }) {
  const { formatMessage } = useIntl();
  return (
    <Group gap="xs">
      <DayInput size="xs" w={150} clearable={false} aria-label={formatMessage({ id: 'training.days.from' })} value={days.from} onChange={(from) => from !== null && onChange({ ...days, from })} />
      <DayInput size="xs" w={150} clearable={false} aria-label={formatMessage({ id: 'training.days.until' })} value={days.until} onChange={(until) => until !== null && onChange({ ...days, until })} />
    </Group>
  );
}
