import { z } from 'zod';
import { openDatabase } from '#electron/database/connection.ts';
import { roles } from '#shared/contract/roles.ts';

const rowsSchema = z.array(z.strictObject({ id: z.string(), roles: z.string().transform((text) => z.array(z.enum(roles)).parse(JSON.parse(text))) }));

/** Who could sign in, and as what, when a proved copy of the file was made. `dek` is zeroed. */
export function activeAccountsIn(file: string, dek: Buffer, nativeBinding: string | undefined) {
  const sqlite = openDatabase({ file, dek, mode: 'read', cacheKiB: 8 * 1024, nativeBinding });
  try {
    return rowsSchema.parse(sqlite.prepare("SELECT id, roles FROM account WHERE status = 'active'").all());
  } finally {
    sqlite.close();
  }
}
