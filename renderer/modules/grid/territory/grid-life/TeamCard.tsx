import { Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import type { GridSlot, GridTeam } from '#shared/modules/grid/territory/grid-life/grid-team.schema.ts';
import classes from './grid-life.module.css';
import { SlotDrawer } from './SlotDrawer.tsx';
import { slotAt, useGridTeams, useSlotWords, type TeamPlace } from './use-grid-team.ts';

type TeamCardProps = { readonly gridId: string; readonly mayEdit: boolean };

/** The ten places of one grid, the four above, the six below; a gap is a word. */
export function TeamCard({ gridId, mayEdit }: TeamCardProps) {
  const { kinds, teams, isReady, error, refetch, nameOf } = useGridTeams(gridId);
  const [open, setOpen] = useState<TeamPlace | null>(null);
  const [team] = teams;
  if (!isReady || !team) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {[true, false].map((isStaff) => (
        <div key={String(isStaff)} className={classes['card']} role="list">
          {kinds.filter((place) => place.isStaff === isStaff).map((place) => <CardPlace key={place.code} place={place} name={nameOf(place)} team={team} slot={slotAt(team, place.code)} onOpen={mayEdit && place.hasName ? () => setOpen(place) : null} />)}
        </div>
      ))}
      {kinds.some(({ hasName }) => !hasName) && mayEdit && (
        <Text size="sm" c="dimmed"><FormattedMessage id="grid-life.name-them" values={{ codes: <PlaceLink to="/system/code-tables" inherit underline="always"><FormattedMessage id="grid-life.to-code-tables" /></PlaceLink> }} /></Text>
      )}
      {open && <SlotDrawer key={open.code} team={team} place={open} placeName={nameOf(open)} slot={slotAt(team, open.code)} onClosed={() => setOpen(null)} />}
    </>
  );
}

type CardPlaceProps = { readonly place: TeamPlace; readonly name: string; readonly team: GridTeam; readonly slot: GridSlot | undefined; readonly onOpen: (() => void) | null };

function CardPlace({ place, name, slot, onOpen }: CardPlaceProps) {
  const slotWords = useSlotWords();
  const content = (
    <>
      <Text size="xs" c="dimmed">{name}</Text>
      <Text size="sm" fw={slot ? 600 : 400} className={classes['who']} data-gap={(!slot && place.hasName) || undefined}>{slotWords(place, slot)}</Text>
      {slot && (slot.phone !== '' || slot.unit !== '') && <Text size="xs">{[slot.unit, slot.phone].filter(Boolean).join(' · ')}</Text>}
    </>
  );
  return <div role="listitem" className={classes['slot']}>{onOpen ? <UnstyledButton className={classes['slotButton']} onClick={onOpen}>{content}</UnstyledButton> : <div className={classes['slotButton']}>{content}</div>}</div>;
}
