import type { KeyboardEvent } from 'react';

const FIELDS = 'input:not([type=hidden], :disabled), textarea:not(:disabled), button[type=submit]';

/** Enter alone in a field of one line asks for the next field. An input method, a long text and an open list of choices keep the key. */
export function asksForNext(event: KeyboardEvent<HTMLFormElement>): boolean {
  const { nativeEvent: native, target } = event;
  const isPlain = event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  return isPlain && !event.defaultPrevented && !native.isComposing && native.keyCode !== 229 && target instanceof HTMLInputElement;
}

/** Suggestions are open and none of them is chosen: what is typed there is taken as it is, and the form is not saved by the same key. */
export const isAmongSuggestions = ({ target }: KeyboardEvent<HTMLFormElement>): boolean => target instanceof HTMLInputElement && target.dataset['expanded'] !== undefined;

/** The keyboard goes to the next field in reading order; after the last one it stands on the button that saves. */
export function focusNextField(event: KeyboardEvent<HTMLFormElement>): void {
  event.preventDefault();
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(FIELDS)].filter((field) => field.tabIndex >= 0 && field.getClientRects().length > 0);
  const next = fields[fields.indexOf(event.target as HTMLElement) + 1]; // `asksForNext` saw an input
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}
