import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { TaskProgress } from '#renderer/components/long-task/TaskProgress.tsx';
import { useLongTask } from '#renderer/components/long-task/use-long-task.ts';
import type { AuditVerdict } from '#shared/kernel/audit/audit.contract.ts';
import { AuditVerdictView } from './AuditVerdictView.tsx';
import { verifyTask } from './verify-task.ts';
import classes from './audit.module.css';

/** The key as main takes it: 64 hexadecimal digits, whatever spaces and dashes were typed between them. */
const KEY = /^[0-9a-f]{64}$/i;
const bare = (typed: string): string => typed.replaceAll(/[\s-]/g, '');

type Checked = { readonly verdict: AuditVerdict; readonly at: string };

/** Proves the log: with the key of the recovery sheet every seal, without it order, anchor and records. */
export function AuditVerify() {
  const { formatMessage } = useIntl();
  const [typed, setTyped] = useState('');
  const [isRefused, setRefused] = useState(false);
  const [checked, setChecked] = useState<Checked | null>(null);
  const { run, cancel, isRunning, step, error } = useLongTask(verifyTask);
  const key = bare(typed);
  const start = (event: FormEvent) => {
    event.preventDefault();
    const isWrong = key !== '' && !KEY.test(key);
    setRefused(isWrong);
    if (isWrong || isRunning) return;
    setChecked(null);
    run(key === '' ? {} : { auditKey: key }, { onSuccess: (verdict) => setChecked({ verdict, at: new Date().toISOString() }) });
  };
  return (
    <Stack gap="lg" maw="48rem">
      <form onSubmit={start} noValidate>
        <Stack gap="sm">
          <Text size="sm"><FormattedMessage id="audit.verify.about" /></Text>
          <Textarea
            label={formatMessage({ id: 'audit.verify.key' })}
            description={formatMessage({ id: 'audit.verify.key.hint' })}
            autosize
            minRows={2}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            classNames={{ input: classes['mono'] ?? '' }}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={isRefused ? formatMessage({ id: 'audit.verify.key.wrong' }, { count: key.length }) : null}
          />
          <Group>
            {isRunning ? (
              <TaskProgress label={formatMessage({ id: 'audit.verify.running' })} step={step} onCancel={cancel} />
            ) : (
              <Button type="submit" leftSection={<IconShieldCheck size={16} aria-hidden />}><FormattedMessage id="audit.verify.run" /></Button>
            )}
          </Group>
        </Stack>
      </form>
      <ErrorNote error={error} />
      {checked && <AuditVerdictView verdict={checked.verdict} at={checked.at} />}
    </Stack>
  );
}
