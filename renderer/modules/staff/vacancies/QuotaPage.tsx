import { Button, Group, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay, useSession } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { answerQuotaSchema, quotaDraftSchema, sendQuotaSchema, type QuotaRequest } from '#shared/modules/staff/vacancies/vacancy.schema.ts';
import { ActDialog } from '../ActDialog.tsx';
import { useFieldLabels } from '../StaffFields.tsx';

type Open = 'new' | { readonly act: 'send' | 'answer'; readonly request: QuotaRequest };

/** More places asked of the level above: written, printed and sent, answered. */
export default function QuotaPage() {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('vacancies.edit');
  const { data, error, refetch } = useQuery(api.staff.listQuotaRequests({ limit: 200 }));
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <Page title={formatMessage({ id: 'quota.title' })} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="quota.new" /></Button>}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data?.count === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="quota.none" /></Text>}
      {data && data.count > 0 && <QuotaTable rows={data.rows} mayEdit={mayEdit} onAct={(act, request) => setOpen({ act, request })} />}
      {open === 'new' && <NewQuota onClose={() => setOpen(null)} />}
      {open !== null && open !== 'new' && open.act === 'send' && <SendQuota request={open.request} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'new' && open.act === 'answer' && <AnswerQuota request={open.request} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function QuotaTable({ rows, mayEdit, onAct }: { readonly rows: readonly QuotaRequest[]; readonly mayEdit: boolean; readonly onAct: (act: 'send' | 'answer', request: QuotaRequest) => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('quota_request');
  return (
    <Table verticalSpacing={6}>
      <Table.Thead><Table.Tr>{['postId', 'asked', 'reason', 'addressee', 'status', 'sentOn', 'answer'].map((field) => <Table.Th key={field} scope="col">{labelOf(field)}</Table.Th>)}<Table.Td /></Table.Tr></Table.Thead>
      <Table.Tbody>
        {rows.map((request) => (
          <Table.Tr key={request.id}>
            <Table.Td>{request.postName}<Text size="xs" c="dimmed">{formatMessage({ id: 'post.filled-of' }, { filled: request.filled, quota: request.quota })}</Text></Table.Td>
            <Table.Td>{request.asked}</Table.Td>
            <Table.Td maw={260}>{request.reason}</Table.Td>
            <Table.Td>{request.addressee}</Table.Td>
            <Table.Td>{formatMessage({ id: `quota.status.${request.status}` }, { granted: request.granted })}</Table.Td>
            <Table.Td>{request.sentOn !== null && <DayText day={request.sentOn} />}</Table.Td>
            <Table.Td>{request.answer}</Table.Td>
            <Table.Td>
              <Group gap={4} wrap="nowrap" justify="flex-end">
                {mayEdit && request.status === 'drafted' && <Button size="compact-xs" onClick={() => onAct('send', request)}><FormattedMessage id="quota.send" /></Button>}
                {mayEdit && request.status === 'sent' && <Button size="compact-xs" variant="default" onClick={() => onAct('answer', request)}><FormattedMessage id="quota.answer" /></Button>}
                <QuotaPaper request={request} />
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function QuotaPaper({ request }: { readonly request: QuotaRequest }) {
  const { formatMessage } = useIntl();
  const { communityName } = useSession();
  const title = formatMessage({ id: 'quota.paper' }, { post: request.postName });
  const words = (id: 'quota.paper-to' | 'quota.paper-body' | 'quota.paper-reason' | 'quota.paper-end') => formatMessage({ id }, { to: request.addressee, post: request.postName, quota: request.quota, filled: request.filled, asked: request.asked, reason: request.reason, community: communityName, day: request.sentOn ?? localToday() });
  return <PrintButton paper={{ title, entity: 'quota_request', entityId: request.id, rows: 1, asksReason: false, startsLandscape: false, blocks: [{ kind: 'text', heading: '', lines: [words('quota.paper-to'), words('quota.paper-body'), words('quota.paper-reason'), words('quota.paper-end')] }] }} />;
}

function NewQuota({ onClose }: { readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('quota_request');
  return (
    <ActDialog
      title={formatMessage({ id: 'quota.new' })}
      consequence={formatMessage({ id: 'quota.new-consequence' })}
      confirmLabel={formatMessage({ id: 'common.save' })}
      initialValues={{ postId: null as string | null, asked: 1, addressee: '', reason: '' }}
      fields={[{ kind: 'post', name: 'postId', required: true, first: true }, { kind: 'number', name: 'asked', min: 1, max: 1000, required: true }, { kind: 'text', name: 'addressee', required: true, wide: true, max: 60 }, { kind: 'area', name: 'reason', required: true, max: 300 }]}
      labelOf={labelOf}
      inputOf={(values) => ({ ...values, postId: values.postId ?? '' })}
      schema={quotaDraftSchema}
      act={api.staff.requestQuota()}
      onClose={onClose}
    />
  );
}

function SendQuota({ request: { id, version }, onClose }: { readonly request: QuotaRequest; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('quota_request');
  return <ActDialog title={formatMessage({ id: 'quota.send' })} consequence={formatMessage({ id: 'quota.send-consequence' })} confirmLabel={formatMessage({ id: 'quota.send' })} initialValues={{ sentOn: localToday() as string | null }} fields={[{ kind: 'day', name: 'sentOn', required: true, first: true }]} labelOf={labelOf} inputOf={({ sentOn }) => ({ id, version, sentOn: sentOn ?? '' })} schema={sendQuotaSchema} act={api.staff.sendQuota()} onClose={onClose} />;
}

function AnswerQuota({ request: { id, version, asked }, onClose }: { readonly request: QuotaRequest; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('quota_request');
  return (

      <ActDialog title={formatMessage({ id: 'quota.answer' })} consequence={formatMessage({ id: 'quota.answer-consequence' })} confirmLabel={formatMessage({ id: 'common.save' })} initialValues={{ granted: asked, answeredOn: localToday() as string | null, answer: '' }} fields={[{ kind: 'number', name: 'granted', max: 1000, first: true }, { kind: 'day', name: 'answeredOn', required: true }, { kind: 'area', name: 'answer', max: 300 }]} labelOf={labelOf} inputOf={({ granted, answeredOn, answer }) => ({ id, version, granted, answeredOn: answeredOn ?? '', answer })} schema={answerQuotaSchema} act={api.staff.answerQuota()} onClose={onClose} />

  );
}
