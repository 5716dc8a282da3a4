import { Button, Stack, Table, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Attachments } from '#renderer/components/attachments/Attachments.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { LedgerTrailBar } from '#renderer/components/ledger/LedgerTrailBar.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { WaitStrip } from '#renderer/components/wait-strip/WaitStrip.tsx';
import { awaitsAnswer } from '#shared/modules/grid/participation/proposal.rules.ts';
import type { ProposalSheet } from '#shared/modules/grid/participation/proposal.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useRecordId } from '../register/use-record-id.ts';
import { useFigures } from '../typed/use-figures.ts';
import { ProposalDrawer } from './ProposalDrawer.tsx';
import { ProposalMoves } from './ProposalMoves.tsx';
import { ProposalSurvey } from './ProposalSurvey.tsx';
import { useProposalSteps } from './proposal-steps.ts';

/** One proposal: where it stands, who seconded it, what was said, what was answered, how it goes on. */
export default function ProposalPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getProposal({ id }));
  if (data) return <Sheet key={data.id} proposal={data} />;
  return <Page title={formatMessage({ id: 'proposals.one' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

const Dim = ({ children }: { readonly children: ReactNode }) => <Text size="sm" c="dimmed">{children}</Text>;

function Sheet({ proposal }: { readonly proposal: ProposalSheet }) {
  const { formatMessage, formatList } = useIntl();
  const may = useMay();
  const { labelOf } = useCodes('demand-topic');
  const { yuan } = useFigures();
  const steps = useProposalSteps(proposal);
  const [isEditing, setEditing] = useState(false);
  const mayEdit = may('participation.edit') && awaitsAnswer(proposal.state);
  useDeskCommand(mayEdit ? { id: 'record.edit', title: 'common.edit', accelerator: 'F2', run: () => setEditing(true) } : null);
  const fact = (id: 'content' | 'proposedOn' | 'proposerName' | 'gridName' | 'topic' | 'answerDueOn', value: ReactNode) => ({ id, label: formatMessage({ id: `proposal.field.${id}` }), value });
  const { seconds, secondsNeeded, secondings, deliberations, progress, answer, costFen, plannedUntil } = proposal;
  return (
    <Page
      title={`${proposal.no} ${proposal.title}`}
      figure={formatMessage({ id: `proposal.state.${proposal.state}` })}
      actions={
        <>
          <LedgerTrailBar list="grid.proposals" />
          {mayEdit && <Button size="xs" variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}><FormattedMessage id="common.edit" /></Button>}
        </>
      }
    >
      <Stack gap="xl">
        <WaitStrip steps={steps} />
        {may('participation.edit') && <ProposalMoves proposal={proposal} />}
        <SheetSection title="proposals.section.facts">
          <Facts columns={2} facts={[fact('content', proposal.content), fact('topic', labelOf(proposal.topic)), fact('proposerName', proposal.proposerName), fact('gridName', proposal.gridName), fact('proposedOn', <DayText day={proposal.proposedOn} />), fact('answerDueOn', <DayText day={proposal.answerDueOn} />)]} />
        </SheetSection>
        <SheetSection title="proposals.section.seconds">
          <Dim><FormattedMessage id="proposals.seconds-of" values={{ seconds, needed: secondsNeeded }} /></Dim>
          {secondings.length > 0 && <Text size="sm">{formatList(secondings.map(({ personName }) => personName))}</Text>}
        </SheetSection>
        <SheetSection title="proposals.section.deliberations">
          {deliberations.length === 0 && <Dim><FormattedMessage id="proposals.no-deliberation" /></Dim>}
          {deliberations.map((held) => (
            <Stack key={held.id} gap={4}>
              <Text size="sm" fw={600}><DayText day={held.heldOn} /> {held.place}</Text>
              <Text size="sm">{held.views}</Text>
              <Text size="sm"><FormattedMessage id="proposals.votes" values={{ pro: held.votesFor, against: held.votesAgainst, abstained: held.votesAbstained }} /></Text>
              <Dim><FormattedMessage id="proposals.came" values={{ names: formatList([...held.personNames, held.guests].filter(Boolean)) }} /></Dim>
            </Stack>
          ))}
        </SheetSection>
        <SheetSection title="attachments.title"><Attachments owner={{ table: 'proposal', id: proposal.id }} mayEdit={may('participation.edit')} /></SheetSection>
        <SheetSection title="proposals.section.answer">
          {answer === '' ? <Dim><FormattedMessage id="proposals.no-answer" /></Dim> : <Text size="sm">{answer}</Text>}
          {costFen !== null && plannedUntil !== null && <Text size="sm"><FormattedMessage id="proposals.answer-line" values={{ cost: yuan(costFen), day: <DayText day={plannedUntil} /> }} /></Text>}
        </SheetSection>
        <SheetSection title="proposals.section.progress">
          {progress.length === 0 && <Dim><FormattedMessage id="proposals.no-progress" /></Dim>}
          {progress.length > 0 && (
            <Table aria-label={formatMessage({ id: 'proposals.section.progress' })} verticalSpacing={6}>
              <Table.Tbody>{progress.map(({ id, notedOn, note, byName }) => <Table.Tr key={id}><Table.Td><DayText day={notedOn} /></Table.Td><Table.Td>{note}</Table.Td><Table.Td>{byName}</Table.Td></Table.Tr>)}</Table.Tbody>
            </Table>
          )}
        </SheetSection>
        <ProposalSurvey proposal={proposal} />
        <SheetSection title="register.section.history"><History entity="proposal" id={proposal.id} version={proposal.version} /></SheetSection>
      </Stack>
      {isEditing && <ProposalDrawer proposal={proposal} onClosed={() => setEditing(false)} />}
    </Page>
  );
}
