import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCommandLine } from '#electron/shell/command-line.ts';

it.each([
  [[], null, 'data'],
  [['--demo'], 'community', join('data', 'demo')],
  [['--demo=community'], 'community', join('data', 'demo')],
  [['--demo=sub-district'], 'sub-district', join('data', 'demo-sub-district')],
  [['--demo=city', '--screenshot', 'desk.png'], 'city', join('data', 'demo-city')],
  [['--demo=village'], 'community', join('data', 'demo')],
])('%j starts the demo of the size %s in %s', (args, demo, dataFolder) => {
  expect(readCommandLine([...args, '--data-dir', 'data'])).toMatchObject({ demo, dataFolder });
});
