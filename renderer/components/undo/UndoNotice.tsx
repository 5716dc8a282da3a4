import { Button, Group, Kbd, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { FormattedMessage } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { acceleratorText } from '#renderer/app/accelerators.ts';
import { useWords } from '#renderer/i18n/use-words.ts';
import type { UndoStep } from '#shared/kernel/undo/undo.contract.ts';

export const UNDO_KEYS = 'CmdOrCtrl+Z';
export const REDO_KEYS = 'CmdOrCtrl+Y';

/** One notice at a time: the newest act is the only one that can be taken back at once. */
const NOTICE = 'undo';
/** Long enough to read it and reach for it (ecosystem.md 13, 28). */
const SHOWN_MS = 10_000;

type Happened = 'did' | 'undone' | 'redone';

/** Tells what happened in the corner of the window, with the way back in it. */
export function tellUndo(happened: Happened, step: UndoStep): void {
  notifications.hide(NOTICE);
  notifications.show({ id: NOTICE, autoClose: SHOWN_MS, role: 'status', withCloseButton: false, message: <UndoNotice happened={happened} step={step} /> });
}

export function tellNothingToUndo(way: 'undo' | 'redo'): void {
  notifications.hide(NOTICE);
  notifications.show({ id: NOTICE, role: 'status', withCloseButton: false, message: <FormattedMessage id={way === 'undo' ? 'undo.nothing' : 'undo.nothing-again'} /> });
}

/** The two ways through the acts of this session; each tells what it did. */
export function useTurns() {
  const undo = useMutation({ ...api.undo.undo(), onSuccess: (step) => tellUndo('undone', step) });
  const redo = useMutation({ ...api.undo.redo(), onSuccess: (step) => tellUndo('redone', step) });
  return { undo, redo };
}

function UndoNotice({ happened, step }: { readonly happened: Happened; readonly step: UndoStep }) {
  const wordsOf = useWords();
  const { undo, redo } = useTurns();
  const isUndone = happened === 'undone';
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm"><FormattedMessage id={`undo.${happened}`} values={{ act: wordsOf([`audit.action.${step.action}`], step.action), name: step.name, count: step.count }} /></Text>
      <Button
        size="compact-sm"
        variant="default"
        flex="none"
        leftSection={isUndone ? <IconArrowForwardUp size={16} aria-hidden /> : <IconArrowBackUp size={16} aria-hidden />}
        rightSection={<Kbd size="xs">{acceleratorText(isUndone ? REDO_KEYS : UNDO_KEYS)}</Kbd>}
        loading={undo.isPending || redo.isPending}
        onClick={() => (isUndone ? redo : undo).mutate({ seq: step.seq })}
      >
        <FormattedMessage id={isUndone ? 'undo.redo' : 'undo.undo'} />
      </Button>
    </Group>
  );
}
