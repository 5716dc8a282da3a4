import type { Bridge } from '#shared/contract/bridge.ts';
import type { Failure, Result } from '#shared/errors/app-error.ts';
import type { RecoverySheet, Rescue, Station } from '#shared/kernel/session/session.contract.ts';
import type { Preferences } from '#shared/kernel/settings/settings.contract.ts';

declare global {
  interface Window {
    readonly griddesk: Bridge;
  }
}

type Boot = { readonly station: Station; readonly preferences: Preferences };

/** What main wrote into this page, so that it paints without asking. */
export const boot = JSON.parse(document.querySelector<HTMLMetaElement>('meta[name="boot"]')?.content ?? '{}') as Boot; // written by main for this very page

type Asked = {
  'session.getStation': [object, Station];
  'session.setUp': [{ communityName: string; name: string; displayName: string; password: string }, RecoverySheet];
  'session.confirmRecoverySheet': [{ words: { position: number; word: string }[] }, object];
  'session.getRecoverySheet': [object, RecoverySheet];
  'session.getRescue': [object, Rescue | null];
  'session.restoreNewest': [{ approverName: string; approverPassword: string }, object];
  'session.useBackupKeystore': [object, object];
  'session.printRecoverySheet': [object, object];
  'session.signIn': [{ name: string; password: string }, object];
  'session.recover': [{ words: string; name: string; newPassword: string }, RecoverySheet];
  'settings.updatePreferences': [Partial<Preferences>, Preferences];
};

export type Answer<T> = { readonly data: T } | { readonly failure: Failure };

/** How far a large demo is: the part that is being made, and how much of it. */
export type MakingStep = { readonly what: string; readonly done: number; readonly total: number };

/** Has the demo made and tells how far it is; `stop` ends it, and with it the program. */
export function makeDemo(told: (step: MakingStep) => void): { readonly ended: Promise<Answer<unknown>>; readonly stop: () => void } {
  const callId = crypto.randomUUID();
  const leave = window.griddesk.onEvent((event) => {
    if (event.type === 'progress' && event.callId === callId && event.what !== undefined) told({ what: event.what, done: event.done, total: event.total });
  });
  const ended = window.griddesk.call('session.makeDemo', {}, callId).then((result): Answer<unknown> => (result.ok ? { data: result.data } : { failure: result.error })).finally(leave);
  return { ended, stop: () => window.griddesk.cancel(callId) };
}

/** Asks main; these pages know only the few operations that are open before anybody signed in. */
export async function ask<N extends keyof Asked>(operation: N, input: Asked[N][0]): Promise<Answer<Asked[N][1]>> {
  const result = await window.griddesk.call(operation, input).catch((): Result<unknown> => ({ ok: false, error: { code: 'internal/unexpected', params: { reference: operation } } })); // main itself could not answer
  return result.ok ? { data: result.data as Asked[N][1] } : { failure: result.error }; // parsed by main with this operation's schema
}
