import { Stack } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { z } from 'zod';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { wordsByField } from '#renderer/components/record-form/issue-words.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import { StaffFields, type StaffField } from './StaffFields.tsx';

type ActDialogProps<V extends Record<string, unknown>, In, Out> = {
  readonly title: string;
  readonly consequence: string;
  readonly confirmLabel: string;
  readonly danger?: boolean;
  readonly initialValues: V;
  readonly fields: readonly StaffField<V>[];
  readonly labelOf: (field: string) => string;
  readonly inputOf: (values: V) => In;
  readonly schema: z.ZodType<unknown, In>;
  readonly act: UseMutationOptions<Out, AppError, In>;
  readonly onClose: () => void;
};

/** A small act with a few facts of its own: dates, a reason, an answer. Checked with main's own schema, refused inside the dialog. */
export function ActDialog<V extends Record<string, unknown>, In, Out>({ title, consequence, confirmLabel, danger = false, initialValues, fields, labelOf, inputOf, schema, act, onClose }: ActDialogProps<V, In, Out>) {
  const intl = useIntl();
  const form: UseFormReturnType<V> = useForm<V>({
    mode: 'uncontrolled',
    initialValues,
    validate: (values) => {
      const input = inputOf(values);
      return wordsByField(intl, schema.safeParse(input).error?.issues ?? [], input);
    },
  });
  const { mutate, isPending, error } = useMutation(act);
  const confirm = () => form.onSubmit((values) => mutate(inputOf(values), { onSuccess: onClose }))();
  return (
    <ConfirmDialog opened danger={danger} title={title} consequence={consequence} confirmLabel={confirmLabel} pending={isPending} onConfirm={confirm} onClose={onClose}>
      <Stack gap="sm">
        <ErrorNote error={error} />
        <StaffFields form={form} labelOf={labelOf} fields={fields} />
      </Stack>
    </ConfirmDialog>
  );
}
