/** Forms that hold something unsaved; when the desk locks, all of them put it aside at once. */
const holders = new Set<() => void>();

export function holdDraft(flush: () => void): () => void {
  holders.add(flush);
  return () => holders.delete(flush);
}

/** Main waits a moment after it announced the lock (kernel.ts), so a draft must be sent in the same turn. */
export function flushDrafts(): void {
  for (const flush of holders) flush();
}
