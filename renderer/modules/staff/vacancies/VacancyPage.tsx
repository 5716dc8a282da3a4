import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { unmet } from '#shared/modules/staff/posts/condition.rules.ts';
import { appointCandidateSchema, decideExemptionSchema, type Candidate, type Exemption, type VacancyRow } from '#shared/modules/staff/vacancies/vacancy.schema.ts';
import { ActDialog } from '../ActDialog.tsx';
import { useRecordId } from '../use-record-id.ts';
import { postPlace } from '../places.ts';
import { useConditionWords } from '../posts/condition-words.ts';
import { useFieldLabels } from '../StaffFields.tsx';
import { CandidateCard, type CandidateAct } from './CandidateCard.tsx';
import { EditCandidateDrawer, NewCandidateDrawer } from './CandidateDrawer.tsx';
import { EditVacancyDrawer } from './VacancyDrawer.tsx';

type Open = { readonly act: CandidateAct; readonly candidate: Candidate } | { readonly act: 'new' | 'change' | 'withdraw' } | { readonly act: 'decide'; readonly exemption: Exemption };

/** One vacancy: its candidates, the check of the conditions, exemptions, and who is appointed. */
export default function VacancyPage() {
  const id = useRecordId();
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('vacancies.edit');
  const { data: vacancy, error, refetch } = useQuery(api.staff.getVacancy({ id }));
  const { data: candidates } = useQuery(api.staff.listCandidates({ vacancyId: id }));
  const { data: post } = useQuery({ ...api.staff.getPost({ id: vacancy?.postId ?? '' }), enabled: vacancy !== undefined });
  const [open, setOpen] = useState<Open | null>(null);
  const isOpen = vacancy?.status === 'open';
  const others = post?.conditions.others ?? [];
  useDeskCommand(mayEdit && isOpen && open === null ? { id: 'record.new', title: 'candidate.new', accelerator: 'CmdOrCtrl+N', run: () => setOpen({ act: 'new' }) } : null);
  return (
    <Page title={vacancy ? formatMessage({ id: 'vacancy.of' }, { post: vacancy.postName }) : formatMessage({ id: 'vacancy.one' })} {...(vacancy && { figure: formatMessage({ id: `vacancy.status.${vacancy.status}` }) })} actions={vacancy && mayEdit && isOpen && <VacancyActs onOpen={setOpen} />}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {vacancy && (
        <Stack gap="lg">
          <VacancyFacts vacancy={vacancy} />
          <SheetSection title="vacancy.candidates">
            {candidates?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="candidate.none" /></Text>}
            {candidates?.map((candidate) => <CandidateCard key={candidate.id} candidate={candidate} isOpen={isOpen} onAct={(act) => setOpen({ act, candidate })} onDecide={(exemption) => setOpen({ act: 'decide', exemption })} />)}
          </SheetSection>
          <SheetSection title="staff.history"><History entity="vacancy" id={vacancy.id} version={vacancy.version} codeTables={{ channel: 'vacancy-channel' }} /></SheetSection>
          <Dialogs open={open} vacancy={vacancy} others={others} onClose={() => setOpen(null)} />
        </Stack>
      )}
    </Page>
  );
}

function VacancyActs({ onOpen }: { readonly onOpen: (open: Open) => void }) {
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" onClick={() => onOpen({ act: 'withdraw' })}><FormattedMessage id="vacancy.withdraw" /></Button>
      <Button size="xs" variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onOpen({ act: 'change' })}><FormattedMessage id="common.edit" /></Button>
      <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onOpen({ act: 'new' })}><FormattedMessage id="candidate.new" /></Button>
    </Group>
  );
}

function VacancyFacts({ vacancy }: { readonly vacancy: VacancyRow }) {
  const labelOf = useFieldLabels('vacancy');
  const { labelOf: channel } = useCodes('vacancy-channel');
  return (
    <Facts
      columns={3}
      facts={[
        { id: 'postId', label: labelOf('postId'), value: <PlaceLink to={postPlace(vacancy.postId)} inherit>{vacancy.postName}</PlaceLink> },
        { id: 'gridId', label: labelOf('gridId'), value: vacancy.gridName },
        { id: 'channel', label: labelOf('channel'), value: channel(vacancy.channel) },
        { id: 'seats', label: labelOf('seats'), value: vacancy.seats },
        { id: 'openedOn', label: labelOf('openedOn'), value: <DayText day={vacancy.openedOn} /> },
        { id: 'closesOn', label: labelOf('closesOn'), value: vacancy.closesOn === null ? '' : <DayText day={vacancy.closesOn} /> },
        { id: 'note', label: labelOf('note'), value: vacancy.note },
        ...(vacancy.endReason === '' ? [] : [{ id: 'endReason', label: labelOf('endReason'), value: vacancy.endReason }]),
      ]}
    />
  );
}

type DialogsProps = { readonly open: Open | null; readonly vacancy: VacancyRow; readonly others: readonly string[]; readonly onClose: () => void };

