import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { z } from 'zod';
import { useErrorWords } from '#renderer/components/error/use-error-words.ts';
import { useDraft, type Draft } from '#renderer/components/form/use-draft.ts';
import type { AppError, Failure } from '#shared/errors/app-error.ts';
import { issueWords } from './issue-words.ts';

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
};

export type RecordForm<V extends Record<string, unknown>> = {
  readonly form: UseFormReturnType<V>;
  readonly submit: () => void;
  readonly isPending: boolean;
  /** True for the moment in which the button shows that it is done. */
  readonly isSaved: boolean;
  /** That moment is over: the panel may go. */
  readonly isDone: boolean;
  /** A refusal that belongs to no field. */
  readonly refusal: AppError | null;
  readonly focusField: (field: string) => void;
  readonly draft: Draft;
  /** Counts refused attempts, so that the sum of errors takes the focus each time. */
  readonly refusals: number;
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
  const { inputOf, schema } = options;
  const form: UseFormReturnType<V> = useForm<V>({
    mode: 'uncontrolled',
    initialValues: options.initialValues,
    validateInputOnBlur: true,
    validate: (values) => {
      const issues = schema.safeParse(inputOf(values)).error?.issues ?? [];
      return Object.fromEntries(issues.map((issue) => [String(issue.path[0] ?? ''), issueWords(intl, issue)]));
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
  const send = (values: V) => {
    setRefusal(null);
    isBusy.current = true;
    saving.mutate(inputOf(values), {
      onSuccess: (saved) => {
        draft.clear();
        setStage('saved');
        setTimeout(() => {
          setStage('done');
          options.onSaved(saved);
        }, CHECK_MS);
      },
      onError: (error) => {
        isBusy.current = false;
        refused(error);
      },
    });
  };

  return {
    form,
    submit: () => {
      if (!isBusy.current) form.onSubmit(send, () => setRefusals((count) => count + 1))();
    },
    isPending: saving.isPending,
    isSaved: stage !== 'typing',
    isDone: stage === 'done',
    refusal,
    focusField: (field) => form.getInputNode(field as never)?.focus(), // keys of errors are fields of the form
    draft,
    refusals,
  };
}
