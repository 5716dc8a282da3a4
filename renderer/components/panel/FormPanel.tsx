import { Alert, Box, Button, Drawer, Group, List, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { AppError } from '#shared/errors/app-error.ts';
import classes from './form-panel.module.css';

type FormPanelProps = {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** Something was typed: leaving asks first. */
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** What is wrong with which field, as the form found it at the last try. */
  readonly problems: Readonly<Record<string, ReactNode>>;
  /** What main answered to the last try. */
  readonly error: AppError | null;
  /** The verb on the button; "save" when absent. */
  readonly saveLabel?: string;
  /** Saving cannot be undone: the button is red. */
  readonly isDanger?: boolean;
  readonly canSave?: boolean;
  readonly children: ReactNode;
};

/**
 * A form at the right edge of the screen it belongs to. Enter and Ctrl+S save; Esc leaves, and asks only when something was typed.
 * What is wrong is summed above the fields, and the focus goes there.
 */
export function FormPanel({ opened, title, onClose, isDirty, isSaving, onSubmit, problems, error, saveLabel, isDanger = false, canSave = true, children }: FormPanelProps) {
  const { formatMessage } = useIntl();
  const [isAsking, setAsking] = useState(false);
  const [tries, setTries] = useState(0);
  const summary = useRef<HTMLDivElement>(null);
  const wrong = Object.entries(problems).filter(([, problem]) => Boolean(problem));
  const hasProblem = tries > 0 && (wrong.length > 0 || error !== null);
  useEffect(() => {
    if (hasProblem) summary.current?.focus();
  }, [hasProblem, tries, error]);

  const leave = () => (isDirty && !isSaving ? setAsking(true) : onClose());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    setTries((count) => count + 1);
    onSubmit(event);
  };
  const saveByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    if (canSave && !isSaving) event.currentTarget.requestSubmit();
  };
  return (
    <Drawer opened={opened} onClose={leave} title={title} position="right" size="28rem" transitionProps={{ duration: 100 }} closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }}>
      <form onSubmit={submit} onKeyDown={saveByKey} noValidate className={classes['form']}>
        <Stack gap="md">
          <Box ref={summary} tabIndex={-1} className={classes['summary']}>
            {hasProblem && error && <ErrorNote error={error} />}
            {hasProblem && wrong.length > 0 && (
              <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle size={18} aria-hidden />} title={formatMessage({ id: 'settings.form.problems' }, { count: wrong.length })}>
                <List size="sm">{wrong.map(([field, problem]) => <List.Item key={field}>{problem}</List.Item>)}</List>
              </Alert>
            )}
          </Box>
          {children}
        </Stack>
        <Group justify="flex-end" gap="xs" className={classes['actions']}>
          <Button variant="default" onClick={leave}><FormattedMessage id="common.cancel" /></Button>
          <Button type="submit" loading={isSaving} disabled={!canSave} {...(isDanger && { color: 'red' })}>{saveLabel ?? formatMessage({ id: 'common.save' })}</Button>
        </Group>
      </form>
      <ConfirmDialog
        opened={isAsking}
        title={formatMessage({ id: 'settings.form.leave.title' })}
        consequence={formatMessage({ id: 'settings.form.leave.consequence' })}
        confirmLabel={formatMessage({ id: 'settings.form.leave.action' })}
        danger
        onConfirm={() => {
          setAsking(false);
          onClose();
        }}
        onClose={() => setAsking(false)}
      />
    </Drawer>
  );
}
