import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Fragment, useState, type FormEvent } from 'react';
import { FormattedMessage, FormattedTime, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { EmergencySheet } from '#shared/modules/grid/emergency/emergency.schema.ts';
import classes from './emergency.module.css';

/** What happened, the newest first, with a line to write what nobody else records. */
export function EmergencyLog({ sheet, mayWrite }: { readonly sheet: EmergencySheet; readonly mayWrite: boolean }) {
  const { formatMessage } = useIntl();
  const [text, setText] = useState('');
  const write = useMutation(api.grid.writeEmergencyLog());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') write.mutate({ id: sheet.id, text: text.trim() }, { onSuccess: () => setText('') });
  };
  return (
    <Stack gap="sm">
      {mayWrite && (
        <form onSubmit={submit}>
          <Group gap="xs" align="flex-end">
            <TextInput style={{ flex: 1 }} label={formatMessage({ id: 'emergency.log-line' })} maxLength={500} value={text} onChange={(event) => setText(event.currentTarget.value)} />
            <Button type="submit" variant="default" disabled={text.trim() === ''} loading={write.isPending}><FormattedMessage id="emergency.log-write" /></Button>
          </Group>
        </form>
      )}
      <ErrorNote error={write.error} />
      <dl className={classes['log']} aria-label={formatMessage({ id: 'emergency.log' })}>
        {sheet.log.toReversed().map((line) => (
          <Fragment key={line.id}>
            <dt className={classes['clock']}><time dateTime={line.at}><FormattedTime value={line.at} hour="2-digit" minute="2-digit" second="2-digit" hourCycle="h23" /></time></dt>
            <dd>{line.by}</dd>
            <dd>{formatMessage({ id: `emergency.log.${line.kind}` })}</dd>
            <dd>{line.text}</dd>
          </Fragment>
        ))}
      </dl>
    </Stack>
  );
}
