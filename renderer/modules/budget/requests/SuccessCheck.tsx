import { Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import classes from '../parts/budget.module.css';

const ICONS = { good: IconCircleCheck, warn: IconAlertTriangle, stop: IconCircleX } as const;
const CLOCKS = { good: 'calm', warn: 'near', stop: 'overdue' } as const;
const TYPING_MS = 250;

type Question = { readonly requestId: string | null; readonly lineId: string | null; readonly useCode: string; readonly amountFen: number | null; readonly neededOn: string | null };

/** Whether it would go through, said while it is typed: the line, the use, the day, the money, and how such requests fared. */
export function SuccessCheck({ requestId, lineId, useCode, amountFen, neededOn }: Question) {
  const { formatMessage } = useIntl();
  const [asked] = useDebouncedValue(amountFen, TYPING_MS);
  const { data } = useQuery({ ...api.budget.checkRequest({ requestId, lineId: lineId ?? '', useCode, amountFen: asked !== null && asked > 0 ? asked : null, neededOn: neededOn === '' ? null : neededOn }), enabled: lineId !== null });
  if (lineId === null || !data) return null;
  return (
    <Stack gap={2} role="status" aria-label={formatMessage({ id: 'budget.check.title' })} className={classes['pot']}>
      <Text size="sm" fw={600}>{formatMessage({ id: 'budget.check.title' })}</Text>
      {data.map(({ code, severity, params }) => {
        const Icon = ICONS[severity];
        return (
          <Group key={code} gap={6} wrap="nowrap" align="flex-start" className={severity === 'good' ? undefined : classes['clock']} data-clock={CLOCKS[severity]} style={{ whiteSpace: 'normal' }}>
            <Icon size={16} aria-label={formatMessage({ id: `budget.check.${severity}` })} style={{ flex: 'none', marginTop: 2 }} />
            <Text size="sm" span>{formatMessage({ id: messageId(`budget.check.say.${code}`) }, params)}</Text>
          </Group>
        );
      })}
    </Stack>
  );
}
