import { Text, TextInput } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import type { MessageId } from '#renderer/i18n/messages.ts';
import { codeItemSchema, type CodeItem } from '#shared/kernel/code-tables/code-tables.contract.ts';
import { nextCode } from './next-code.ts';

type CodeItemPanelProps = { readonly table: string; /** Null adds a value. */ readonly item: CodeItem | null; readonly taken: readonly CodeItem[]; readonly onClosed: () => void };
type Values = Pick<CodeItem, 'code' | 'zh' | 'en'>;

const LABELS: Readonly<Record<string, MessageId>> = { code: 'code-tables.column.code', zh: 'code-tables.column.zh', en: 'code-tables.column.en' };

/** A value of the station's own. Its code stays once it is saved, because records hold it; its names may change. */
export function CodeItemPanel({ table, item, taken, onClosed }: CodeItemPanelProps) {
  const { formatMessage } = useIntl();
  const record = useRecordForm<Values, CodeItem, CodeItem>({
    draftKey: `code-item/${table}/${item?.code ?? 'new'}`,
    initialValues: { code: item?.code ?? nextCode(taken.map(({ code }) => code)), zh: item?.zh ?? '', en: item?.en ?? '' },
    inputOf: (values) => ({ table, active: item?.active ?? true, ...values }),
    // a new value under a code that is there would rename that one
    schema: item ? codeItemSchema : codeItemSchema.refine(({ code }) => !taken.some((other) => other.code === code), { path: ['code'] }),
    save: api.codeTables.saveItem(),
    fieldOf: ({ code }) => (code === 'code-table/label-taken' ? 'zh' : null),
    onSaved: () => undefined,
  });
  const { form } = record;
  const labelOf = (field: string): string => {
    const label = LABELS[field];
    return label ? formatMessage({ id: label }) : field;
  };
  return (
    <RecordDrawer title={formatMessage({ id: item ? 'code-tables.edit' : 'code-tables.new' }, { name: item?.zh ?? '' })} record={record} labelOf={labelOf} onClosed={onClosed} size="28rem">
      <TextInput label={labelOf('code')} description={formatMessage({ id: item ? 'code-tables.code.stays' : 'code-tables.code.hint' })} required readOnly={item !== null} maxLength={20} key={form.key('code')} {...form.getInputProps('code')} />
      <TextInput label={labelOf('zh')} required maxLength={60} data-autofocus key={form.key('zh')} {...form.getInputProps('zh')} />
      <TextInput label={labelOf('en')} maxLength={80} key={form.key('en')} {...form.getInputProps('en')} />
      <Text size="sm" c="dimmed"><FormattedMessage id="code-tables.names.hint" /></Text>
    </RecordDrawer>
  );
}
