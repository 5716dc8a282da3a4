import type { CopiedRows } from './ledger-clipboard.ts';

/**
 * Puts text and table on the clipboard through the browser's own copy command, which needs no permission (the desk grants pages none) but
 * must follow a key press or click.
 */
export function writeClipboard(copied: CopiedRows): boolean {
  const fill = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', copied.text);
    event.clipboardData?.setData('text/html', copied.html);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  const written = document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  return written;
}
