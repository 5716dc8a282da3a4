import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { itemLengths, listItemChangeSchema, listItemDraftSchema, listKinds, type AdmissionList, type ItemField, type ListItem, type ListKind } from '#shared/modules/grid/admission/admission-list.schema.ts';
import { Dialog } from '../typed/Dialog.tsx';
import type { FieldSpec } from '../typed/fields.tsx';
import { TypedDrawer } from '../typed/TypedDrawer.tsx';

type Closing = { readonly onClose: () => void };

/** The next edition of one of the lists, begun as a copy of the one in force. */
export function BeginDialog({ onBegun, onClose }: Closing & { readonly onBegun: (list: AdmissionList) => void }) {
  const { formatMessage } = useIntl();
  const [kind, setKind] = useState<ListKind>('negative');
  const begin = useMutation({ ...api.grid.beginAdmissionList(), onSuccess: (list) => { onBegun(list); onClose(); } });
  return (
    <Dialog title={formatMessage({ id: 'admission-lists.begin' })} confirmLabel={formatMessage({ id: 'admission-lists.begin-verb' })} isReady pending={begin.isPending} error={begin.error} onConfirm={() => begin.mutate({ kind })} onClose={onClose}>
      <Text size="sm"><FormattedMessage id="admission-lists.begin-about" /></Text>
      <Radio.Group label={formatMessage({ id: 'admission_item.field.kind' })} value={kind} onChange={(value) => setKind(listKinds.find((one) => one === value) ?? 'negative')}>
        <Stack gap={8} mt={8}>{listKinds.map((value) => <Radio key={value} value={value} label={formatMessage({ id: `admission-lists.kind.${value}` })} />)}</Stack>
      </Radio.Group>
    </Dialog>
  );
}

/** Puts a draft in force from a day on. */
export function PublishDialog({ list, onClose }: Closing & { readonly list: AdmissionList }) {
  const { formatMessage } = useIntl();
  const [day, setDay] = useState<string | null>(localToday());
  const publish = useMutation({ ...api.grid.publishAdmissionList(), onSuccess: onClose });
  return (
    <Dialog title={formatMessage({ id: 'admission-lists.publish' })} confirmLabel={formatMessage({ id: 'admission-lists.publish-verb' }, { count: list.items })} isReady={day !== null} pending={publish.isPending} error={publish.error} onConfirm={() => day !== null && publish.mutate({ id: list.id, version: list.version, effectiveOn: day })} onClose={onClose}>
      <Text size="sm"><FormattedMessage id="admission-lists.publish-about" /></Text>
      <DayInput label={formatMessage({ id: 'admission_list.field.effectiveOn' })} required value={day} onChange={setDay} data-autofocus />
    </Dialog>
  );
}

/** Rows copied from a spreadsheet become items of the draft. */
export function PasteDialog({ list, onClose }: Closing & { readonly list: AdmissionList }) {
  const { formatMessage } = useIntl();
  const [text, setText] = useState('');
  const paste = useMutation({ ...api.grid.pasteListItems(), onSuccess: onClose });
  return (
    <Dialog title={formatMessage({ id: 'admission-lists.paste' })} confirmLabel={formatMessage({ id: 'admission-lists.paste-verb' })} isReady={text.trim() !== ''} pending={paste.isPending} error={paste.error} onConfirm={() => paste.mutate({ listId: list.id, text })} onClose={onClose}>
      <Textarea label={formatMessage({ id: 'admission-lists.paste-label' })} description={formatMessage({ id: 'admission-lists.paste-hint' })} autosize minRows={8} maxRows={14} value={text} onChange={(event) => setText(event.currentTarget.value)} data-autofocus />
    </Dialog>
  );
}

type Values = Pick<ListItem, ItemField>;
const EMPTY: Values = { title: '', content: '', legalBasis: '', office: '', means: '', category: '', supportOffices: '', note: '' };
const FIELDS: readonly FieldSpec<Values>[] = [
  { name: 'title', kind: 'text', max: itemLengths.title, required: true, focus: true, wide: true },
  { name: 'content', kind: 'area', max: itemLengths.content },
  { name: 'legalBasis', kind: 'area', max: itemLengths.legalBasis },
  { name: 'office', kind: 'text', max: itemLengths.office },
  { name: 'supportOffices', kind: 'text', max: itemLengths.supportOffices },
  { name: 'category', kind: 'text', max: itemLengths.category },
  { name: 'means', kind: 'text', max: itemLengths.means },
  { name: 'note', kind: 'area', max: itemLengths.note },
];

/** One item of a draft. */
export function ItemDrawer({ listId, item, onClosed }: { readonly listId: string; readonly item: ListItem | null; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const shared = { words: 'admission_item', fields: FIELDS, onClosed, fieldOf: ({ code }: { readonly code: string }) => (code === 'admission-list/title-taken' ? ('title' as const) : null) };
  if (item === null) return <TypedDrawer {...shared} title={formatMessage({ id: 'admission-lists.new' })} draftKey={`admission-item/${listId}/new`} initialValues={EMPTY} inputOf={(values) => ({ ...values, listId })} schema={listItemDraftSchema} save={api.grid.addListItem()} nextValues={() => EMPTY} />;
  const { id, version, title, content, legalBasis, office, means, category, supportOffices, note } = item;
  return <TypedDrawer {...shared} title={formatMessage({ id: 'common.edit' })} draftKey={`admission-item/${id}`} initialValues={{ title, content, legalBasis, office, means, category, supportOffices, note }} inputOf={(values) => ({ ...values, id, version })} schema={listItemChangeSchema} save={api.grid.updateListItem()} />;
}
