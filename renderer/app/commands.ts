import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { DeskCommand } from './screens.ts';

const registered: DeskCommand[] = [];
const listeners = new Set<() => void>();
let listed: readonly DeskCommand[] = [];

function announce(): void {
  listed = [...new Map(registered.map((command) => [command.id, command])).values()];
  for (const listener of listeners) listener();
}

/** Lists a command until the returned function is called; a later one of the same id stands in front of the earlier until it is withdrawn. */
export function registerCommand(command: DeskCommand): () => void {
  registered.push(command);
  announce();
  return () => {
    const at = registered.indexOf(command);
    if (at < 0) return;
    registered.splice(at, 1);
    announce();
  };
}

/** A place where letters are typed. */
export const isInText = (element: EventTarget | null): boolean =>
  element instanceof HTMLElement && element.matches('textarea, [contenteditable=true], input:not([type=checkbox], [type=radio], [type=button], [type=file], [type=submit])');

/** Runs a command that is listed now; false when there is none of this id, e.g. "new" on a screen that makes nothing. */
export function runCommand(id: string): boolean {
  const command = registered.findLast((one) => one.id === id);
  if (command?.outsideText && isInText(document.activeElement)) return true; // the field itself has answered
  command?.run();
  return command !== undefined;
}

export const listedCommands = (): readonly DeskCommand[] => listed;

/** Every command that can be given on the screen as it stands. */
export function useCommands(): readonly DeskCommand[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, listedCommands);
}

/**
 * A command while its component is on screen: in the palette, in the keyboard sheet, by its keys, and from the native menu when the menu
 * names the id. `null` lists nothing, for a person who may not give it.
 */
export function useDeskCommand(command: DeskCommand | null): void {
  const run = useRef(command?.run);
  useLayoutEffect(() => {
    run.current = command?.run;
  });
  const { id, title, accelerator, outsideText = false } = command ?? {};
  useEffect(() => {
    if (id === undefined || title === undefined) return undefined;
    return registerCommand({ id, title, ...(accelerator !== undefined && { accelerator }), outsideText, run: () => run.current?.() });
  }, [id, title, accelerator, outsideText]);
}
