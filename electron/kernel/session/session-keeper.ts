import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { DatabaseClient } from '#electron/database/client.ts';
import { noControl, type Control } from '#electron/database/unit-of-work.ts';
import type { TownRequest } from '#electron/kernel/demo/fill-town.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { Operation } from '#shared/contract/define.ts';
import { AppError, fail, type Result } from '#shared/errors/app-error.ts';
import { firstState, type DemoSize } from '#shared/kernel/session/demo-size.schema.ts';
import type { CurrentSession, RecoverySheet, Station } from '#shared/kernel/session/session.contract.ts';
import { idleClock } from './idle-clock.ts';
import { actorOf, ask, checkPassword, currentOf, DAMAGED, fillTown, openFile, readAccount, shut, within, type Open } from './open-file.ts';
import { isTypedBack, sheetOf } from './recovery-sheet.ts';
import type { Locale, OpenKeys, Vault } from './vault.ts';

type CloseReason = 'idle' | 'system' | 'manual' | 'expired' | 'signed-out' | 'restore' | 'role-changed';

/** A sheet in waiting, and how its session will begin: by a password, by the old words, or not at all because it had begun before. */
type Held = { readonly sheet: RecoverySheet; readonly open: Open; readonly how: 'password' | 'recovery' | null };
/** A new station before anybody can open it: its database takes operations, and in a demo a whole town. */
export type Unfinished = { readonly ask: (name: string, input: unknown) => Promise<unknown>; readonly fill: (request: TownRequest, control: Control) => Promise<unknown> };
type Damaged = { readonly keys: OpenKeys; readonly uid: string };

/** A sheet, or a damaged file's keys, wait this long: time to copy 24 words by hand, and no desk is open overnight. */
const WAITING_MINUTES = 30;
/** The record of a session's end waits this long for a writer that is busy; then it is missing from the log, and the desk is locked. */
const RECORD_MS = 10_000;

export type SessionDeps = {
  readonly vault: Vault;
  readonly connect: (keys: OpenKeys) => DatabaseClient;
  readonly locale: () => Locale;
  readonly lastName: { get(): string; set(name: string): void };
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Called when a session began, and when it ended for whatever reason; the window follows. */
  readonly opened: () => void;
  /** Called when a new sheet waits for its words; the window shows it instead of the desk. */
  readonly sheetMade: () => void;
  readonly closed: (reason: CloseReason) => Promise<void>;
  /** Asks the window to put drafts aside and waits a moment for it. */
  readonly beforeClose: (reason: CloseReason) => Promise<void>;
};

/**
 * Who sits at the desk. The session lives here in the main process; the window holds nothing. Opening unlocks the key store and the
 * file, closing wipes the keys and ends the workers, so that nothing on the locked desk can read the register.
 */