function Dialogs({ open, vacancy, others, onClose }: DialogsProps) {
  const { formatMessage } = useIntl();
  const withdraw = useMutation(api.staff.withdrawVacancy());
  const refuse = useMutation(api.staff.refuseCandidate());
  if (open === null) return null;
  if (open.act === 'new') return <NewCandidateDrawer vacancyId={vacancy.id} others={others} onClosed={onClose} />;
  if (open.act === 'change') return <EditVacancyDrawer vacancy={vacancy} onClosed={onClose} />;
  if (open.act === 'withdraw') return <ReasonDialog title={formatMessage({ id: 'vacancy.withdraw' })} consequence={formatMessage({ id: 'vacancy.withdraw-consequence' })} confirmLabel={formatMessage({ id: 'vacancy.withdraw' })} pending={withdraw.isPending} error={withdraw.error} onConfirm={(reason) => withdraw.mutate({ id: vacancy.id, version: vacancy.version, reason }, { onSuccess: onClose })} onClose={onClose} />;
  if (open.act === 'decide') return <DecideDialog exemption={open.exemption} onClose={onClose} />;
  const { candidate } = open;
  const one = { id: candidate.id, version: candidate.version };
  if (open.act === 'edit') return <EditCandidateDrawer key={candidate.version} candidate={candidate} others={others} onClosed={onClose} />;
  if (open.act === 'refuse') return <ReasonDialog title={formatMessage({ id: 'candidate.refuse-title' }, { name: candidate.name })} consequence={formatMessage({ id: 'candidate.refuse-consequence' })} confirmLabel={formatMessage({ id: 'candidate.refuse' })} pending={refuse.isPending} error={refuse.error} onConfirm={(reason) => refuse.mutate({ ...one, reason }, { onSuccess: onClose })} onClose={onClose} />;
  if (open.act === 'exempt') return <ExemptDialog candidate={candidate} onClose={onClose} />;
  return <AppointDialog candidate={candidate} onClose={onClose} />;
}

function ExemptDialog({ candidate, onClose }: { readonly candidate: Candidate; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const words = useConditionWords();
  const open = candidate.results.filter(({ kind }) => unmet(candidate.results).includes(kind));
  const [chosen, setChosen] = useState<string[]>(open.map(({ kind }) => kind));
  const propose = useMutation(api.staff.proposeExemption());
  return (
    <ReasonDialog title={formatMessage({ id: 'candidate.exempt-title' }, { name: candidate.name })} consequence={formatMessage({ id: 'candidate.exempt-consequence' })} confirmLabel={formatMessage({ id: 'candidate.exempt' })} pending={propose.isPending} error={propose.error} onConfirm={(reason) => propose.mutate({ candidateId: candidate.id, conditions: chosen, reason }, { onSuccess: onClose })} onClose={onClose}>
      <Checkbox.Group label={formatMessage({ id: 'candidate.exempt-from' })} value={chosen} onChange={setChosen}>
        <Stack gap={6} mt={6}>{open.map((result) => <Checkbox key={result.kind} value={result.kind} label={[words(result).name, words(result).asked].filter(Boolean).join('：')} />)}</Stack>
      </Checkbox.Group>
    </ReasonDialog>
  );
}

function DecideDialog({ exemption, onClose }: { readonly exemption: Exemption; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const answers = (['approve', 'refuse'] as const).map((value) => ({ value, label: formatMessage({ id: `candidate.decide-${value}` }) }));
  return (
    <ActDialog
      title={formatMessage({ id: 'candidate.decide' })}
      consequence={exemption.reason}
      confirmLabel={formatMessage({ id: 'candidate.decide' })}
      initialValues={{ answer: 'approve', decision: '' }}
      fields={[{ kind: 'pick', name: 'answer', options: answers, required: true, wide: true }, { kind: 'area', name: 'decision', required: true, max: 300 }]}
      labelOf={(field) => formatMessage({ id: field === 'answer' ? 'candidate.answer' : 'candidate.answer-words' })}
      inputOf={({ answer, decision }) => ({ id: exemption.id, version: exemption.version, approve: answer === 'approve', decision })}
      schema={decideExemptionSchema}
      act={api.staff.decideExemption()}
      onClose={onClose}
    />
  );
}

function AppointDialog({ candidate, onClose }: { readonly candidate: Candidate; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('appointment');
  return (
    <ActDialog
      title={formatMessage({ id: 'candidate.appoint-title' }, { name: candidate.name })}
      consequence={formatMessage({ id: candidate.memberId === null ? 'candidate.appoint-new' : 'candidate.appoint-consequence' })}
      confirmLabel={formatMessage({ id: 'candidate.appoint' })}
      initialValues={{ fromOn: localToday() as string | null, reason: '' }}
      fields={[{ kind: 'day', name: 'fromOn', required: true }, { kind: 'text', name: 'reason', max: 200 }]}
      labelOf={labelOf}
      inputOf={({ fromOn, reason }) => ({ id: candidate.id, version: candidate.version, fromOn: fromOn ?? '', reason })}
      schema={appointCandidateSchema}
      act={api.staff.appointCandidate()}
      onClose={onClose}
    />
  );
}
