import type { BrowserWindow, PrintToPDFOptions } from 'electron';
import type { z } from 'zod';
import type { TaskContext } from '#electron/ipc/task-context.ts';
import { askWhere, writeBytes } from '#electron/kernel/files/save-file.ts';
import type { WrittenFiles } from '#electron/kernel/files/written-files.ts';
import type { TaskHandlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { printingContract } from '#shared/kernel/printing/printing.contract.ts';

type Paper = z.output<typeof printingContract.printPaper.input>;

const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 };
/** Inches, as the browser wants them: room for the head and foot of a screen that brings none. */
const MARGINS = { top: 0.6, bottom: 0.6, left: 0.45, right: 0.45 };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const line = (content: string): string => `<div style="width:100%;padding:0 12mm;font-size:9px;font-family:sans-serif">${content}</div>`;

/** The title on every page, and "page / pages". */
const frameOf = (title: string): PrintToPDFOptions => ({
  displayHeaderFooter: true,
  headerTemplate: line(escaped(title)),
  footerTemplate: line('<div style="text-align:center"><span class="pageNumber"></span> / <span class="totalPages"></span></div>'),
});

const pdfOf = (window: BrowserWindow, { size, landscape, hasOwnFrame, title }: Paper): Promise<Buffer> =>
  window.webContents.printToPDF({ pageSize: size, landscape, margins: hasOwnFrame ? NO_MARGINS : MARGINS, printBackground: false, generateTaggedPDF: true, ...(hasOwnFrame ? {} : frameOf(title)) });

/** The system's own print dialog; its "cancel" is not a failure of the printer. Errors: `task/cancelled`, `print/failed`. */
async function toPrinter(window: BrowserWindow, { size, landscape, hasOwnFrame, title }: Paper): Promise<void> {
  const failure = await new Promise<string | undefined>((resolve) => {
    const options = { silent: false, printBackground: false, pageSize: size, landscape, ...(hasOwnFrame ? { margins: { marginType: 'none' as const } } : { header: title }) };
    window.webContents.print(options, (_done, reason) => resolve(reason));
  });
  if (failure === 'Print job canceled') fail('task/cancelled', {});
  if (failure) fail('print/failed', {});
}

/** Paper and PDF of what the window shows in its print form. Without any printer the PDF is offered instead. */
export const printingTasks = ({ files }: { readonly files: WrittenFiles }): TaskHandlers<typeof printingContract, TaskContext> => ({
  printPaper: async ({ call, window }, paper) => {
    const isPdf = paper.to === 'pdf' || (await window.webContents.getPrintersAsync()).length === 0;
    let path: string | null = null;
    if (isPdf) {
      path = paper.path ?? (await askWhere(window, files.placeFor('print', paper.suggestedName), { name: 'PDF', extension: 'pdf' }));
      await writeBytes(path, await pdfOf(window, paper));
      files.add('print', path);
    } else await toPrinter(window, paper);
    const { entity, entityId, rows, pages, size, reason } = paper;
    await call('audit', 'recordEvent', { action: 'paper.printed', entity, entityId, detail: { to: isPdf ? 'pdf' : 'printer', rows, pages, size, ...(reason && { reason }) }, result: 'done' });
    return { path };
  },
});
