/** A form that may hold something typed and not saved. */
export type UnsavedForm = {
  readonly isDirty: () => boolean;
  /** Puts what is typed aside as a draft, in the same turn: main waits only a moment after it announced a lock (kernel.ts). */
  readonly flush: () => void;
  /** Saves as the form's own button does; `saved` is called only when it was taken. */
  readonly save: (saved: () => void) => void;
  /** Throws away what is typed, and its draft. */
  readonly discard: () => void;
};

const holders = new Set<UnsavedForm>();

export function holdUnsaved(form: UnsavedForm): () => void {
  holders.add(form);
  return () => holders.delete(form);
}

export function flushDrafts(): void {
  for (const form of holders) form.flush();
}

let leaving = false;
/** While the window asks whether it may close, Escape belongs to that question: what lies under it must not hear it too. */
export const isLeaving = (): boolean => leaving;
export function setLeaving(asks: boolean): void {
  leaving = asks;
}

export const unsavedForms = (): readonly UnsavedForm[] => [...holders].filter((form) => form.isDirty());
