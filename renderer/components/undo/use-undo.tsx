import { Button, Group, Kbd, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { acceleratorText } from '#renderer/app/accelerators.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useWords } from '#renderer/i18n/use-words.ts';
import type { UndoStep } from '#shared/kernel/undo/undo.contract.ts';

const UNDO_KEYS = 'CmdOrCtrl+Z';
const REDO_KEYS = 'CmdOrCtrl+Y';
/** One notice at a time: the newest act is the only one that can be taken back at once. */
const NOTICE = 'undo';
/** Long enough to read it and reach for it (ecosystem.md 13, 28). */
const SHOWN_MS = 10_000;

/**
 * Taking back instead of being asked beforehand: after every act on a record a notice offers to undo it, and Ctrl+Z and Ctrl+Y go back
 * and forth through the acts of this session. In a text field the keys belong to the field.
 */
export function useUndo(): void {
  const { data } = useQuery(api.undo.listNext({}));
  const { mutate: undo } = useMutation(api.undo.undo());
  const { mutate: redo } = useMutation(api.undo.redo());
  const told = useRef<number | null>(null);
  const tell = useTell();

  useEffect(() => {
    if (!data) return;
    const newest = data.undo?.seq ?? 0;
    const isNew = told.current !== null && newest > told.current;
    told.current = Math.max(newest, told.current ?? 0, data.redo?.seq ?? 0);
    if (isNew && data.undo) tell('undo.did', data.undo, { label: 'undo.undo', keys: UNDO_KEYS, run: undo });
  }, [data, tell, undo]);

  const step = (wanted: UndoStep | null | undefined, way: 'undo' | 'redo'): void => {
    if (!wanted) notifications.show({ id: NOTICE, message: <FormattedMessage id={way === 'undo' ? 'undo.nothing' : 'undo.nothing-again'} /> });
    else if (way === 'undo') undo({ seq: wanted.seq }, { onSuccess: (done) => tell('undo.undone', done, { label: 'undo.redo', keys: REDO_KEYS, run: redo }) });
    else redo({ seq: wanted.seq }, { onSuccess: (done) => tell('undo.redone', done, { label: 'undo.undo', keys: UNDO_KEYS, run: undo }) });
  };
  useDeskCommand({ id: 'edit.undo', title: 'undo.undo', accelerator: UNDO_KEYS, outsideText: true, run: () => step(data?.undo, 'undo') });
  useDeskCommand({ id: 'edit.redo', title: 'undo.redo', accelerator: REDO_KEYS, outsideText: true, run: () => step(data?.redo, 'redo') });
}

type Offer = { readonly label: 'undo.undo' | 'undo.redo'; readonly keys: string; readonly run: (input: { seq: number }) => void };

function useTell() {
  const intl = useIntl();
  const wordsOf = useWords();
  return useCallback(
    (title: 'undo.did' | 'undo.undone' | 'undo.redone', step: UndoStep, offer: Offer): void => {
      const act = wordsOf([`audit.action.${step.action}`], step.action);
      notifications.hide(NOTICE);
      notifications.show({
        id: NOTICE,
        autoClose: SHOWN_MS,
        role: 'status',
        closeButtonProps: { 'aria-label': intl.formatMessage({ id: 'common.close' }) },
        message: (
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm"><FormattedMessage id={title} values={{ act, name: step.name, count: step.count }} /></Text>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              rightSection={<Kbd size="xs">{acceleratorText(offer.keys)}</Kbd>}
              onClick={() => {
                notifications.hide(NOTICE);
                offer.run({ seq: step.seq });
              }}
            >
              <FormattedMessage id={offer.label} />
            </Button>
          </Group>
        ),
      });
    },
    [intl, wordsOf],
  );
}
