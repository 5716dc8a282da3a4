import { Alert, Button, Group, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { missingYears } from './missing-years.ts';

type CalendarNotesProps = { readonly knownYears: readonly number[]; readonly shownYear: number; readonly onPaste: (() => void) | null };

/** Years whose days are not known although they are needed: deadlines in them are counted by the plain week until the notice is entered. */
export function CalendarNotes({ knownYears, shownYear, onPaste }: CalendarNotesProps) {
  const { formatList } = useIntl();
  const missing = missingYears(knownYears, shownYear, localToday());
  if (missing.length === 0) return null;
  return (
    <Alert variant="light" color="yellow" icon={<IconClockExclamation size={18} aria-hidden />}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex={1} c="var(--mantine-color-text)"><FormattedMessage id="calendar.missing" values={{ years: formatList(missing.map(String), { type: 'conjunction' }) }} /></Text>
        {onPaste && <Button size="compact-sm" variant="default" onClick={onPaste}><FormattedMessage id="calendar.notice" /></Button>}
      </Group>
    </Alert>
  );
}
