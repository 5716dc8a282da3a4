import { Button, Group, Table, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { useNow } from '#renderer/components/time/use-now.ts';
import { reportStateOf } from '#shared/modules/grid/emergency/emergency.rules.ts';
import type { EmergencyContact, EmergencySheet } from '#shared/modules/grid/emergency/emergency.schema.ts';
import { ReportState } from './ReportState.tsx';

const INDENT = 20;

/** The contact tree as it reports in: who has, who is late, by the minute. */
export function ReportList({ sheet, mayRun }: { readonly sheet: EmergencySheet; readonly mayRun: boolean }) {
  const { formatMessage } = useIntl();
  const now = useNow();
  const [words, setWords] = useState('');
  const report = useMutation(api.grid.reportInEmergency());
  const until = sheet.endedAt === null ? Math.max(now, Date.parse(sheet.startedAt)) : Date.parse(sheet.endedAt);
  const late = sheet.contactList.filter(({ dueAt, reportedAt }) => reportStateOf({ startedAt: sheet.startedAt, dueAt, doneAt: reportedAt }, until) === 'late').length;
  const take = ({ id, version }: EmergencyContact) => report.mutate({ id, version, words: words.trim() }, { onSuccess: () => setWords('') });
  if (sheet.contactList.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="emergency.no-contacts" /></Text>;
  return (
    <>
      <Text size="sm" c={late > 0 ? 'var(--mantine-color-red-text)' : 'dimmed'} role="status">{formatMessage({ id: 'emergency.reported-of' }, { reported: sheet.reported, contacts: sheet.contacts, late })}</Text>
      <ErrorNote error={report.error} />
      {mayRun && sheet.reported < sheet.contacts && <TextInput size="xs" label={formatMessage({ id: 'emergency.report-words' })} maxLength={300} value={words} onChange={(event) => setWords(event.currentTarget.value)} />}
      <Table aria-label={formatMessage({ id: 'emergency.reports' })} verticalSpacing={4}>
        <Table.Tbody>
          {sheet.contactList.map((contact) => (
            <Table.Tr key={contact.id}>
              <Table.Td style={{ paddingInlineStart: contact.depth * INDENT }}>
                <Text size="sm">{contact.role} {contact.name}</Text>
                {contact.phone !== '' && <Text size="xs" c="dimmed">{contact.phone}</Text>}
              </Table.Td>
              <Table.Td>
                <Text size="sm" component="div"><ReportState startedAt={sheet.startedAt} dueAt={contact.dueAt} doneAt={contact.reportedAt} endedAt={sheet.endedAt} /></Text>
                {contact.reportedAt !== null && <Text size="xs" c="dimmed"><InstantText at={contact.reportedAt} /> {contact.words}</Text>}
              </Table.Td>
              <Table.Td>
                <Group justify="flex-end">
                  {mayRun && contact.reportedAt === null && <Button size="compact-xs" variant="default" disabled={report.isPending} aria-label={formatMessage({ id: 'emergency.report-in-name' }, { name: contact.name })} onClick={() => take(contact)}><FormattedMessage id="emergency.report-in" /></Button>}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
