import { Alert, Anchor, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { FormattedMessage } from 'react-intl';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { RecordForm } from './use-record-form.ts';

type ErrorSumProps<V extends Record<string, unknown>> = { readonly record: RecordForm<V>; readonly labelOf: (field: string) => string };

/**
 * All that keeps a record from being saved, above its fields; each line leads to its field. When saving was refused, the keyboard goes
 * to the first wrong field, or here when no field is to blame.
 */
export function ErrorSum<V extends Record<string, unknown>>({ record, labelOf }: ErrorSumProps<V>) {
  const place = useRef<HTMLDivElement>(null);
  const { refusals } = record;
  useEffect(() => {
    if (refusals === 0) return;
    const wrong = place.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? place.current)?.focus();
    wrong?.scrollIntoView({ block: 'center' });
  }, [refusals]);
  if (refusals === 0) return null;
  const errors = Object.entries(record.form.errors).filter(([, words]) => Boolean(words));
  if (errors.length === 0 && !record.refusal) return null;
  return (
    <div ref={place} tabIndex={-1}>
      {record.refusal && <ErrorNote error={record.refusal} />}
      {errors.length > 0 && (
        <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle size={18} aria-hidden />} title={<FormattedMessage id="record-form.problems" values={{ count: errors.length }} />}>
          <List size="sm">
            {errors.map(([field, words]) => (
              <List.Item key={field}>
                <Anchor component="button" type="button" size="sm" ta="start" onClick={() => record.focusField(field)}>
                  <FormattedMessage id="record-form.problem" values={{ label: labelOf(field), problem: words }} />
                </Anchor>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
}
