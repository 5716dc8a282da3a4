import { Button, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { MOST_TURNS, type PeerTurn } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { RateDialog } from './sheet/SheetActions.tsx';

const TYPING_MS = 200;

/** Colleagues to be rated anonymously, those left to rate first. */
export default function PeersPage() {
  const { formatMessage } = useIntl();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), TYPING_MS);
  const turns = useQuery({ ...api.trainingAssessment.listPeerTurns({ text: asked }), placeholderData: keepPreviousData });
  const [open, setOpen] = useState<PeerTurn | null>(null);
  return (
    <Page title={formatMessage({ id: 'assessment.peers' })} {...(turns.data && { figure: formatMessage({ id: 'assessment.peers-figure' }, { count: turns.data.left }) })}>
      <Stack gap="md">
        <Text size="sm"><FormattedMessage id="assessment.peers-about" /></Text>
        <TextInput size="xs" maw={320} leftSection={<IconSearch size={16} aria-hidden />} aria-label={formatMessage({ id: 'assessment.peers-search' })} placeholder={formatMessage({ id: 'assessment.peers-search' })} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />
        <QueryState query={turns}>
          {({ turns: rows }) => rows.length === 0 ? <Text size="sm" c="dimmed"><FormattedMessage id={asked === '' ? 'assessment.peers-none' : 'assessment.peers-not-found'} values={{ text: asked }} /></Text> : (<>
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
            {rows.length === MOST_TURNS && <Text size="sm" c="dimmed"><FormattedMessage id="assessment.peers-more" values={{ shown: MOST_TURNS }} /></Text>}
          </>)}
        </QueryState>
      </Stack>
      {open && <RateDialog sheetId={open.sheetId} name={open.subjectName} onClose={() => setOpen(null)} />}
    </Page>
  );
}
