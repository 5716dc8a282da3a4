import { Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { waitingStates, type VisitFault } from '#shared/modules/grid/register/count/count.rules.ts';
import { countedFields, doorFilterSchema, type BlockRow, type DoorRow } from '#shared/modules/grid/register/count/count.schema.ts';
import classes from './count.module.css';
import { EntryRow, ShownRow } from './EntryRow.tsx';
import { typedOf, visitOf, type Typed } from './entry-values.ts';

const WAITING: ReadonlySet<string> = new Set(waitingStates);
const isWaiting = ({ state }: DoorRow): boolean => WAITING.has(state);

type EntryListProps = { readonly campaignId: string; readonly block: BlockRow; readonly countedBy: string; readonly countedOn: string; /** Keeps this building on screen when its last door is settled. */ readonly onWholeBlock: () => void };

/** The doors of one building; the one that is being written down has fields, the others show what is known. */
export function EntryList({ campaignId, block, countedBy, countedOn, onWholeBlock }: EntryListProps) {
  const { formatMessage } = useIntl();
  const { gridId } = block;
  const filter = doorFilterSchema.parse({ campaignId, gridIds: [gridId], blocks: [block.block] });
  const { data: doors, error, refetch } = useQuery(api.grid.listSheetDoors({ filter }));
  const { data: residents = [] } = useQuery(api.grid.listDoorResidents({ campaignId, gridId, block: block.block }));
  const save = useMutation(api.grid.recordVisits());
  const [activeId, setActiveId] = useState<string | null>(null);
  const [kept, setKept] = useState<ReadonlyMap<string, Typed>>(new Map());
  const [fault, setFault] = useState<VisitFault | null>(null);
  if (!doors) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  const firstOpen = doors.find(isWaiting) ?? doors[0];
  const active = doors.find(({ id }) => id === activeId) ?? firstOpen;
  const forget = (id: string) => setKept((before) => new Map([...before].filter(([key]) => key !== id)));
  const move = (from: DoorRow, steps: number) => {
    setFault(null);
    setActiveId((doors[doors.indexOf(from) + steps] ?? from).id);
  };
  const put = (door: DoorRow, typed: Typed) => {
    const answer = visitOf(door, typed, countedOn, countedBy);
    if (answer === null) return;
    if ('fault' in answer) {
      setFault(answer.fault);
      return;
    }
    onWholeBlock();
    save.mutate({ visits: [answer.visit] }, {
      onSuccess: () => {
        forget(door.id);
        move(door, 1);
      },
    });
  };
  const isDone = !doors.some(isWaiting);
  return (
    <>
      <ErrorNote error={save.error} />
      {fault && <Text size="sm" c="red" role="alert"><FormattedMessage id={`count.fault.${fault}`} /></Text>}
      {isDone && <Text size="sm" role="status"><FormattedMessage id="count.entry.done" /></Text>}
      <div className={classes['scroll']} role="region" aria-label={formatMessage({ id: 'count.entry.list' })} tabIndex={-1}>
        <table>
          <thead>
            <tr>
              {(['no', 'address', 'registerPersons', 'outcome', ...countedFields, 'foundUse', 'note'] as const).map((field) => <th key={field} scope="col">{formatMessage({ id: field === 'registerPersons' ? 'count.entry.register' : `count.field.${field}` })}</th>)}
              <th scope="col">{formatMessage({ id: 'count.field.progress' })}</th>
            </tr>
          </thead>
          <tbody>
            {doors.map((door) =>
              door === active ? (
                <EntryRow
                  key={door.id}
                  door={door}
                  typed={kept.get(door.id) ?? typedOf(door)}
                  isKept={kept.has(door.id)}
                  residents={residents.find(({ doorId }) => doorId === door.id)}
                  isSaving={save.isPending}
                  onTyped={(typed) => setKept((before) => new Map(before).set(door.id, typed))}
                  onSave={(typed) => put(door, typed)}
                  onMove={(steps) => move(door, steps)}
                />
              ) : (
                <ShownRow key={door.id} door={door} isKept={kept.has(door.id)} onOpen={() => setActiveId(door.id)} />
              ),
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}
