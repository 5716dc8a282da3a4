import { writeFile } from 'node:fs/promises';
import { dialog, type BrowserWindow } from 'electron';
import { fail } from '#shared/errors/app-error.ts';

/**
 * Prints the page that shows the recovery sheet; its print style leaves only the sheet. Without a printer it becomes a PDF that the
 * person saves where they choose.
 */
export async function printPage(window: BrowserWindow, fileName: string): Promise<void> {
  const printers = await window.webContents.getPrintersAsync();
  if (printers.length > 0) {
    await new Promise<void>((resolve, reject) => window.webContents.print({ silent: false, printBackground: false }, (_done, reason) => (reason === '' || reason === 'Print job canceled' || reason === undefined ? resolve() : reject(new Error(reason)))));
    return;
  }
  const { filePath, canceled } = await dialog.showSaveDialog(window, { defaultPath: `${fileName}.pdf`, filters: [{ name: 'PDF', extensions: ['pdf'] }] });
  if (canceled || !filePath) return fail('task/cancelled', {});
  await writeFile(filePath, await window.webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true }), { mode: 0o600 });
}
