import { Button, Stack, Table, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import type { PeerTurn } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { RateDialog } from './sheet/SheetActions.tsx';

/** Colleagues to be rated anonymously, those left to rate first. */
export default function PeersPage() {
  const { formatMessage } = useIntl();
  const turns = useQuery(api.trainingAssessment.listPeerTurns({}));
  const [open, setOpen] = useState<PeerTurn | null>(null);
  const left = (turns.data ?? []).filter(({ rated }) => !rated).length;
  return (
    <Page title={formatMessage({ id: 'assessment.peers' })} {...(turns.data && { figure: formatMessage({ id: 'assessment.peers-figure' }, { count: left }) })}>
      <Stack gap="md">
        <Text size="sm"><FormattedMessage id="assessment.peers-about" /></Text>
        <QueryState query={turns} empty={<Text size="sm" c="dimmed"><FormattedMessage id="assessment.peers-none" /></Text>}>
          {(rows) => (
            <Table aria-label={formatMessage({ id: 'assessment.peers' })} verticalSpacing={5}>
              <Table.Thead><Table.Tr>{(['subjectName', 'gridName', 'planTitle'] as const).map((head) => <Table.Th key={head} scope="col">{formatMessage({ id: `assessment.field.${head}` })}</Table.Th>)}<Table.Td /></Table.Tr></Table.Thead>
              <Table.Tbody>
                {rows.map((turn) => (
                  <Table.Tr key={turn.sheetId}>
                    <Table.Td fw={600}>{turn.subjectName}</Table.Td><Table.Td>{turn.gridName}</Table.Td><Table.Td>{turn.planTitle}</Table.Td>
                    <Table.Td ta="end">{turn.rated ? <Text size="sm"><IconCheck size={14} aria-hidden /> <FormattedMessage id="assessment.rated" /></Text> : <Button size="compact-xs" variant="default" onClick={() => setOpen(turn)}><FormattedMessage id="assessment.rate-title" values={{ name: turn.subjectName }} /></Button>}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </QueryState>
      </Stack>
      {open && <RateDialog sheetId={open.sheetId} name={open.subjectName} onClose={() => setOpen(null)} />}
    </Page>
  );
}
