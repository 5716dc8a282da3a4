const NAMED: Readonly<Record<string, string>> = { plus: '+', minus: '-', space: ' ', return: 'enter', left: 'arrowleft', right: 'arrowright', up: 'arrowup', down: 'arrowdown' };

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const isMac = (): boolean => navigator.userAgent.includes('Mac');

/**
 * Whether a key press is an accelerator in Electron's writing (`CmdOrCtrl+Shift+N`, `Alt+1`, `F1`). Digits are read from the key's place,
 * because Alt gives them other signs on some keyboards; Shift is not asked for a sign that needs it itself (`CmdOrCtrl+Plus`).
 */
export function isPressed(accelerator: string, event: Keys): boolean {
  const parts = accelerator.toLowerCase().split('+');
  const name = parts.at(-1) ?? '';
  const key = NAMED[name] ?? name;
  const wantsCtrl = parts.includes('cmdorctrl');
  if (wantsCtrl !== (event.ctrlKey || event.metaKey)) return false;
  if (parts.includes('alt') !== event.altKey) return false;
  const isSign = !/^[a-z0-9]$|^f\d+$|^\w{2,}$/.test(key);
  if (!isSign && parts.includes('shift') !== event.shiftKey) return false;
  const pressed = event.key.toLowerCase();
  return pressed === key || (/^\d$/.test(key) && event.code === `Digit${key}`) || (key === '+' && pressed === '=');
}

/** The keys as they are printed on this computer's keyboard, e.g. `Ctrl+Shift+N`. */
export function acceleratorText(accelerator: string): string {
  const text = accelerator.replace('Plus', '+').replace('Minus', '−');
  return isMac() ? text.replace('CmdOrCtrl', '⌘').replace('Alt', '⌥').replace('Shift', '⇧') : text.replace('CmdOrCtrl', 'Ctrl');
}
