import { randomInt } from 'node:crypto';
import type { RecoverySheet } from '#shared/kernel/session/session.contract.ts';

const ASKED_FOR = 3;

/** A sheet to be shown until three of its words, drawn here, were typed back. `auditKey` is empty on all sheets but the first. */
export function sheetOf(words: string[], auditKey: string, communityName: string): RecoverySheet {
  const challenge = new Set<number>();
  while (challenge.size < ASKED_FOR) challenge.add(1 + randomInt(words.length));
  return { words, auditKey, communityName, createdAt: new Date().toISOString(), challenge: [...challenge].sort((a, b) => a - b) };
}

export const isTypedBack = (sheet: RecoverySheet, typed: readonly { position: number; word: string }[]): boolean =>
  sheet.challenge.every((position) => typed.some((one) => one.position === position && one.word.normalize('NFKC').trim().toLowerCase() === sheet.words[position - 1]));
