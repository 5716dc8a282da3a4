import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { noConditions, postChangeSchema, postDraftSchema, type PostDraft, type PostRow } from '#shared/modules/staff/posts/post.schema.ts';
import { useFieldLabels } from '../StaffFields.tsx';
import { PostFields } from './post-fields.tsx';

const emptyPost: PostDraft = { name: '', level: 'station', quota: 1, duties: '', content: '', scope: '', conditions: noConditions, subsidyFen: 0, answersForGrid: false, note: '' };
const fieldOf = ({ code }: Failure): keyof PostDraft | null => (code === 'post/name-taken' ? 'name' : null);

export function NewPostDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('post');
  const record = useRecordForm({ draftKey: 'post/new', initialValues: emptyPost, inputOf: (values) => values, schema: postDraftSchema, save: api.staff.createPost(), fieldOf, onSaved: () => undefined, nextValues: () => emptyPost });
  return <RecordDrawer title={formatMessage({ id: 'post.new' })} record={record} labelOf={labelOf} onClosed={onClosed}><PostFields form={record.form} /></RecordDrawer>;
}

export function EditPostDrawer({ post, onClosed }: { readonly post: PostRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('post');
  const { id, version, filled: _filled, open: _open, updatedAt: _at, ...values } = post;
  const record = useRecordForm({ draftKey: `post/${id}`, initialValues: values as PostDraft, inputOf: (typed) => ({ ...typed, id, version }), schema: postChangeSchema, save: api.staff.updatePost(), fieldOf, onSaved: () => undefined });
  return <RecordDrawer title={formatMessage({ id: 'post.edit' }, { name: post.name })} record={record} labelOf={labelOf} onClosed={onClosed}><PostFields form={record.form} /></RecordDrawer>;
}
