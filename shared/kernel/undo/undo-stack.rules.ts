/** An act of one session as the log holds it; `reverses` is the number of the act that an undo or redo turned round. */
export type LoggedAct = { readonly seq: number; readonly kind: 'act' | 'undo' | 'redo'; readonly reverses: number };

/**
 * What can be taken back next and what can be given again next, as in every editor: a new act forgets what was undone. `seq` names the
 * original act; `by` is the act whose changes must be turned round to get there (an undo is turned round by a redo and the other way).
 */
export function undoStacks(acts: readonly LoggedAct[]): { undo: Turn | null; redo: Turn | null } {
  const done: Turn[] = [];
  let undone: Turn[] = [];
  for (const { seq, kind, reverses } of acts) {
    if (kind === 'act') {
      done.push({ seq, by: seq });
      undone = [];
      continue;
    }
    const [from, to] = kind === 'undo' ? [done, undone] : [undone, done];
    if (from.at(-1)?.seq !== reverses) continue; // turned round out of order: impossible through the gate, and harmless here
    from.pop();
    to.push({ seq: reverses, by: seq });
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
}
export type Turn = { readonly seq: number; readonly by: number };
