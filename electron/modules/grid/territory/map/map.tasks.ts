import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { TaskContext } from '#electron/ipc/task-context.ts';
import { pictureFacts } from '#electron/kernel/files/picture-facts.ts';
import { askWhere, writeBytes } from '#electron/kernel/files/save-file.ts';
import type { WrittenFiles } from '#electron/kernel/files/written-files.ts';
import { readWorkbook } from '#electron/kernel/imports/workbook-client.ts';
import type { TaskHandlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { mapOperations } from '#shared/modules/grid/territory/map/map.contract.ts';
import { mapFileSchema } from '#shared/modules/grid/territory/map/map-file.schema.ts';
import { geoJsonOf } from './geojson-file.ts';

type Deps = { /** Built file of the isolated reader. */ readonly mapFileProcess: string; readonly files: WrittenFiles };

const PICTURE_MIB = 20;

async function pictureAt(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > PICTURE_MIB * 1024 * 1024) return fail('map/file-too-large', { limitMiB: PICTURE_MIB });
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return fail('file/not-readable', { name: basename(path) });
    throw error;
  }
}

/** Map files that come in and go out. Borders leave the desk only for a reason, and on record. */
export const mapTasks = ({ mapFileProcess, files }: Deps): TaskHandlers<typeof mapOperations, TaskContext> => ({
  readMapFile: async ({ control }, { path }) => mapFileSchema.parse(JSON.parse(new TextDecoder().decode(await readWorkbook(mapFileProcess, path, control)))),
  exportMap: async ({ call, window }, { reason, suggestedName, path }) => {
    const { grids, shapes } = await call('grid', 'getMap', {});
    const target = path ?? (await askWhere(window, files.placeFor('export', suggestedName), { name: 'GeoJSON', extension: 'geojson' }));
    await writeBytes(target, geoJsonOf(grids, shapes));
    await call('audit', 'recordEvent', { action: 'map.exported', entity: 'grid_shape', entityId: '', detail: { shapes: shapes.length, reason }, result: 'done' });
    files.add('export', target);
    return { path: target, shapes: shapes.length };
  },
  addBackdrop: async ({ call }, { path, corners }) => {
    const bytes = await pictureAt(path);
    return call('grid', 'insertBackdrop', { name: basename(path).slice(0, 200), ...pictureFacts(bytes), corners, bytes: new Uint8Array(bytes) });
  },
});
