const { app, ipcMain } = require('electron');

// Loaded before the program under test: says when its page told that it can be used, then ends the program at once.
ipcMain.once(process.env.GRIDDESK_BENCH_READY, () => {
  process.stdout.write(`ready ${Date.now()}\n`, () => app.exit(0));
});
