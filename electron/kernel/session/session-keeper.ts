import { randomBytes, randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { DatabaseClient } from '#electron/database/client.ts';
import { noControl, type Control } from '#electron/database/unit-of-work.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { permissionsOf } from '#shared/contract/actor.ts';
import type { Operation } from '#shared/contract/define.ts';
import { AppError, fail, type Result } from '#shared/errors/app-error.ts';
import { passwordProblems } from '#shared/kernel/session/password.rules.ts';
import type { CurrentSession, RecoverySheet, SessionAccount, Station } from '#shared/kernel/session/session.contract.ts';
import { idleClock } from './idle-clock.ts';
import type { Locale, OpenKeys, Vault } from './vault.ts';

type CloseReason = 'idle' | 'system' | 'manual' | 'expired' | 'signed-out' | 'restore' | 'role-changed';
type Open = { readonly keys: OpenKeys; readonly database: DatabaseClient; readonly actor: Actor; readonly account: SessionAccount; readonly readOnly: boolean; readonly signedInAt: string };

export type SessionDeps = {
  readonly vault: Vault;
  readonly connect: (keys: OpenKeys) => DatabaseClient;
  readonly locale: () => Locale;
  readonly lastName: { get(): string; set(name: string): void };
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Called when a session began, and when it ended for whatever reason; the window follows. */
  readonly opened: () => void;
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
  #sheet: { readonly sheet: RecoverySheet; readonly open: Open } | null = null;
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

  station(demo: boolean): Station {
    const state = this.#open ? 'signed-in' : this.#sheet ? 'recovery-sheet' : this.#deps.vault.isEmpty() ? 'first-run' : 'signed-out';
    return { state, demo, lastName: this.#deps.lastName.get(), lockedBecause: this.#lockedBecause, warnings: this.#deps.vault.warnings() };
  }

  current(): CurrentSession {
    const { actor, account, readOnly, signedInAt } = this.#open ?? fail('session/required', {});
    return {
      userId: actor.userId,
      name: account.name,
      displayName: account.displayName,
      roles: account.roles,
      permissions: permissionsOf(account.roles),
      communityId: account.communityId,
      communityName: account.communityName,
      demo: account.demo,
      mustChangePassword: account.mustChangePassword,
      readOnly,
      signedInAt,
      lastPlace: account.lastPlace,
    };
  }

  /** Sends a call to the database as the signed-in person, and follows what changes the session itself. */
  async call(op: Operation, actor: Actor, name: string, input: unknown, control: Control = noControl): Promise<Result<unknown>> {
    const open = this.#open ?? fail('session/required', {});
    if (op.kind === 'task') return fail('call/unknown-operation', {});
    const result = await open.database.call(op.kind, actor, name, input, control);
    if (result.ok && (name === 'settings.updateSettings' || name === 'audit.settleRollback' || name === 'grid.chooseOwnCommunity')) await this.#refresh(name === 'audit.settleRollback');
    return result;
  }

  /** First run: keys, file, community and administrator; the sheet is handed out once and must be confirmed. */
  async setUp(first: { communityName: string; name: string; displayName: string; password: string }, demo: boolean): Promise<RecoverySheet> {
    if (!this.#deps.vault.isEmpty()) fail('session/already-set-up', {});
    this.#checkPassword(first.password, [first.name, first.displayName, first.communityName], true);
    const uid = uuidv7();
    const auditKey = randomBytes(32).toString('hex');
    const { keys, words } = await this.#deps.vault.create({ uid, name: first.name, password: first.password, locale: this.#deps.locale() });
    const database = this.#deps.connect(keys);
    try {
      await database.open();
      const roles = demo ? (['administrator', 'supervisor'] as const) : (['administrator'] as const);
      const actor: Actor = { userId: uid, sessionId: uuidv7(), displayName: first.displayName, roles, communityId: uuidv7(), scope: 'all' };
      await this.#ask(database, 'command', actor, 'session.initialise', { communityName: first.communityName, demo, auditKey, account: { id: uid, name: first.name, displayName: first.displayName, roles: [...roles] } });
      const open = await this.#prepare(keys, database, uid, 0);
      const sheet = sheetOf(words, auditKey, first.communityName);
      this.#sheet = { sheet, open };
      return sheet;
    } catch (error) {
      await database.close();
      keys.wipe();
      this.#deps.vault.discard();
      throw error;
    }
  }

  sheet(): RecoverySheet {
    return (this.#sheet ?? fail('session/no-sheet', {})).sheet;
  }

  /** Work on a station that is set up and not yet confirmed: the demo fills itself here. */
  async whileUnconfirmed(body: (ask: (name: string, input: unknown) => Promise<unknown>, keys: OpenKeys) => Promise<void>): Promise<void> {
    const { open } = this.#sheet ?? fail('session/no-sheet', {});
    await body((name, input) => this.#ask(open.database, 'command', open.actor, name, input), open.keys);
  }

  /** The three words typed back; only then does the session begin. */
  async confirmSheet(words: readonly { position: number; word: string }[]): Promise<void> {
    const { sheet, open } = this.#sheet ?? fail('session/no-sheet', {});
    const isRight = sheet.challenge.every((position) => words.some((typed) => typed.position === position && typed.word.trim().toLowerCase() === sheet.words[position - 1]));
    if (!isRight) fail('session/words-differ', {});
    this.#sheet = null;
    await this.#begin(open, 'password');
  }

  async signIn(name: string, password: string): Promise<void> {
    const { keys, uid } = await this.#deps.vault.open(name, password);
    this.#deps.lastName.set(name);
    await this.#unlock(keys, uid, 'password');
  }

  /** The recovery words open without any password; the named account gets a new one and the station a new sheet. */
  async recover(words: string, name: string, newPassword: string): Promise<RecoverySheet> {
    const uid = this.#deps.vault.uidOf(name) ?? fail('session/wrong-credentials', {});
    const keys = await this.#deps.vault.openWithWords(words);
    try {
      this.#checkPassword(newPassword, [name], true);
      await this.#deps.vault.slots(() => keys).setPassword({ uid, name, password: newPassword });
      const renewed = await this.#deps.vault.renewWords(keys, this.#deps.locale());
      const database = this.#deps.connect(keys);
      const { missingEntries } = await database.open();
      const open = await this.#prepare(keys, database, uid, missingEntries);
      const sheet = sheetOf(renewed, '', open.account.communityName);
      this.#sheet = { sheet, open };
      return sheet;
    } catch (error) {
      keys.wipe();
      throw error;
    }
  }

  async changePassword(oldPassword: string, newPassword: string): Promise<void> {
    const { keys, actor, account, database } = this.#open ?? fail('session/required', {});
    this.#checkPassword(newPassword, [account.name, account.displayName, account.communityName], account.passwordComplexity);
    if (oldPassword === newPassword) fail('session/password-refused', { reasons: ['same-as-before'] });
    await this.#deps.vault.changePassword(keys, { uid: actor.userId, name: account.name, oldPassword, newPassword });
    await this.#ask(database, 'command', actor, 'accounts.recordPasswordChanged', {});
    await this.#refresh(false);
  }

  touch(): void {
    this.#clock.touch();
  }
  /** Ends the session now if its time is over; the clock also looks by itself. */
  checkIdle(): void {
    this.#clock.check();
  }

  /** The program ends, by the person or with the system: no window follows. A station whose sheet was never confirmed is closed too. */
  async shutDown(reason: 'signed-out' | 'system' = 'signed-out'): Promise<void> {
    const unconfirmed = this.#sheet?.open;
    this.#sheet = null;
    await unconfirmed?.database.close();
    unconfirmed?.keys.wipe();
    this.#isEnding = true;
    await this.close(reason, '');
  }

  /** Ends the session: drafts, record, workers, keys, window - in this order; the keys go even if a step before fails. */
  async close(reason: CloseReason, place: string): Promise<void> {
    if (this.#closing) return this.#closing; // whoever comes second waits for the same end
    this.#closing = this.#end(reason, place).finally(() => (this.#closing = null));
    return this.#closing;
  }

  async #end(reason: CloseReason, place: string): Promise<void> {
    const open = this.#open;
    if (!open) return;
    this.#clock.stop();
    await this.#deps.beforeClose(reason);
    this.#open = null;
    this.#lockedBecause = reason === 'idle' || reason === 'system' || reason === 'manual' || reason === 'expired' ? reason : null;
    try {
      if (!open.readOnly) await open.database.call('command', open.actor, 'session.closeSession', { reason, place });
    } finally {
      await open.database.close();
      open.keys.wipe();
      if (!this.#isEnding) await this.#deps.closed(reason);
    }
  }

  async #unlock(keys: OpenKeys, uid: string, how: 'password' | 'recovery'): Promise<void> {
    const database = this.#deps.connect(keys);
    try {
      const { missingEntries } = await database.open();
      await this.#begin(await this.#prepare(keys, database, uid, missingEntries), how);
    } catch (error) {
      await database.close();
      keys.wipe();
      throw error;
    }
  }

  async #prepare(keys: OpenKeys, database: DatabaseClient, uid: string, missingEntries: number): Promise<Open> {
    const nobody: Actor = { userId: uid, sessionId: uuidv7(), displayName: '', roles: [], communityId: '', scope: [] };
    const account = (await this.#ask(database, 'query', nobody, 'session.readAccount', { userId: uid })) as SessionAccount; // the dispatcher parsed it
    if (account.status !== 'active') fail('session/wrong-credentials', {});
    return { keys, database, account, actor: actorOf(nobody, account), readOnly: missingEntries > 0, signedInAt: new Date().toISOString() };
  }

  async #begin(open: Open, how: 'password' | 'recovery'): Promise<void> {
    if (!open.readOnly) await this.#ask(open.database, 'command', open.actor, 'session.openSession', { how });
    this.#open = open;
    this.#lockedBecause = null;
    this.#clock.start(open.account.idleLockMinutes);
    this.#deps.opened();
  }

  async #refresh(settled: boolean): Promise<void> {
    const open = this.#open;
    if (!open) return;
    const account = (await this.#ask(open.database, 'query', open.actor, 'session.readAccount', { userId: open.actor.userId })) as SessionAccount; // the dispatcher parsed it
    this.#open = { ...open, account, actor: actorOf(open.actor, account), readOnly: open.readOnly && !settled };
    this.#clock.setIdleMinutes(account.idleLockMinutes);
  }

  async #ask(database: DatabaseClient, kind: 'query' | 'command', actor: Actor, name: string, input: unknown): Promise<unknown> {
    const result = await database.call(kind, actor, name, input);
    if (!result.ok) throw new AppError(result.error);
    return result.data;
  }

  #checkPassword(password: string, names: readonly string[], complexity: boolean): void {
    const reasons = passwordProblems(password, { names, complexity });
    if (reasons.length > 0) fail('session/password-refused', { reasons });
  }
}

const actorOf = (who: Actor, account: SessionAccount): Actor => ({
  userId: who.userId,
  sessionId: who.sessionId,
  displayName: account.displayName,
  roles: account.roles,
  communityId: account.communityId,
  scope: account.gridIds.length === 0 ? 'all' : account.gridIds,
});

function sheetOf(words: string[], auditKey: string, communityName: string): RecoverySheet {
  const challenge = new Set<number>();
  while (challenge.size < 3) challenge.add(1 + randomInt(words.length));
  return { words, auditKey, communityName, createdAt: new Date().toISOString(), challenge: [...challenge].sort((a, b) => a - b) };
}
