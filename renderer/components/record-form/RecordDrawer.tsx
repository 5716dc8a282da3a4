import { Button, Drawer, Group, Stack } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { DraftNote } from '#renderer/components/form/DraftNote.tsx';
import { ErrorSum } from './ErrorSum.tsx';
import classes from './record-form.module.css';
import type { RecordForm } from './use-record-form.ts';

type RecordDrawerProps<V extends Record<string, unknown>> = {
  readonly title: string;
  readonly record: RecordForm<V>;
  /** The name of a field as it stands above it; used in the sum of errors. */
  readonly labelOf: (field: string) => string;
  /** The panel has left the screen. */
  readonly onClosed: () => void;
  readonly size?: string;
  readonly children: ReactNode;
};

/** The side panel in which a record is typed: fields that scroll, buttons that stay, and a question before typed words are thrown away. */
export function RecordDrawer<V extends Record<string, unknown>>({ title, record, labelOf, onClosed, size = '42rem', children }: RecordDrawerProps<V>) {
  const { formatMessage } = useIntl();
  const [isOpen, setOpen] = useState(true);
  const [isAsking, setAsking] = useState(false);
  useDeskCommand({ id: 'record.save', title: 'common.save', accelerator: 'CmdOrCtrl+S', run: record.submit });
  const close = () => {
    if (record.form.isDirty() && !record.isSaved) setAsking(true);
    else setOpen(false);
  };
  return (
    <Drawer
      opened={isOpen && !record.isDone}
      onClose={close}
      onExitTransitionEnd={onClosed}
      position="right"
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }}
      transitionProps={{ duration: 100 }}
      closeOnClickOutside={false}
      classNames={{ content: classes['content'], body: classes['body'] }}
    >
      <form
        className={classes['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          record.submit();
        }}
      >
        <Stack className={classes['fields']} gap="md">
          <DraftNote draft={record.draft} />
          <ErrorSum record={record} labelOf={labelOf} />
          {children}
        </Stack>
        <Group className={classes['buttons']} justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}><FormattedMessage id="common.cancel" /></Button>
          <Button type="submit" loading={record.isPending} leftSection={record.isSaved ? <IconCheck size={16} aria-hidden /> : undefined}>
            <FormattedMessage id={record.isSaved ? 'record-form.saved' : 'common.save'} />
          </Button>
        </Group>
      </form>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={formatMessage({ id: 'record-form.leave-title' })}
        consequence={formatMessage({ id: 'record-form.leave-consequence' })}
        confirmLabel={formatMessage({ id: 'record-form.leave' })}
        danger
        onConfirm={() => {
          record.draft.clear();
          setAsking(false);
          setOpen(false);
        }}
      />
    </Drawer>
  );
}
