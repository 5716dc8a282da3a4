import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { bridge } from '#renderer/api/index.ts';
import { useErrorWords } from '#renderer/components/error/use-error-words.ts';
import { flushDrafts } from '#renderer/components/form/unsaved-forms.ts';
import type { DeskEvent } from '#shared/contract/bridge.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { runCommand } from '../commands.ts';
import { useKeepPlace } from '../kept-place.ts';

/** A menu item that opens a place instead of giving a command (electron/shell/menu.ts). */
const PLACE = 'go:';

const importOf = (path: string): string => `/system/imports?open=${encodeURIComponent(JSON.stringify(path))}`;

/** Answers what main tells unasked: changed data, a menu item, a file opened with the program, a second start of it, a desk about to lock. */
export function useDeskEvents(): void {
  const client = useQueryClient();
  const { history } = useRouter();
  const { formatMessage } = useIntl();
  const { keep } = useKeepPlace();
  const errorWords = useErrorWords();
  useEffect(() => {
    const answer = (event: DeskEvent): void => {
      if (event.type === 'changed') for (const module of event.modules) void client.invalidateQueries({ queryKey: [module] });
      else if (event.type === 'menu' && event.commandId.startsWith(PLACE)) history.push(event.commandId.slice(PLACE.length));
      else if (event.type === 'menu') runCommand(event.commandId);
      else if (event.type === 'startedAgain') notifications.show({ id: event.type, message: formatMessage({ id: 'frame.started-again' }) });
      else if (event.type === 'notice') notifications.show({ id: event.failure.code, message: errorWords(new AppError(event.failure)), color: 'yellow', autoClose: false, role: 'status' });
      else if (event.type === 'openFile') history.push(importOf(event.path));
      else if (event.type === 'locking') {
        flushDrafts();
        keep(history.location.href);
      }
    };
    return bridge.onEvent(answer);
  }, [client, history, keep, formatMessage, errorWords]);
  useDroppedFile((path) => history.push(importOf(path)));
}

/** A workbook dropped anywhere opens the import; without this the page would be left for the file. */
function useDroppedFile(open: (path: string) => void): void {
  useEffect(() => {
    const onOver = (event: DragEvent): void => event.preventDefault();
    const onDrop = (event: DragEvent): void => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      const path = file && /\.(xlsx?|csv)$/i.test(file.name) ? bridge.pathOf(file) : '';
      if (path !== '') open(path);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, [open]);
}
