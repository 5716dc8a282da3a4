import { Button, Group, Progress, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { TaskStep } from './use-long-task.ts';

type TaskProgressProps = { label: string; step: TaskStep | null; onCancel?: () => void };

/** Nothing moves in the first moments of a task, so that a quick one does not flicker (look.md 2). */
const QUIET_MS = 300;

/** A running task: what it does, how far it is as a number, and the way to stop it. */
export function TaskProgress({ label, step, onCancel }: TaskProgressProps) {
  const { formatNumber } = useIntl();
  const [isVisible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isVisible) return null;
  const percent = step && step.total > 0 ? (100 * step.done) / step.total : null;
  return (
    <Group gap="sm" wrap="nowrap" role="status" miw={280}>
      <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
        {label}
        {step && step.total > 0 ? ` ${formatNumber(step.done)} / ${formatNumber(step.total)}` : ''}
      </Text>
      <Progress value={percent ?? 100} animated={percent === null} aria-label={label} flex={1} miw={100} />
      {onCancel && (
        <Button variant="default" size="compact-sm" onClick={onCancel}>
          <FormattedMessage id="common.cancel" />
        </Button>
      )}
    </Group>
  );
}
