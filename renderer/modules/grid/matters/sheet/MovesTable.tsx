import { Table } from '@mantine/core';
import { useIntl } from 'react-intl';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { cards } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import type { MatterMoveRow } from '#shared/modules/grid/matters/matter.schema.ts';
import { stateWords, unitWords } from '../matter-words.ts';

const HEADS = ['movedAt', 'move', 'byName', 'state', 'holder', 'said', 'days'] as const;

/** Every step that was taken, the newest on top: by whom, from which state to which, what was said, how many working days the step before took. */
export function MovesTable({ moves }: { readonly moves: readonly MatterMoveRow[] }) {
  const intl = useIntl();
  const { formatMessage } = intl;
  const said = ({ move, said: words }: MatterMoveRow): string => (move === 'supervise' && cards.some((card) => card === words) ? formatMessage({ id: messageId(`matters.card.${words}`) }) : words);
  const holderOf = ({ unit, toUnit }: MatterMoveRow): string => (unit.id === toUnit.id ? unitWords(intl, toUnit) : `${unitWords(intl, unit)} → ${unitWords(intl, toUnit)}`);
  const stateOf = ({ fromState, toState }: MatterMoveRow): string => (fromState === toState ? '' : `${stateWords(intl, fromState)} → ${stateWords(intl, toState)}`);
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table aria-label={formatMessage({ id: 'matters.moves' })} verticalSpacing={6}>
        <Table.Thead><Table.Tr>{HEADS.map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `matters.field.${field}` })}</Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>
          {moves.toReversed().map((move) => (
            <Table.Tr key={move.id}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}><InstantText at={move.movedAt} /></Table.Td>
              <Table.Td>{formatMessage({ id: messageId(`matters.move.${move.move}`) })}</Table.Td>
              <Table.Td>{move.byName === '' ? formatMessage({ id: 'matters.automatic' }) : move.byName}</Table.Td>
              <Table.Td>{stateOf(move)}</Table.Td>
              <Table.Td>{holderOf(move)}</Table.Td>
              <Table.Td>{said(move)}</Table.Td>
              <Table.Td>{move.days}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
