import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { z } from 'zod';
import { useErrorWords } from '#renderer/components/error/use-error-words.ts';
import { holdUnsaved } from '#renderer/components/form/unsaved-forms.ts';
import { useDraft, type Draft } from '#renderer/components/form/use-draft.ts';
import type { AppError, Failure } from '#shared/errors/app-error.ts';
import { wordsByField } from './issue-words.ts';

type RecordFormOptions<V extends Record<string, unknown>, In, Out> = {
  /** Under this key unsaved words are kept; one per record, or per list for a new one. */
  readonly draftKey: string;
  readonly initialValues: V;
  /** What is typed, as the command takes it. */
  readonly inputOf: (values: V) => In;
  readonly schema: z.ZodType<unknown, In>;
  readonly save: UseMutationOptions<Out, AppError, In>;
  /** The field at which a refusal of main belongs; null shows it above the form. */
  readonly fieldOf?: (failure: Failure) => (keyof V & string) | null;
  readonly onSaved: (saved: Out) => void;
  /** What the next new record begins with, given the one just saved. Without it one cannot go on to a next. */
  readonly nextValues?: (values: V) => V;
  /** One record is saved and the next is begun: what has to be said about the first. */
  readonly onNext?: (saved: Out) => void;
};

/** What follows a save: the panel closes, the next record begins, or somebody who waits is told. */
type After = 'close' | 'next' | (() => void);

export type RecordForm<V extends Record<string, unknown>> = {
  readonly form: UseFormReturnType<V>;
  readonly submit: (after?: After) => void;
  /** Null where one record is not followed by another. */
  readonly submitAndNext: (() => void) | null;
  readonly isDirty: () => boolean;
  readonly isPending: boolean;
  /** True for the moment in which the button shows that it is done. */
  readonly isSaved: boolean;
  /** That moment is over: the panel may go. */
  readonly isDone: boolean;
  /** A refusal that belongs to no field. */
  readonly refusal: AppError | null;
  readonly focusField: (field: string) => void;
  readonly draft: Draft;
  /** Counts refused attempts, so that the keyboard goes to the first wrong field each time. */
  readonly refusals: number;
  /** Counts the records begun one after the other in this panel. */
  readonly begun: number;
};

/** Long enough to be seen, short enough not to be waited for. */
const CHECK_MS = 700;

/** One record being typed: checked with main's own schema, saved by its command, a refusal shown at the field it means. */
export function useRecordForm<V extends Record<string, unknown>, In, Out>(options: RecordFormOptions<V, In, Out>): RecordForm<V> {
  const intl = useIntl();
  const errorWords = useErrorWords();
  const [refusals, setRefusals] = useState(0);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const [stage, setStage] = useState<'typing' | 'saved' | 'done'>('typing');
  const [begun, setBegun] = useState(0);
  const { inputOf, schema, nextValues } = options;
  const form: UseFormReturnType<V> = useForm<V>({
    mode: 'uncontrolled',
    initialValues: options.initialValues,
    validateInputOnBlur: true,
    validate: (values) => {
      const input = inputOf(values);
      return wordsByField(intl, schema.safeParse(input).error?.issues ?? [], input);
    },
  });
  const draft = useDraft(options.draftKey, form);
  const saving = useMutation(options.save);
  const isBusy = useRef(false);

  const refused = (error: AppError) => {
    const field = options.fieldOf?.(error.failure) ?? null;
    if (field === null) setRefusal(error);
    else form.setErrors({ [field]: errorWords(error) });
    setRefusals((count) => count + 1);
  };
  const beginNext = (next: V) => {
    form.setInitialValues(next);
    form.reset();
    draft.clear();
    isBusy.current = false;
    setRefusals(0);
    setBegun((count) => count + 1);
  };
  const followUp = (saved: Out, values: V, after: After) => {
    if (after === 'next' && nextValues) {
      options.onNext?.(saved);
      return beginNext(nextValues(values));
    }
    draft.clear();
    setStage('saved');
    if (typeof after === 'function') return after();
    setTimeout(() => {
      setStage('done');
      options.onSaved(saved);
    }, CHECK_MS);
  };
  const send = (values: V, after: After) => {
    setRefusal(null);
    isBusy.current = true;
    saving.mutate(inputOf(values), {
      onSuccess: (saved) => followUp(saved, values, after),
      onError: (error) => {
        isBusy.current = false;
        refused(error);
      },
    });
  };
  const submit = (after: After = 'close') => {
    if (!isBusy.current) form.onSubmit((values) => send(values, after), () => setRefusals((count) => count + 1))();
  };
  const isDirty = () => stage === 'typing' && form.isDirty();

  const unsaved = useRef({ isDirty, flush: draft.keep, save: submit, discard: draft.clear });
  useLayoutEffect(() => {
    unsaved.current = { isDirty, flush: draft.keep, save: submit, discard: draft.clear };
  });
  useEffect(
    () =>
      holdUnsaved({
        isDirty: () => unsaved.current.isDirty(),
        flush: () => unsaved.current.flush(),
        save: (saved) => unsaved.current.save(saved),
        discard: () => unsaved.current.discard(),
      }),
    [],
  );

  return {
    form,
    submit,
    submitAndNext: nextValues ? () => submit('next') : null,
    isDirty,
    isPending: saving.isPending,
    isSaved: stage !== 'typing',
    isDone: stage === 'done',
    refusal,
    focusField: (field) => form.getInputNode(field as never)?.focus(), // keys of errors are fields of the form
    draft,
    refusals,
    begun,
  };
}
