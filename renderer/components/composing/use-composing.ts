import { useState, type CompositionEventHandler } from 'react';

type Composing = {
  /** Words are being composed: what stands in the field is half-typed pinyin. */
  readonly isComposing: boolean;
  /** To be spread over the field. */
  readonly listeners: { readonly onCompositionStart: CompositionEventHandler; readonly onCompositionEnd: CompositionEventHandler };
};

/** Whether an input method is at work in a field; nothing may be searched for meanwhile (ecosystem.md 1, 8). */
export function useComposing(): Composing {
  const [isComposing, setComposing] = useState(false);
  return { isComposing, listeners: { onCompositionStart: () => setComposing(true), onCompositionEnd: () => setComposing(false) } };
}
