import { openDesk } from './desk.ts';

/**
 * A program of its own that sets a station up and is killed, as by a power cut, at the step that is named: `file` when the encrypted file
 * was opened and migrated, `initialised` after its first commit, `keys` when the key store lies on the disk.
 */
const [, , folder = '', step = ''] = process.argv;
const kill = (): void => process.kill(process.pid, 'SIGKILL') as unknown as void; // nothing runs after it
const desk = openDesk(folder, {
  connected: (database) => {
    const open = database.open.bind(database);
    const call = database.call.bind(database);
    database.open = async () => {
      const opened = await open();
      if (step === 'file') kill();
      return opened;
    };
    database.call = async (...asked) => {
      const answer = await call(...asked);
      if (step === 'initialised' && asked[2] === 'session.initialise') kill();
      return answer;
    };
    return database;
  },
});
await desk.keeper.setUp({ communityName: '清波门社区', name: 'wangfang', displayName: '王芳', password: 'Qingbo-Men-51' }, false);
kill();
