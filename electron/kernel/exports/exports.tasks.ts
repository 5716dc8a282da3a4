import { shell } from 'electron';
import { basename } from 'node:path';
import { pictureFacts } from '#electron/kernel/files/picture-facts.ts';
import { askWhere, writeBytes } from '#electron/kernel/files/save-file.ts';
import type { WrittenFiles } from '#electron/kernel/files/written-files.ts';
import type { TaskContext } from '#electron/ipc/task-context.ts';
import type { TaskHandlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { exportsContract } from '#shared/kernel/exports/exports.contract.ts';

type Deps = {
  readonly files: WrittenFiles;
  readonly app: { readonly version: string };
};

/** Lists that leave the desk as workbooks, with a reason, and pictures of figures; both on record. */
export function exportsTasks({ files, app }: Deps): TaskHandlers<typeof exportsContract, TaskContext> {
  return {
    exportList: async ({ actor, call, control, window }, { suggestedName, path, ...request }) => {
      if (!actor) return fail('session/required', {});
      const target = path ?? (await askWhere(window, files.placeFor('export', suggestedName), { name: 'Excel', extension: 'xlsx' }));
      const { entries } = await call('audit', 'listOwnEntries', { offset: 0, limit: 1 });
      const mark = `GridDesk ${app.version} · ${actor.displayName} · ${new Date().toISOString()} · #${entries[0]?.seq ?? 0}`;
      const { rows } = await call('exports', 'writeList', { ...request, path: target, mark }, control);
      await call('audit', 'recordEvent', {
        action: 'list.exported',
        entity: request.list,
        entityId: '',
        detail: { rows, columns: request.columns.map((column) => column.field).join(' '), reason: request.reason },
        result: 'done',
      });
      files.add('export', target);
      return { path: target, rows };
    },
    savePicture: async ({ call, window }, { picture, title, suggestedName, path }) => {
      const bytes = Buffer.from(picture, 'base64');
      if (pictureFacts(bytes).mediaType !== 'image/png') fail('file/picture-unknown', {});
      const target = path ?? (await askWhere(window, files.placeFor('export', suggestedName), { name: 'PNG', extension: 'png' }));
      await writeBytes(target, bytes);
      await call('audit', 'recordEvent', { action: 'picture.saved', entity: 'picture', entityId: '', detail: { title }, result: 'done' });
      files.add('export', target);
      return { path: target };
    },
    openExported: async (_context, { path, action }) => {
      if (!files.has(path)) fail('record/not-found', {});
      if (action === 'folder') shell.showItemInFolder(path);
      else if ((await shell.openPath(path)) !== '') fail('file/not-readable', { name: basename(path) });
      return {};
    },
  };
}
