import { Button, Table, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import type { ClassRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import type { EnrolmentRow } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import { EnrolDialog } from './EnrolDialog.tsx';
import { FeedbackDialog } from './FeedbackDialog.tsx';
import { memberPlace } from './places.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';

const SHOWN = 500;
type Open = 'enrol' | { readonly act: 'withdraw' | 'feedback'; readonly enrolment: EnrolmentRow };

/** Who is in the class, by rule or by hand, with hours, score, result and certificate. */
export function EnrolmentSection({ row, mayEdit }: { readonly row: ClassRow; readonly mayEdit: boolean }) {
  const { formatMessage } = useIntl();
  const mayKeep = useMay()('training.edit');
  const { data, error, refetch } = useQuery(api.trainingAssessment.listEnrolments({ filter: { classId: row.id }, limit: SHOWN }));
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <SheetSection title="training.enrolments" actions={mayEdit && <Button size="xs" variant="default" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setOpen('enrol')}><FormattedMessage id="training.enrol" /></Button>}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="training.enrol.none" /></Text>}
      {data && data.length > 0 && (
        <Table.ScrollContainer minWidth={760}>
          <Table aria-label={formatMessage({ id: 'training.enrolments' })} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>{(['memberId', 'gridName', 'source', 'hoursTenths', 'score', 'result', 'certificate'] as const).map((field) => <Table.Th key={field} scope="col"><FormattedMessage id={`training.field.${field}`} /></Table.Th>)}<Table.Td /></Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((enrolment) => (
                <Table.Tr key={enrolment.id} {...(enrolment.state === 'withdrawn' && { c: 'dimmed' })}>
                  <Table.Td><PlaceLink to={memberPlace(enrolment.memberId)} inherit underline="always">{enrolment.memberName}</PlaceLink></Table.Td>
                  <Table.Td>{enrolment.gridName}</Table.Td>
                  <Table.Td>{enrolment.state === 'withdrawn' ? formatMessage({ id: 'training.enrol.withdrawn' }, { on: enrolment.withdrawnOn ?? '', reason: enrolment.withdrawnReason }) : formatMessage({ id: `training.enrol.source.${enrolment.source}` })}</Table.Td>
                  <Table.Td>{hoursText(enrolment.hoursTenths)}</Table.Td>
                  <Table.Td>{enrolment.scoreTenths === null ? '—' : hoursText(enrolment.scoreTenths)}</Table.Td>
                  <Table.Td>{enrolment.result === '' ? '—' : formatMessage({ id: `training.result.${enrolment.result}` })}</Table.Td>
                  <Table.Td>{enrolment.certificate || '—'}</Table.Td>
                  <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                    {mayKeep && row.state !== 'planned' && enrolment.state === 'enrolled' && <Button size="compact-xs" variant="subtle" onClick={() => setOpen({ act: 'feedback', enrolment })}><FormattedMessage id="training.feedback.keep" /></Button>}
                    {mayEdit && enrolment.state === 'enrolled' && <Button size="compact-xs" variant="subtle" onClick={() => setOpen({ act: 'withdraw', enrolment })}><FormattedMessage id="training.enrol.withdraw" /></Button>}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {data?.length === SHOWN && <Text size="xs" c="dimmed"><FormattedMessage id="training.enrol.more" values={{ count: SHOWN }} /></Text>}
      {open === 'enrol' && <EnrolDialog row={row} onClose={close} />}
      {open !== null && open !== 'enrol' && open.act === 'withdraw' && <Withdraw enrolment={open.enrolment} onClose={close} />}
      {open !== null && open !== 'enrol' && open.act === 'feedback' && <FeedbackDialog enrolment={open.enrolment} onClose={close} />}
    </SheetSection>
  );
}

function Withdraw({ enrolment, onClose }: { readonly enrolment: EnrolmentRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [on, setOn] = useState<string | null>(localToday());
  const withdraw = useMutation(api.trainingAssessment.withdrawEnrolment());
  const { id, version } = enrolment;
  return (
    <ReasonDialog title={formatMessage({ id: 'training.enrol.withdraw-title' }, { name: enrolment.memberName })} consequence={formatMessage({ id: 'training.enrol.withdraw-consequence' })} confirmLabel={formatMessage({ id: 'training.enrol.withdraw' })} pending={withdraw.isPending} error={withdraw.error} onConfirm={(reason) => on !== null && withdraw.mutate({ id, version, on, reason }, { onSuccess: onClose })} onClose={onClose}>
      <DayInput label={formatMessage({ id: 'training.field.withdrawnOn' })} required value={on} onChange={setOn} />
    </ReasonDialog>
  );
}
