import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { notifications } from '@mantine/notifications';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import type { ImportProfile } from '#shared/kernel/imports/imports.contract.ts';
import { mayImport } from './offered-profiles.ts';

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || target.closest('[role="dialog"]') !== null);

/**
 * Rows copied in a spreadsheet and pasted on the page become an import with its dry run. A paste into a field stays a paste; text without
 * columns is answered with a hint, a refusal by the desk's own note.
 */
export function usePasteImport(profile: ImportProfile | null): void {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const may = useMay();
  const paste = useMutation({ ...api.imports.pasteRows(), onSuccess: (batch) => void navigate({ to: '/system/imports/$batchId', params: { batchId: batch.id } }) });
  const { mutate, isPending } = paste;
  const isAllowed = profile === null ? may('imports.run') : mayImport(may, profile);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (!isAllowed || isPending || isTyping(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      if (text.includes('\t')) mutate({ text, name: formatMessage({ id: 'imports.paste.name' }), ...(profile && { profile }) });
      else notifications.show({ color: 'yellow', message: formatMessage({ id: 'imports.paste.no-table' }) });
    };
    addEventListener('paste', onPaste);
    return () => removeEventListener('paste', onPaste);
  }, [isAllowed, isPending, mutate, profile, formatMessage]);
}