export class SessionKeeper {
  #deps: SessionDeps;
  #open: Open | null = null;
  #lockedBecause: Station['lockedBecause'] = null;
  #sheet: Held | null = null;
  #damaged: Damaged | null = null;
  #clock;
  #closing: Promise<void> | null = null;
  #isEnding = false;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#clock = idleClock(deps.now, (reason) => void this.close(reason, ''));
  }

  actor(): Actor | null {
    return this.#open?.actor ?? null;
  }
  keys(): OpenKeys {
    return (this.#open ?? fail('session/required', {})).keys;
  }
  database(): DatabaseClient {
    return (this.#open ?? fail('session/required', {})).database;
  }

  station(demo: DemoSize | null): Station {
    const state = this.#open ? 'signed-in' : this.#sheet ? 'recovery-sheet' : this.#deps.vault.isEmpty() ? firstState(demo) : 'signed-out';
    return { state, demo: demo !== null, lastName: this.#deps.lastName.get(), lockedBecause: this.#lockedBecause, warnings: this.#deps.vault.warnings() };
  }

  current(): CurrentSession {
    return currentOf(this.#open ?? fail('session/required', {}));
  }

  /** Sends a call to the database as the signed-in person, and follows what changes the session itself. */
  async call(op: Operation, actor: Actor, name: string, input: unknown, control: Control = noControl): Promise<Result<unknown>> {
    const open = this.#open ?? fail('session/required', {});
    if (op.kind === 'task') return fail('call/unknown-operation', {});
    const result = await open.database.call(op.kind, actor, name, input, control);
    if (result.ok && (name === 'settings.updateSettings' || name === 'audit.settleRollback' || name === 'grid.chooseOwnCommunity')) await this.#refresh(name === 'audit.settleRollback');
    return result;
  }

  /**
   * First run: keys, file, community and administrator; the sheet is shown until it is confirmed. The station exists from the moment its
   * key store is written, which is after everything else, `filling` too: before that a set-up can begin again.
   */
  async setUp(first: { communityName: string; name: string; displayName: string; password: string }, demo: boolean, filling?: (station: Unfinished) => Promise<void>): Promise<RecoverySheet> {
    if (!this.#deps.vault.isEmpty()) fail('session/already-set-up', {});
    checkPassword(first.password, [first.name, first.displayName, first.communityName], true);
    const uid = uuidv7();
    const auditKey = randomBytes(32).toString('hex');
    const roles = demo ? (['administrator', 'supervisor'] as const) : (['administrator'] as const);
    const actor: Actor = { userId: uid, sessionId: uuidv7(), displayName: first.displayName, roles, communityId: uuidv7(), scope: 'all' };
    const account = { id: uid, name: first.name, displayName: first.displayName, roles: [...roles] };
    const made: Open[] = [];
    const fill = async (keys: OpenKeys): Promise<void> => {
      const database = this.#deps.connect(keys);
      const open = await openFile(database, keys, uid, () => ask(database, 'command', actor, 'session.initialise', { communityName: first.communityName, demo, auditKey, account }));
      made.push(open);
      await filling?.({ ask: (name, input) => ask(database, 'command', open.actor, name, input), fill: (request, control) => fillTown(database, open.actor, request, control) });
    };
    try {
      const { words } = await this.#deps.vault.create({ uid, name: first.name, password: first.password, locale: this.#deps.locale() }, fill);
      for (const open of made) this.#hold(sheetOf(words, auditKey, first.communityName), open, 'password');
      return this.sheet();
    } catch (error) {
      for (const open of made) await shut(open);
      throw error;
    }
  }

  /** The sheet that waits for its three words; a page that was loaded again shows it again. */
  sheet(): RecoverySheet {
    return (this.#sheet ?? fail('session/no-sheet', {})).sheet;
  }

  /** Work on a station that is set up and not yet confirmed: the demo gives its other accounts their passwords here. */
  async whileUnconfirmed(body: (keys: OpenKeys) => Promise<void>): Promise<void> {
    const { open } = this.#sheet ?? fail('session/no-sheet', {});
    await body(open.keys);
  }

  /** The three words typed back; only then does the session begin, or go on. */
  async confirmSheet(typed: readonly { position: number; word: string }[]): Promise<void> {
    const { sheet, open, how } = this.#sheet ?? fail('session/no-sheet', {});
    if (!isTypedBack(sheet, typed)) fail('session/words-differ', {});
    if (!open.readOnly) await ask(open.database, 'command', open.actor, 'session.recordSheet', { event: 'confirmed' });
    this.#sheet = null;
    await this.#begin(open, how);
  }

  /**
   * A new sheet in the place of one that was lost or never confirmed. The file says that it is unconfirmed before the words change, so
   * that whatever happens on the way somebody is asked again. The desk gives way to the sheet until it is confirmed.
   */
  async renewSheet(password: string): Promise<void> {
    const open = this.#open ?? fail('session/required', {});
    const { keys, actor, account, database } = open;
    await this.#deps.vault.identify(account.name, password).catch((error: unknown) => {
      if (error instanceof AppError && error.failure.code === 'session/wrong-credentials') return fail('session/wrong-password', {});
      throw error;
    });
    await ask(database, 'command', actor, 'session.recordSheet', { event: 'made' });
    const words = await this.#deps.vault.renewWords(keys, this.#deps.locale());
    this.#open = null;
    this.#hold(sheetOf(words, '', account.communityName), open, null);
    this.#deps.sheetMade();
  }

  /** Errors: those of the vault and of opening the file. A file that is damaged leaves its keys here for a while, to restore a backup with. */
  async signIn(name: string, password: string): Promise<void> {
    await this.#makeWay();
    const { keys, uid } = await this.#deps.vault.open(name, password);
    const open = await this.#openFile(keys, uid).catch((error: unknown) => {
      return this.#refuse(keys, uid, error);
    });
    await this.#begin(open, 'password');
  }

  /** The recovery words open without any password; the named account gets a new one and the station a new sheet. */
  async recover(words: string, name: string, newPassword: string): Promise<RecoverySheet> {
    await this.#makeWay();
    checkPassword(newPassword, [name], true);
    const uid = this.#deps.vault.uidOf(name) ?? fail('session/wrong-credentials', {});
    const keys = await this.#deps.vault.openWithWords(words);
    try {
      const open = await this.#openFile(keys, uid);
      try {
        await this.#deps.vault.slots(() => keys).setPassword({ uid, name, password: newPassword });
        if (!open.readOnly) await ask(open.database, 'command', open.actor, 'session.recordSheet', { event: 'made' });
        this.#hold(sheetOf(await this.#deps.vault.renewWords(keys, this.#deps.locale()), '', open.account.communityName), open, 'recovery');
        return this.sheet();
      } catch (error) {
        await open.database.close();
        throw error;
      }
    } catch (error) {
      keys.wipe();
      throw error;
    }
  }

  /** The keys of a file that did not open, for as long as its sign-in page may offer a backup. */
  damaged(): Damaged {
    return this.#damaged ?? fail('session/required', {});
  }
  leaveDamaged(): void {
    this.#damaged?.keys.wipe();
    this.#damaged = null;
  }

  async changePassword(oldPassword: string, newPassword: string): Promise<void> {
    const { keys, actor, account, database } = this.#open ?? fail('session/required', {});
    checkPassword(newPassword, [account.name, account.displayName, account.communityName], account.passwordComplexity);
    if (oldPassword === newPassword) fail('session/password-refused', { reasons: ['same-as-before'] });
    await this.#deps.vault.changePassword(keys, { uid: actor.userId, name: account.name, oldPassword, newPassword });
    await ask(database, 'command', actor, 'accounts.recordPasswordChanged', {});
    await this.#refresh(false);
  }

  touch(): void {
    this.#clock.touch();
  }
  /** Ends the session now if its time is over; the clock also looks by itself. */
  checkIdle(): void {
    this.#clock.check();
  }

  /** The program ends, by the person or with the system: like a sign-out, but no window follows. */
  async shutDown(reason: 'signed-out' | 'system' = 'signed-out'): Promise<void> {
    this.#isEnding = true;
    await this.close(reason, '');
  }

  /** Ends the session or a sheet in waiting: drafts, record, workers, keys, window - in this order; the keys go even if a step before fails. */
  async close(reason: CloseReason, place: string): Promise<void> {
    this.#closing ??= this.#end(reason, place).finally(() => (this.#closing = null)); // whoever comes second waits for the same end
    return this.#closing;
  }

  async #end(reason: CloseReason, place: string): Promise<void> {
    this.leaveDamaged();
    const open = this.#open ?? this.#sheet?.open;
    if (!open) return;
    this.#clock.stop();
    if (this.#open) await this.#deps.beforeClose(reason).catch(() => {}); // a window that is gone has no drafts; the keys go all the same
    const isBegun = this.#open !== null || this.#sheet?.how === null;
    this.#open = null;
    this.#sheet = null;
    this.#lockedBecause = reason === 'idle' || reason === 'system' || reason === 'manual' || reason === 'expired' ? reason : null;
    try {
      if (isBegun && !open.readOnly) await within(RECORD_MS, open.database.call('command', open.actor, 'session.closeSession', { reason, place }));
    } finally {
      await shut(open);
      if (!this.#isEnding) await this.#deps.closed(reason);
    }
  }

  /** A sign-in waits until the session before has ended; one that is open, or a sheet in waiting, is ended for it. */
  async #makeWay(): Promise<void> {
    await this.#closing;
    this.leaveDamaged();
    for (const open of [this.#open, this.#sheet?.open]) if (open) await shut(open);
    this.#open = null;
    this.#sheet = null;
  }

  #openFile(keys: OpenKeys, uid: string): Promise<Open> {
    return openFile(this.#deps.connect(keys), keys, uid);
  }

  #hold(sheet: RecoverySheet, open: Open, how: Held['how']): void {
    this.#sheet = { sheet, open, how };
    this.#clock.start(WAITING_MINUTES);
  }
  /** Passes on why the file did not open. The keys are wiped, unless it is damaged and they are needed to restore a backup. */
  #refuse(keys: OpenKeys, uid: string, error: unknown): never {
    if (error instanceof AppError && DAMAGED.has(error.failure.code)) {
      this.#damaged = { keys, uid };
      this.#clock.start(WAITING_MINUTES);
    } else keys.wipe();
    throw error;
  }

  /** `how` is null when the session had begun before its sheet was made. */
  async #begin(open: Open, how: Held['how']): Promise<void> {
    try {
      if (how && !open.readOnly) await ask(open.database, 'command', open.actor, 'session.openSession', { how });
    } catch (error) {
      await open.database.close();
      this.#refuse(open.keys, open.actor.userId, error);
    }
    this.#open = open;
    this.#lockedBecause = null;
    this.#deps.lastName.set(open.account.name);
    this.#clock.start(open.account.idleLockMinutes);
    this.#deps.opened();
  }

  async #refresh(settled: boolean): Promise<void> {
    const open = this.#open;
    if (!open) return;
    const account = await readAccount(open.database, open.actor);
    this.#open = { ...open, account, actor: actorOf(open.actor, account), readOnly: open.readOnly && !settled };
    this.#clock.setIdleMinutes(account.idleLockMinutes);
  }
}
