import type { Db } from '#electron/database/database.ts';
import type { Backdrop, BackdropCorners } from '#shared/modules/grid/territory/map/backdrop.schema.ts';

export type BackdropRecord = Backdrop & { readonly updatedAt: string };
export type BackdropValues = Omit<Backdrop, 'version'> & { readonly communityId: string; readonly sha256: string; readonly now: string };

const ROW = 'id, version, name, media_type AS mediaType, width, height, corners, opacity, updated_at AS updatedAt';
const shown = (row: unknown): BackdropRecord => {
  const stored = row as Omit<BackdropRecord, 'corners'> & { corners: string }; // columns named in ROW
  return { ...stored, corners: JSON.parse(stored.corners) as BackdropCorners }; // written by this repository
};

export function backdropsRepository({ sqlite }: Db) {
  const one = (condition: string, value: string): BackdropRecord | undefined => {
    const row = sqlite.prepare(`SELECT ${ROW} FROM map_backdrop WHERE ${condition}`).get(value);
    return row === undefined ? undefined : shown(row);
  };
  return {
    find: (id: string): BackdropRecord | undefined => one('id = ?', id),
    ofCommunity: (communityId: string): BackdropRecord | undefined => one('community_id = ?', communityId),
    picture: (id: string): Uint8Array<ArrayBuffer> | undefined => sqlite.prepare('SELECT bytes FROM map_backdrop_picture WHERE id = ?').pluck().get(id) as Uint8Array<ArrayBuffer> | undefined, // the one column
    insert: ({ id, communityId, name, mediaType, width, height, sha256, corners, opacity, now }: BackdropValues, bytes: Uint8Array): void => {
      sqlite
        .prepare('INSERT INTO map_backdrop (id, community_id, version, created_at, updated_at, name, media_type, width, height, sha256, corners, opacity) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
        .run(id, communityId, now, now, name, mediaType, width, height, sha256, JSON.stringify(corners), opacity);
      sqlite.prepare('INSERT INTO map_backdrop_picture (id, community_id, version, created_at, updated_at, bytes) VALUES (?, ?, 1, ?, ?, ?)').run(id, communityId, now, now, bytes);
    },
    place: (id: string, corners: BackdropCorners, opacity: number, now: string): void =>
      void sqlite.prepare('UPDATE map_backdrop SET version = version + 1, updated_at = ?, corners = ?, opacity = ? WHERE id = ?').run(now, JSON.stringify(corners), opacity, id),
    remove: (id: string): void => {
      sqlite.prepare('DELETE FROM map_backdrop_picture WHERE id = ?').run(id);
      sqlite.prepare('DELETE FROM map_backdrop WHERE id = ?').run(id);
    },
  };
}
