import { SimpleGrid, Stack } from '@mantine/core';
import type { UseMutationOptions } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { z } from 'zod';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { AppError, Failure } from '#shared/errors/app-error.ts';
import { TypedField, type FieldSpec } from './fields.tsx';

type TypedDrawerProps<V extends Record<string, unknown>, In, Out> = {
  readonly title: string;
  /** First part of the fields' words: `<words>.field.<name>`. */
  readonly words: string;
  readonly draftKey: string;
  readonly initialValues: V;
  readonly inputOf: (values: V) => In;
  readonly schema: z.ZodType<unknown, In>;
  readonly save: UseMutationOptions<Out, AppError, In>;
  readonly fields: readonly FieldSpec<V>[] | ((record: RecordForm<V>) => readonly FieldSpec<V>[]);
  readonly fieldOf?: (failure: Failure) => (keyof V & string) | null;
  readonly onSaved?: (saved: Out) => void;
  readonly nextValues?: (values: V) => V;
  readonly onClosed: () => void;
  /** Above the fields. */
  readonly children?: ReactNode;
};

type Line<V> = readonly FieldSpec<V>[];
/** Fields go two in a line; what is wide, and long text, takes a line of its own. */
function linesOf<V>(fields: readonly FieldSpec<V>[]): readonly Line<V>[] {
  const lines: FieldSpec<V>[][] = [];
  for (const field of fields) {
    const isWide = field.wide === true || field.kind === 'area';
    const last = lines.at(-1);
    const begun = last?.[0];
    if (isWide || !last || last.length > 1 || begun?.wide === true || begun?.kind === 'area') lines.push([field]);
    else last.push(field);
  }
  return lines;
}

/** The side panel in which a record is typed, made from the description of its fields. */
export function TypedDrawer<V extends Record<string, unknown>, In, Out>({ title, words, fields, onClosed, onSaved = () => undefined, children, ...options }: TypedDrawerProps<V, In, Out>) {
  const { formatMessage } = useIntl();
  const record = useRecordForm<V, In, Out>({ ...options, onSaved });
  const specs = typeof fields === 'function' ? fields(record) : fields;
  return (
    <RecordDrawer title={title} record={record} labelOf={(field) => formatMessage({ id: messageId(`${words}.field.${field}`) })} onClosed={onClosed} size="36rem">
      <Stack gap="sm">
        {children}
        {linesOf(specs).map((line) => {
          const [first] = line;
          const isWide = line.length === 1 && (first?.wide === true || first?.kind === 'area');
          const shown = line.map((spec) => <TypedField key={spec.name} form={record.form} spec={spec} words={words} />);
          return isWide ? <div key={first?.name}>{shown}</div> : <SimpleGrid key={first?.name} cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">{shown}</SimpleGrid>;
        })}
      </Stack>
    </RecordDrawer>
  );
}
