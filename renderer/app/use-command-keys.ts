import { useEffect } from 'react';
import { isPressed } from './accelerators.ts';
import { isInText, listedCommands } from './commands.ts';

/** Words are being composed: Enter and letters belong to the input method, never to the desk (ecosystem.md 13, 13). */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** Gives the keys of every listed command their effect. A part of the screen that took the key itself has called preventDefault. */
export function useCommandKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isComposing(event)) return;
      const command = listedCommands().findLast(({ accelerator }) => accelerator !== undefined && isPressed(accelerator, event));
      if (!command || (command.outsideText && isInText(event.target))) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
