import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { matterPlace, stateWords, unitWords } from '../matters/matter-words.ts';

const LATEST = 50;

/** The latest steps of all matters: when, who, which step, where the matter went. */
export function EventLog() {
  const intl = useIntl();
  const { formatMessage } = intl;
  const { data, error, refetch } = useQuery(api.grid.listCommandEvents({ limit: LATEST }));
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (data?.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="command.no-events" /></Text>;
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table aria-label={formatMessage({ id: 'command.events' })} verticalSpacing={4}>
        <Table.Thead><Table.Tr>{(['at', 'by', 'matter', 'move', 'holder', 'said'] as const).map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `command.event.${field}` })}</Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>
          {data?.map((event) => (
            <Table.Tr key={event.id}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}><InstantText at={event.at} /></Table.Td>
              <Table.Td>{event.by}</Table.Td>
              <Table.Td><PlaceLink to={matterPlace(event.matterId)} size="sm">{[event.number, event.subject].filter(Boolean).join(' ')}</PlaceLink></Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatMessage({ id: messageId(`matters.move.${event.move}`) })}{event.fromState !== event.toState && ` → ${stateWords(intl, event.toState)}`}</Table.Td>
              <Table.Td>{unitWords(intl, event.toUnit)}</Table.Td>
              <Table.Td>{event.said}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
