const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** F6: the keyboard goes to the next part of the window (rail, list of screens, top bar, screen), round and round. */
export function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(here + step + panes.length) % panes.length];
  const inside = next?.querySelector<HTMLElement>(FOCUSABLE);
  (inside ?? next)?.focus();
}
