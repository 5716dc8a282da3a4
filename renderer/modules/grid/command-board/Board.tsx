import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay, useSession } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { boardStates, movesTo, reachableFrom, type BoardState } from '#shared/modules/grid/command-board/command-board.rules.ts';
import type { MatterMove } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import type { MatterFilter, MatterRow } from '#shared/modules/grid/matters/matter.schema.ts';
import { mattersPlace, stateWords } from '../matters/matter-words.ts';
import { MoveDrawer } from '../matters/sheet/MoveDrawer.tsx';
import { callOf, firstValues, isPlain } from '../matters/sheet/move-values.ts';
import { BoardCard } from './BoardCard.tsx';
import classes from './command-board.module.css';

/** As many cards as a column shows; the rest is a link to the queue. */
const CARDS = 25;
const BY_DUE = { field: 'dueOn', direction: 'asc' } as const;

type Chosen = { readonly row: MatterRow; readonly move: MatterMove };
type Dropped = { readonly row: MatterRow; readonly to: BoardState };
export type BoardFilter = Partial<Pick<MatterFilter, 'gridIds' | 'overdueDays' | 'mine'>>;

/** The open matters by step. A card is dropped only where its machine lets it go; else the board says where it can. */
export function Board({ filter }: { readonly filter: BoardFilter }) {
  const mayMove = useMay()('matters.edit');
  const { roles } = useSession();
  const [dragged, setDragged] = useState<MatterRow | null>(null);
  const [refused, setRefused] = useState<Dropped | null>(null);
  const [asked, setAsked] = useState<Dropped | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const drop = (to: BoardState) => {
    if (!dragged || dragged.state === to) return;
    const moves = movesTo(dragged.state, to, roles);
    const [only] = moves;
    setRefused(only === undefined ? { row: dragged, to } : null);
    setAsked(moves.length > 1 ? { row: dragged, to } : null);
    if (only !== undefined && moves.length === 1) setChosen({ row: dragged, move: only });
  };
  return (
    <>
      {refused && <Refusal {...refused} onClose={() => setRefused(null)} />}
      {asked && (
        <WhichMove
          {...asked}
          onChoose={(move) => {
            setChosen({ row: asked.row, move });
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {chosen && <Moving key={`${chosen.row.id} ${chosen.move}`} {...chosen} onClosed={() => setChosen(null)} />}
      <div className={classes['board']}>
        {boardStates.map((state) => (
          <Column key={state} state={state} filter={filter} mayMove={mayMove} takes={dragged === null || dragged.state === state ? null : movesTo(dragged.state, state, roles).length > 0} onDrop={() => drop(state)} onDrag={setDragged} onMove={(row, move) => setChosen({ row, move })} />
        ))}
      </div>
    </>
  );
}

type ColumnProps = {
  readonly state: BoardState;
  readonly filter: BoardFilter;
  readonly mayMove: boolean;
  /** Whether the card in the hand may be put here; null while there is none. */
  readonly takes: boolean | null;
  readonly onDrop: () => void;
  readonly onDrag: (row: MatterRow | null) => void;
  readonly onMove: (row: MatterRow, move: MatterMove) => void;
};

function Column({ state, filter, mayMove, takes, onDrop, onDrag, onMove }: ColumnProps) {
  const intl = useIntl();
  const own = { ...filter, states: [state] };
  const { data: count } = useQuery(api.grid.countMatters({ filter: own }));
  const { data: rows, error } = useQuery(api.grid.listMatters({ filter: own, sort: BY_DUE, limit: CARDS }));
  const words = stateWords(intl, state);
  return (
    <section
      className={classes['column']}
      aria-label={words}
      data-drop={takes === null ? undefined : takes ? 'yes' : 'no'}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <div className={classes['head']}>
        <Text size="sm" fw={600}>{words}</Text>
        <PlaceLink to={mattersPlace(own)} size="sm" aria-label={intl.formatMessage({ id: 'command.open-column' }, { state: words, count: count?.count ?? 0 })}>{intl.formatNumber(count?.count ?? 0)}</PlaceLink>
      </div>
      <ErrorNote error={error} />
      <ul className={classes['cards']} aria-label={words} tabIndex={0}>
        {rows?.map((row) => <BoardCard key={row.id} row={row} mayMove={mayMove} onMove={onMove} onDrag={onDrag} />)}
        {count !== undefined && count.count > CARDS && <li><PlaceLink to={mattersPlace(own)} size="xs"><FormattedMessage id="command.more-cards" values={{ count: count.count - CARDS }} /></PlaceLink></li>}
      </ul>
    </section>
  );
}

/** Why a card cannot be put there, and where it can. */
function Refusal({ row, to, onClose }: Dropped & { readonly onClose: () => void }) {
  const intl = useIntl();
  const { roles } = useSession();
  const others = reachableFrom(row.state, roles).map((state) => stateWords(intl, state));
  return (
    <Alert color="yellow" variant="light" py={6} withCloseButton closeButtonLabel={intl.formatMessage({ id: 'common.close' })} onClose={onClose} role="status" style={{ flex: 'none' }}>
      <Text size="sm" c="var(--mantine-color-text)">{intl.formatMessage({ id: 'command.cannot' }, { number: row.number, from: stateWords(intl, row.state), to: stateWords(intl, to), others: others.join('、') || '—' })}</Text>
    </Alert>
  );
}

/** Several steps lead there: which one is meant. */
function WhichMove({ row, to, onChoose, onClose }: Dropped & { readonly onChoose: (move: MatterMove) => void; readonly onClose: () => void }) {
  const intl = useIntl();
  const { roles } = useSession();
  return (
    <Alert color="gray" variant="light" py={6} withCloseButton closeButtonLabel={intl.formatMessage({ id: 'common.close' })} onClose={onClose} style={{ flex: 'none' }}>
      <Group gap="xs">
        <Text size="sm" c="var(--mantine-color-text)">{intl.formatMessage({ id: 'command.which' }, { number: row.number, to: stateWords(intl, to) })}</Text>
        {movesTo(row.state, to, roles).map((move) => <Button key={move} size="compact-xs" variant="default" onClick={() => onChoose(move)}>{intl.formatMessage({ id: messageId(`matters.move.${move}`) })}</Button>)}
      </Group>
    </Alert>
  );
}

/** The step itself: taken at once when it asks for nothing, else in the same panel as on the sheet of the matter. */
function Moving({ row, move, onClosed }: Chosen & { readonly onClosed: () => void }) {
  const { data: matter, error, refetch } = useQuery(api.grid.getMatter({ id: row.id }));
  const take = useMutation(api.grid.moveMatter());
  const [isSent, setSent] = useState(false);
  if (error ?? take.error) return <ErrorNote error={error ?? take.error} />;
  if (!matter) return null;
  if (!isPlain(move)) return <MoveDrawer matter={matter} move={move} onRefresh={() => void refetch()} onClosed={onClosed} />;
  if (!isSent) return <PlainMove number={matter.number} move={move} isPending={take.isPending} onTake={() => { setSent(true); take.mutate(callOf(matter, move, firstValues(matter)), { onSuccess: onClosed }); }} onClose={onClosed} />;
  return null;
}

type PlainMoveProps = { readonly number: string; readonly move: MatterMove; readonly isPending: boolean; readonly onTake: () => void; readonly onClose: () => void };

/** One word more before a step that asks for nothing: a card is easily let go over the wrong column. */
function PlainMove({ number, move, isPending, onTake, onClose }: PlainMoveProps) {
  const { formatMessage } = useIntl();
  return (
    <Alert color="gray" variant="light" py={6} style={{ flex: 'none' }}>
      <Group gap="xs">
        <Text size="sm" c="var(--mantine-color-text)">{number}</Text>
        <Button size="compact-sm" loading={isPending} data-autofocus autoFocus onClick={onTake}>{formatMessage({ id: messageId(`matters.move.${move}`) })}</Button>
        <Button size="compact-sm" variant="default" onClick={onClose}><FormattedMessage id="common.cancel" /></Button>
      </Group>
    </Alert>
  );
}
