import { Button, Group, List, Stack, Table, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { appointmentDraftSchema, type PostRow } from '#shared/modules/staff/posts/post.schema.ts';
import { ActDialog } from '../ActDialog.tsx';
import { useRecordId } from '../use-record-id.ts';
import { yuanOf } from '../fen.ts';
import { memberPlace } from '../places.ts';
import { useFieldLabels } from '../StaffFields.tsx';
import { AppointmentTable } from './AppointmentTable.tsx';
import { conditionsOf, useConditionWords } from './condition-words.ts';
import { EditPostDrawer } from './PostDrawer.tsx';

/** One post: what it is for, what it asks, who holds and held it, and who of the team would fit. */
export default function PostPage() {
  const id = useRecordId();
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('posts.edit');
  const { data: post, error, refetch } = useQuery(api.staff.getPost({ id }));
  const [open, setOpen] = useState<'edit' | 'appoint' | null>(null);
  return (
    <Page title={post?.name ?? formatMessage({ id: 'post.one' })} {...(post && { figure: formatMessage({ id: 'post.filled-of' }, { filled: post.filled, quota: post.quota }) })} actions={post && <PostActs post={post} mayEdit={mayEdit} onOpen={setOpen} />}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {post && (
        <Stack gap="lg">
          <PostFacts post={post} />
          <Conditions post={post} />
          <SheetSection title="post.holders"><AppointmentTable filter={{ postId: post.id }} shows="person" /></SheetSection>
          <Fits postId={post.id} />
          <SheetSection title="staff.history"><History entity="post" id={post.id} version={post.version} codeTables={{ level: 'post-level' }} /></SheetSection>
        </Stack>
      )}
      {post && open === 'edit' && <EditPostDrawer post={post} onClosed={() => setOpen(null)} />}
      {post && open === 'appoint' && <AppointDialog post={post} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function PostActs({ post, mayEdit, onOpen }: { readonly post: PostRow; readonly mayEdit: boolean; readonly onOpen: (act: 'edit' | 'appoint') => void }) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const labelOf = useFieldLabels('post');
  const words = useConditionWords();
  const remove = useMutation(api.staff.removePost());
  const paper = {
    title: formatMessage({ id: 'post.duty-sheet' }, { name: post.name }), entity: 'post', entityId: post.id, rows: 1, asksReason: false, startsLandscape: false,
    blocks: [
      ...(['duties', 'content', 'scope'] as const).map((field) => ({ kind: 'text' as const, heading: labelOf(field), lines: post[field].split('\n') })),
      { kind: 'text' as const, heading: formatMessage({ id: 'post.conditions' }), lines: conditionsOf(post.conditions).map((condition) => [words(condition).name, words(condition).asked].filter(Boolean).join('：')) },
      { kind: 'text' as const, heading: '', lines: [formatMessage({ id: 'post.signature' })] },
    ],
  };
  return (
    <Group gap="xs">
      <ErrorNote error={remove.error} />
      <PrintButton paper={paper} />
      {mayEdit && post.filled + post.open === 0 && <Button size="xs" variant="default" color="red" loading={remove.isPending} onClick={() => remove.mutate({ id: post.id, version: post.version }, { onSuccess: () => goTo('/staff/posts') })}><FormattedMessage id="staff.remove" /></Button>}
      {mayEdit && <Button size="xs" variant="default" onClick={() => onOpen('appoint')}><FormattedMessage id="post.appoint" /></Button>}
      {mayEdit && <Button size="xs" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onOpen('edit')}><FormattedMessage id="common.edit" /></Button>}
    </Group>
  );
}

function PostFacts({ post }: { readonly post: PostRow }) {
  const { formatNumber, formatMessage } = useIntl();
  const labelOf = useFieldLabels('post');
  const { labelOf: level } = useCodes('post-level');
  return (
    <Facts
      columns={2}
      facts={[
        { id: 'level', label: labelOf('level'), value: level(post.level) },
        { id: 'subsidyFen', label: labelOf('subsidyFen'), value: formatNumber(yuanOf(post.subsidyFen), { minimumFractionDigits: 2 }) },
        { id: 'duties', label: labelOf('duties'), value: post.duties },
        { id: 'content', label: labelOf('content'), value: post.content },
        { id: 'scope', label: labelOf('scope'), value: post.scope },
        { id: 'answersForGrid', label: labelOf('answersForGrid'), value: formatMessage({ id: post.answersForGrid ? 'common.yes' : 'common.no' }) },
      ]}
    />
  );
}

function Conditions({ post }: { readonly post: PostRow }) {
  const words = useConditionWords();
  const conditions = conditionsOf(post.conditions);
  return (
    <SheetSection title="post.conditions">
      {conditions.length === 0 ? <Text size="sm" c="dimmed"><FormattedMessage id="post.no-conditions" /></Text> : <List size="sm">{conditions.map((condition) => <List.Item key={condition.kind}>{[words(condition).name, words(condition).asked].filter(Boolean).join('：')}</List.Item>)}</List>}
    </SheetSection>
  );
}

/** Who of the team meets what a record can answer; conditions in words are still to be asked. */
function Fits({ postId }: { readonly postId: string }) {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('education');
  const { data } = useQuery(api.staff.listFits({ postId, limit: 20 }));
  const member = useFieldLabels('staff');
  return (
    <SheetSection title="post.fits">
      {data?.count === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="post.fits-none" /></Text>}
      {data && data.count > 0 && (
        <>
          <Text size="sm" c="dimmed"><FormattedMessage id="post.fits-about" values={{ count: data.count }} /></Text>
          <Table verticalSpacing={4}>
            <Table.Thead><Table.Tr>{[member('name'), formatMessage({ id: 'staff.post-now' }), member('gridId'), member('education'), formatMessage({ id: 'staff.experience' })].map((head) => <Table.Th key={head} scope="col">{head}</Table.Th>)}</Table.Tr></Table.Thead>
            <Table.Tbody>
              {data.rows.map((row) => (
                <Table.Tr key={row.memberId}>
                  <Table.Td><PlaceLink to={memberPlace(row.memberId)} inherit>{row.name}</PlaceLink></Table.Td>
                  <Table.Td>{row.postName}</Table.Td>
                  <Table.Td>{row.gridName}</Table.Td>
                  <Table.Td>{labelOf(row.education)}</Table.Td>
                  <Table.Td>{formatMessage({ id: 'staff.experience-years' }, { years: Math.floor(row.gridMonths / 12), months: row.gridMonths % 12 })}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </>
      )}
    </SheetSection>
  );
}

function AppointDialog({ post, onClose }: { readonly post: PostRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('appointment');
  return (
    <ActDialog
      title={formatMessage({ id: 'post.appoint-title' }, { post: post.name })}
      consequence={formatMessage({ id: post.answersForGrid ? 'post.appoint-grid' : 'post.appoint-consequence' })}
      confirmLabel={formatMessage({ id: 'post.appoint' })}
      initialValues={{ memberId: null as string | null, gridId: null as string | null, fromOn: localToday() as string | null, reason: '' }}
      fields={[{ kind: 'member', name: 'memberId', required: true, first: true, chosen: null }, { kind: 'grid', name: 'gridId', required: post.answersForGrid }, { kind: 'day', name: 'fromOn', required: true }, { kind: 'text', name: 'reason', max: 200 }]}
      labelOf={labelOf}
      inputOf={({ memberId, gridId, fromOn, reason }) => ({ memberId: memberId ?? '', postId: post.id, gridId, fromOn: fromOn ?? '', untilOn: null, reason })}
      schema={appointmentDraftSchema}
      act={api.staff.appoint()}
      onClose={onClose}
    />
  );
}
