import { app, powerMonitor } from 'electron';

type SystemEnd = {
  /** The system asks whether it may end: the window puts aside what is typed. */
  readonly prepare: () => void;
  /** The system ends now. */
  readonly end: () => void;
};

/**
 * Shutdown and log-off. Windows first asks every window and then ends them, and does not wait for anything that takes its time; other
 * systems wait for the program while it closes its file. Nobody is asked anything: typed words are kept as drafts.
 */
export function followSystem({ prepare, end }: SystemEnd): void {
  app.on('browser-window-created', (_event, window) => {
    window.on('query-session-end', prepare);
    window.on('session-end', end);
  });
  // the types leave the event out that this one does carry
  (powerMonitor as NodeJS.EventEmitter).on('shutdown', (event: Electron.Event) => { // Electron documents it as preventable
    event.preventDefault();
    end();
  });
}
