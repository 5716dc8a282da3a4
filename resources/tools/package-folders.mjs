import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from '#resources/tools/checkout.mjs';

const work = join(cache, 'package');
const smoke = join(cache, 'package-smoke');

/** Where packaging works. Only `dist` holds anything to hand out; what lies in `.cache/package-smoke` are tests. */
export const folders = {
  program: (platform) => join(work, `program-${platform}`),
  licences: join(work, 'THIRD-PARTY-LICENSES.txt'),
  windowsParts: join(work, 'windows-parts'),
  stub: join(work, 'windows-stub'),
  wine: join(work, 'wine'),
  smokeLinux: join(smoke, 'linux'),
  smokeWindows: join(smoke, 'windows'),
  databaseCheck: join(smoke, 'database-check'),
  installer: join(smoke, 'installer'),
};

/** Says in the folder of tests itself that nothing in it may be handed out. */
export function markTests() {
  mkdirSync(smoke, { recursive: true });
  writeFileSync(join(smoke, 'NOT-FOR-USE.txt'), 'What lies here serves to test the packaging on this machine: an old Electron, or none at all. Do not hand it out.\nWhat is handed out lies in dist.\n');
}
