import type { Preferences } from '#shared/kernel/settings/settings.contract.ts';

type Boot = { readonly preferences: Preferences; readonly version: string };

const metaOf = (name: string): string => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';

/** The nonce of this page load, for the styles that components write at run time. */
export const styleNonce = metaOf('csp-nonce');
/** What main wrote into the page so that the first screen can be painted without asking. */
export const boot = JSON.parse(metaOf('boot')) as Boot; // written by main for this very page
