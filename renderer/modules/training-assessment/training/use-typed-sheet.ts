import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { holdUnsaved } from '#renderer/components/form/unsaved-forms.ts';
import { useDraft, type Draft } from '#renderer/components/form/use-draft.ts';

export type TypedSheet<V> = {
  /** What is typed and not yet kept, by person. */
  readonly typed: Readonly<Record<string, V>>;
  readonly put: (values: Readonly<Record<string, V>>) => void;
  readonly drop: (memberIds: readonly string[]) => void;
  /** To be called once everything typed was kept. */
  readonly clear: () => void;
  /** Keeps everything typed by the sheet's own call. */
  readonly save: (saved?: () => void) => void;
  readonly draft: Draft;
};

/** Lines typed into a sheet, kept as a draft until they are saved; nothing typed is lost by leaving, a lock or a refusal. */
export function useTypedSheet<V>(draftKey: string, keep: (typed: Readonly<Record<string, V>>, kept: () => void) => void): TypedSheet<V> {
  const [typed, setTyped] = useState<Readonly<Record<string, V>>>({});
  const isDirty = (): boolean => Object.keys(typed).length > 0;
  const draft = useDraft<{ typed: Readonly<Record<string, V>> }>(draftKey, { getValues: () => ({ typed }), setValues: (values) => setTyped(values.typed), isDirty });
  const clear = (): void => {
    setTyped({});
    draft.clear();
  };
  const save = (saved?: () => void): void =>
    keep(typed, () => {
      clear();
      saved?.();
    });
  const held = useRef({ isDirty, flush: draft.keep, save, discard: clear });
  useLayoutEffect(() => {
    held.current = { isDirty, flush: draft.keep, save, discard: clear };
  });
  useEffect(() => holdUnsaved({ isDirty: () => held.current.isDirty(), flush: () => held.current.flush(), save: (saved) => held.current.save(saved), discard: () => held.current.discard() }), []);
  return {
    typed,
    put: (values) => setTyped((before) => ({ ...before, ...values })),
    drop: (memberIds) => setTyped((before) => Object.fromEntries(Object.entries(before).filter(([id]) => !memberIds.includes(id)))),
    clear,
    save,
    draft,
  };
}
