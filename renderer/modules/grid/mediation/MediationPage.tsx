import { Alert, Button, Menu, Stack, Table, Text } from '@mantine/core';
import { IconDots, IconPencil, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { Attachments } from '#renderer/components/attachments/Attachments.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { LedgerTrailBar } from '#renderer/components/ledger/LedgerTrailBar.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { PaperPreview } from '#renderer/components/paper/PaperPreview.tsx';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { WaitStrip } from '#renderer/components/wait-strip/WaitStrip.tsx';
import { mediationMoves } from '#shared/modules/grid/mediation/mediation.rules.ts';
import type { MediationSheet } from '#shared/modules/grid/mediation/mediation.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useRecordId } from '../register/use-record-id.ts';
import { useAgreementPaper } from './agreement-paper.ts';
import { useMediationSteps } from './mediation-steps.ts';
import { EditMediationDrawer } from './MediationDrawer.tsx';
import { MediationFacts } from './MediationFacts.tsx';
import { AgreeDrawer, FollowUpDrawer, SessionDrawer, SignDrawer } from './StepDrawers.tsx';

type Act = 'edit' | 'session' | 'agree' | 'sign' | 'follow-up' | 'fail' | 'withdraw' | 'reopen' | 'remove' | 'print';

/** One case: who with whom, what was said, what was agreed, whether it is kept, and the one next step. */
export default function MediationPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getMediation({ id }));
  if (data) return <CaseSheet key={data.id} sheet={data} />;
  return <Page title={formatMessage({ id: 'mediation.one' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function CaseSheet({ sheet }: { readonly sheet: MediationSheet }) {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('mediation.edit');
  const stepsOf = useMediationSteps();
  const paperOf = useAgreementPaper();
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  return (
    <Page title={sheet.subject} figure={`${sheet.no} · ${formatMessage({ id: `mediation.state.${sheet.state}` })}`} actions={<><LedgerTrailBar list="grid.mediations" /><CaseActions sheet={sheet} mayEdit={mayEdit} onAct={setAct} /></>}>
      <Stack gap="xl">
        <WaitStrip steps={stepsOf(sheet)} label={formatMessage({ id: 'mediation.way' })} />
        {sheet.endReason !== '' && <Alert variant="light" color="gray">{formatMessage({ id: 'mediation.end-reason' }, { reason: sheet.endReason })}</Alert>}
        <MediationFacts sheet={sheet} />
        <SheetSection title="mediation.steps"><Steps sheet={sheet} /></SheetSection>
        <SheetSection title="attachments.title"><Attachments owner={{ table: 'mediation', id: sheet.id }} mayEdit={mayEdit} /></SheetSection>
        <SheetSection title="register.section.history"><History entity="mediation" id={sheet.id} version={sheet.version} codeTables={{ kind: 'dispute-kind' }} /></SheetSection>
      </Stack>
      {act === 'edit' && <EditMediationDrawer sheet={sheet} onClosed={close} />}
      {act === 'session' && <SessionDrawer sheet={sheet} onClosed={close} />}
      {act === 'agree' && <AgreeDrawer sheet={sheet} onClosed={close} />}
      {act === 'sign' && <SignDrawer sheet={sheet} onClosed={close} />}
      {act === 'follow-up' && <FollowUpDrawer sheet={sheet} onClosed={close} />}
      {(act === 'fail' || act === 'withdraw' || act === 'reopen' || act === 'remove') && <ReasonedAct act={act} sheet={sheet} onClose={close} />}
      {act === 'print' && <PaperPreview paper={paperOf(sheet)} onClose={close} />}
    </Page>
  );
}

/** The next step filled, the printing of an agreement beside it, the rest in a menu. */
function CaseActions({ sheet, mayEdit, onAct }: { readonly sheet: MediationSheet; readonly mayEdit: boolean; readonly onAct: (act: Act) => void }) {
  const { formatMessage } = useIntl();
  const moves = mediationMoves[sheet.state];
  const isOpen = sheet.state === 'open';
  const next: Act | null = isOpen ? 'agree' : 'sign' in moves ? 'sign' : 'follow-up' in moves ? 'follow-up' : null;
  const others: readonly Act[] = [...(isOpen ? (['edit'] as const) : []), ...(['fail', 'withdraw', 'reopen'] as const).filter((move) => move in moves), 'remove'];
  return (
    <>
      {sheet.agreement !== '' && <Button size="xs" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => onAct('print')}><FormattedMessage id="mediation.print" /></Button>}
      {mayEdit && isOpen && <Button size="xs" variant="default" onClick={() => onAct('session')}><FormattedMessage id="mediation.session" /></Button>}
      {mayEdit && next && <Button size="xs" onClick={() => onAct(next)}>{formatMessage({ id: `mediation.${next as 'agree'}` })}</Button>}
      {mayEdit && (
        <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
          <Menu.Target><Button size="xs" variant="default" aria-label={formatMessage({ id: 'mediation.more' })}><IconDots size={16} aria-hidden /></Button></Menu.Target>
          <Menu.Dropdown>
            {others.map((act) => <Menu.Item key={act} {...(act === 'remove' && { c: 'red' })} leftSection={act === 'edit' && <IconPencil size={16} aria-hidden />} onClick={() => onAct(act)}>{act === 'edit' ? formatMessage({ id: 'common.edit' }) : formatMessage({ id: `mediation.${act as 'fail'}` })}</Menu.Item>)}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

function ReasonedAct({ act, sheet: { id, version }, onClose }: { readonly act: 'fail' | 'withdraw' | 'reopen' | 'remove'; readonly sheet: MediationSheet; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const end = useMutation(api.grid.endMediation());
  const reopen = useMutation(api.grid.reopenMediation());
  const remove = useMutation(api.grid.removeMediation());
  const confirm = (reason: string) => {
    if (act === 'remove') return remove.mutate({ id, version }, { onSuccess: () => goTo('/grid/mediation') });
    if (act === 'reopen') return reopen.mutate({ id, version, reason }, { onSuccess: onClose });
    end.mutate({ id, version, how: act, reason }, { onSuccess: onClose });
  };
  return (
    <ReasonDialog
      title={formatMessage({ id: `mediation.${act}-title` })}
      consequence={formatMessage({ id: `mediation.${act}-consequence` })}
      confirmLabel={formatMessage({ id: `mediation.${act}` })}
      pending={end.isPending || reopen.isPending || remove.isPending}
      error={end.error ?? reopen.error ?? remove.error}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}

function Steps({ sheet }: { readonly sheet: MediationSheet }) {
  const { formatMessage } = useIntl();
  if (sheet.steps.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="mediation.no-steps" /></Text>;
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table aria-label={formatMessage({ id: 'mediation.steps' })} verticalSpacing={6}>
        <Table.Thead><Table.Tr>{(['heldOn', 'step', 'present', 'content'] as const).map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `mediation.field.${field}` })}</Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>
          {sheet.steps.map((step) => (
            <Table.Tr key={step.id}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}><DayText day={step.heldOn} /></Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatMessage({ id: `mediation.step-kind.${step.kind}` })}{step.performed && ` · ${formatMessage({ id: `mediation.performed.${step.performed}` })}`}</Table.Td>
              <Table.Td>{step.present.join('、')}</Table.Td>
              <Table.Td>{step.content}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
