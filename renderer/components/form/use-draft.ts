import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { api } from '#renderer/api/index.ts';
import type { DeskState } from '#shared/kernel/desk-state/desk-state.contract.ts';
import { isAskedFor, takeResumed } from './resumed-draft.ts';
import { noteSaved } from './saved-at.ts';

/** The part of a @mantine/form that a draft needs; controlled and uncontrolled forms both have it. */
type DraftForm<Values> = { getValues: () => Values; setValues: (values: Values) => void; isDirty: () => boolean };

export type Draft = {
  /** When the offered draft was put aside; null when there is none to offer. */
  readonly offeredAt: string | null;
  /** When what stands in the form was last put aside; null before that. */
  readonly keptAt: string | null;
  /** Puts aside at once what is typed. */
  readonly keep: () => void;
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
 * form and the record, e.g. `person/<id>` or `person/new`; at most 120 characters. What was offered stays on offer while the person
 * types, until it is taken, refused, or the record is saved.
 */
export function useDraft<Values extends object>(key: string, form: DraftForm<Values>): Draft {
  const { data } = useQuery({ ...api.deskState.list({ kind: 'draft', prefix: key }), staleTime: 0 });
  const { mutate: put } = useMutation(api.deskState.put());
  const { mutate: remove } = useMutation(api.deskState.remove());
  const [isResumed] = useState(() => isAskedFor(key));
  const [offer, setOffer] = useState<DeskState | null | undefined>(undefined);
  const [keptAt, setKeptAt] = useState<string | null>(null);
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
    put(
      { kind: 'draft', key, value: JSON.parse(text) as never }, // what JSON.stringify wrote is JSON
      {
        onSuccess: ({ updatedAt }) => {
          setKeptAt(updatedAt);
          noteSaved(updatedAt);
        },
      },
    );
  }, [key, put]);

  useEffect(() => {
    const timer = setInterval(keep, EVERY_MS);
    return () => {
      clearInterval(timer);
      keep(); // the form left the screen by another way than its own buttons
    };
  }, [keep]);

  if (offer === undefined && data !== undefined) setOffer(data.find((state) => state.key === key) ?? null);
  const fill = useCallback(({ value }: DeskState): void => {
    const { setValues, getValues } = current.current;
    setValues({ ...getValues(), ...(value as Partial<Values>) }); // written by `keep` of the same form; fields added since keep their first value
  }, []);
  useEffect(() => {
    if (offer !== undefined && takeResumed(key) && offer) fill(offer);
  }, [key, offer, fill]);

  const clear = useCallback((): void => {
    setOffer(null);
    setKeptAt(null);
    kept.current = JSON.stringify(current.current.getValues());
    remove({ kind: 'draft', key });
  }, [key, remove]);
  return {
    offeredAt: isResumed ? null : (offer?.updatedAt ?? null),
    keptAt,
    keep,
    restore: () => {
      if (offer) fill(offer);
      setOffer(null);
    },
    discard: clear,
    clear,
  };
}
