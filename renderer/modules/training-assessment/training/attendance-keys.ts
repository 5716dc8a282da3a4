import type { AttendanceMark } from '#shared/modules/training-assessment/training/sheet.schema.ts';

/** Keys of the sheet: initials in pinyin (到 D, 迟 C, 假 J, 缺 Q) and in English, and the digits. Read by place on the keyboard, so that an input method does not matter. */
const KEYS: Readonly<Record<string, AttendanceMark>> = {
  KeyD: 'present', KeyP: 'present', Digit1: 'present', Numpad1: 'present',
  KeyC: 'late', KeyL: 'late', Digit2: 'late', Numpad2: 'late',
  KeyJ: 'leave', KeyV: 'leave', Digit3: 'leave', Numpad3: 'leave',
  KeyQ: 'absent', KeyA: 'absent', Digit4: 'absent', Numpad4: 'absent',
};

/** The mark a key stands for; undefined for any other key and for one pressed with Ctrl, Alt or Meta. */
export const markOfKey = (event: { readonly code: string; readonly ctrlKey: boolean; readonly altKey: boolean; readonly metaKey: boolean }): AttendanceMark | undefined => (event.ctrlKey || event.altKey || event.metaKey ? undefined : KEYS[event.code]);
