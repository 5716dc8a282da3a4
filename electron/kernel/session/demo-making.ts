import { noControl, type Control } from '#electron/database/unit-of-work.ts';
import type { DemoSize } from '#shared/kernel/session/demo-size.schema.ts';
import { openDemoStation } from './demo-station.ts';
import type { SessionKeeper } from './session-keeper.ts';
import type { Vault } from './vault.ts';

type Deps = {
  readonly keeper: SessionKeeper;
  readonly vault: Vault;
  readonly size: DemoSize;
  /** Removes what was made so far; called when the making ended on the way and its file is closed. */
  readonly clear: () => void;
  /** A line for whoever started the program in a terminal. */
  readonly say: (line: string) => void;
};

/** A line of progress is said after this much of a part, or when the part changes. */
const STEP_PERCENT = 5;

/** The making of a demo: once at a time, watched by the page that asked last, ended by that page or with the program; nothing of it stays when it does not end well. */
export function demoMaking({ keeper, vault, size, clear, say }: Deps) {
  let running: Promise<void> | null = null;
  let watcher: Control = noControl;
  let isStopped = false;
  let said = '';

  const tell = (done: number, total: number, what = ''): void => {
    watcher.progress(done, total, what);
    const percent = Math.floor((done * 100) / Math.max(1, total) / STEP_PERCENT) * STEP_PERCENT;
    if (`${what} ${String(percent)}` === said) return;
    said = `${what} ${String(percent)}`;
    say(`${what}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')} (${String(percent)} %)`);
  };
  const make = async (): Promise<void> => {
    const began = performance.now();
    try {
      await openDemoStation(keeper, vault, size, { progress: tell, cancelled: () => isStopped || watcher.cancelled() });
      if (said !== '') say(`made in ${String(Math.round((performance.now() - began) / 1000))} s`);
    } catch (error) {
      clear();
      throw error;
    }
  };
  return {
    /** Opens the demo, making it first where there is none. Errors: those of openDemoStation. */
    open: (control: Control = noControl): Promise<void> => {
      watcher = control;
      return (running ??= make().finally(() => (running = null)));
    },
    /** Stops a making that runs, and waits until nothing of it is left. */
    stop: async (): Promise<void> => {
      isStopped = true;
      await running?.catch(() => {}); // whoever asked for it was told
    },
  };
}
