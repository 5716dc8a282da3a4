import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { api } from '#renderer/api/index.ts';
import { holdDraft } from './draft-flush.ts';
import { noteSaved } from './saved-at.ts';

/** The part of a @mantine/form that a draft needs; controlled and uncontrolled forms both have it. */
type DraftForm<Values> = { getValues: () => Values; setValues: (values: Values) => void; isDirty: () => boolean };

export type Draft = {
  /** When the offered draft was put aside; null when there is none to offer. */
  readonly offeredAt: string | null;
  /** Fills the form with what was typed then. */
  readonly restore: () => void;
  /** Throws the draft away for good. */
  readonly discard: () => void;
  /** To be called after the record was saved. */
  readonly clear: () => void;
};

/** Often enough that a power cut costs a sentence, seldom enough that typing is never slowed (ecosystem.md 13, 27). */
const EVERY_MS = 3000;

/**
 * Keeps what is typed into a form in the person's own encrypted desk state and offers it when the same form opens again. `key` names the
 * form and the record, e.g. `person/<id>` or `person/new`; at most 120 characters.
 */
export function useDraft<Values extends object>(key: string, form: DraftForm<Values>): Draft {
  const { data } = useQuery({ ...api.deskState.list({ kind: 'draft', prefix: key }), staleTime: 0 });
  const { mutate: put } = useMutation(api.deskState.put());
  const { mutate: remove } = useMutation(api.deskState.remove());
  const [isDecided, setDecided] = useState(false);
  const kept = useRef('');
  const current = useRef(form);
  useLayoutEffect(() => {
    current.current = form;
  });

  const keep = useCallback((): void => {
    if (!current.current.isDirty()) return;
    const text = JSON.stringify(current.current.getValues());
    if (text === kept.current) return;
    kept.current = text;
    setDecided(true); // typing on means the older draft is not wanted
    put({ kind: 'draft', key, value: JSON.parse(text) as never }, { onSuccess: ({ updatedAt }) => noteSaved(updatedAt) }); // what JSON.stringify wrote is JSON
  }, [key, put]);

  useEffect(() => {
    const timer = setInterval(keep, EVERY_MS);
    const release = holdDraft(keep);
    return () => {
      clearInterval(timer);
      release();
    };
  }, [keep]);

  const stored = isDecided ? undefined : data?.find((state) => state.key === key);
  const clear = useCallback((): void => {
    setDecided(true);
    kept.current = JSON.stringify(current.current.getValues());
    remove({ kind: 'draft', key });
  }, [key, remove]);
  return {
    offeredAt: stored?.updatedAt ?? null,
    restore: () => {
      if (stored) form.setValues({ ...form.getValues(), ...(stored.value as Partial<Values>) }); // written by `keep` of the same form; fields added since keep their first value
      setDecided(true);
    },
    discard: clear,
    clear,
  };
}
