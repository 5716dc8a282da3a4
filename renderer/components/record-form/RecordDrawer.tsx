import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage, FormattedTime, useIntl } from 'react-intl';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { usePreferences } from '#renderer/app/preferences.ts';
import { SaveQuestion } from '#renderer/components/confirm/SaveQuestion.tsx';
import { DraftNote } from '#renderer/components/form/DraftNote.tsx';
import { isLeaving } from '#renderer/components/form/unsaved-forms.ts';
import { asksForNext, focusNextField, isAmongSuggestions } from './enter-moves.ts';
import { ErrorSum } from './ErrorSum.tsx';
import { pasteTidily } from './paste-tidily.ts';
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
  /** The verb on the button, where the form is an act and not a record that is kept. */
  readonly saveLabel?: string;
  readonly children: ReactNode;
};

/** The side panel in which a record is typed: fields that scroll, buttons that stay, and a question before typed words are thrown away. */
export function RecordDrawer<V extends Record<string, unknown>>({ title, record, labelOf, onClosed, size = '42rem', saveLabel, children }: RecordDrawerProps<V>) {
  const { formatMessage } = useIntl();
  const [isOpen, setOpen] = useState(true);
  const [isAsking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { enterMoves } = usePreferences();
  const { submit, submitAndNext, begun } = record;
  useDeskCommand({ id: 'record.save', title: 'common.save', accelerator: 'CmdOrCtrl+S', run: () => submit() });
  useDeskCommand({ id: 'record.save-next', title: submitAndNext ? 'record-form.save-next' : 'common.save', accelerator: 'CmdOrCtrl+Enter', run: () => (submitAndNext ?? submit)() });
  useEffect(() => {
    if (begun > 0) form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [begun]);
  const leave = () => {
    setAsking(false);
    setOpen(false);
  };
  /** Escape first takes back the question: the panel hears it for both, because the press that opens the question would also close it. */
  const close = () => {
    if (isLeaving()) return;
    if (isAsking) setAsking(false);
    else if (record.isDirty()) setAsking(true);
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
        ref={form}
        className={classes['form']}
        noValidate
        onPaste={pasteTidily}
        onKeyDown={(event) => (enterMoves || isAmongSuggestions(event)) && asksForNext(event) && focusNextField(event)}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack className={classes['fields']} gap="md">
          <DraftNote draft={record.draft} />
          <ErrorSum record={record} labelOf={labelOf} />
          {children}
        </Stack>
        <Group className={classes['buttons']} justify="flex-end" gap="xs">
          <KeptAt at={record.draft.keptAt} />
          <Button variant="default" onClick={close}><FormattedMessage id="common.cancel" /></Button>
          {submitAndNext && <Button variant="default" disabled={record.isPending || record.isSaved} onClick={submitAndNext} title="Ctrl+Enter"><FormattedMessage id="record-form.save-next" /></Button>}
          <Button type="submit" loading={record.isPending} leftSection={record.isSaved ? <IconCheck size={16} aria-hidden /> : undefined}>
            {!record.isSaved && saveLabel !== undefined ? saveLabel : <FormattedMessage id={record.isSaved ? 'record-form.saved' : 'common.save'} />}
          </Button>
        </Group>
      </form>
      <SaveQuestion
        opened={isAsking}
        closeOnEscape={false}
        onCancel={() => setAsking(false)}
        onSave={() => {
          setAsking(false);
          submit();
        }}
        onDiscard={() => {
          record.draft.clear();
          leave();
        }}
      />
    </Drawer>
  );
}

/** "Kept at 14:02", beside the buttons of the form that was kept. */
function KeptAt({ at }: { readonly at: string | null }) {
  if (at === null) return null;
  return <Text size="sm" c="dimmed" mr="auto"><FormattedMessage id="frame.saved-at" values={{ time: <FormattedTime value={at} hour="2-digit" minute="2-digit" hourCycle="h23" /> }} /></Text>;
}
