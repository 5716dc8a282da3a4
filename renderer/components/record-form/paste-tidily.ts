import type { ClipboardEvent } from 'react';
import { tidyText, type FieldKind } from './tidy-text.ts';

function kindOf(field: HTMLInputElement | HTMLTextAreaElement): FieldKind {
  if (field instanceof HTMLTextAreaElement) return 'lines';
  return field.inputMode === 'tel' || field.inputMode === 'numeric' || field.dataset['paste'] === 'number' ? 'number' : 'line';
}

/**
 * Pastes what is meant instead of what was copied (ecosystem.md 13, 24). The browser's own insert command writes it, so that Ctrl+Z takes
 * it back and the field hears of it as of typing; nothing is done when the text is tidy already.
 */
export function pasteTidily(event: ClipboardEvent<HTMLElement>): void {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  const copied = event.clipboardData.getData('text/plain');
  const tidy = tidyText(copied, kindOf(target));
  if (tidy === copied) return;
  event.preventDefault();
  document.execCommand('insertText', false, tidy);
}
