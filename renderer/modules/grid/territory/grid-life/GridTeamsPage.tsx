import { Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import type { GridTeam } from '#shared/modules/grid/territory/grid-life/grid-team.schema.ts';
import { gridPlace } from '../../places.ts';
import classes from './grid-life.module.css';
import { SlotDrawer } from './SlotDrawer.tsx';
import { slotAt, useGridTeams, useSlotWords, type TeamPlace } from './use-grid-team.ts';
import { usePlaceDates } from './use-place-dates.ts';

type Open = { readonly team: GridTeam; readonly place: TeamPlace };

/** Every grid's ten places at a glance: rows are grids, gaps are words. */
export default function GridTeamsPage() {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('grid-life.team');
  const { kinds, teams, isReady, error, refetch, nameOf } = useGridTeams();
  const slotWords = useSlotWords();
  const datesOf = usePlaceDates();
  const [open, setOpen] = useState<Open | null>(null);
  const title = formatMessage({ id: 'grid-life.teams' });
  const named = kinds.filter(({ hasName }) => hasName);
  const gaps = teams.reduce((sum, team) => sum + named.filter(({ code }) => !slotAt(team, code)).length, 0);
  const table = {
    kind: 'table' as const,
    heading: '',
    columns: [{ title: formatMessage({ id: 'grid-life.field.grid' }), width: 4 }, ...kinds.map((place) => ({ title: nameOf(place), width: 3 }))],
    rows: teams.map((team) => [team.gridName, ...kinds.map((place) => [slotWords(place, slotAt(team, place.code)), datesOf(team, place.code)].filter(Boolean).join(' '))]),
  };
  return (
    <Page
      wide
      title={title}
      {...(isReady && { figure: formatMessage({ id: 'grid-life.gaps' }, { count: gaps }) })}
      actions={isReady && teams.length > 0 && <PrintButton paper={{ title, entity: 'grid_slot', entityId: '', rows: teams.length, asksReason: true, startsLandscape: true, blocks: [table] }} />}
    >
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {isReady && teams.length === 0 && <Text p="md"><FormattedMessage id="territory.grids-empty" /></Text>}
      {teams.length > 0 && (
        <div className={classes['matrix']} tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                <th scope="col"><FormattedMessage id="grid-life.field.grid" /></th>
                {kinds.map((place) => <th key={place.code} scope="col">{nameOf(place)}</th>)}
              </tr>
            </thead>
            <tbody>
              {teams.map((team) => (
                <tr key={team.gridId}>
                  <th scope="row"><PlaceLink to={gridPlace(team.gridId)} inherit>{team.gridName}</PlaceLink></th>
                  {kinds.map((place) => <td key={place.code}><MatrixCell team={team} place={place} name={nameOf(place)} dates={datesOf(team, place.code)} onOpen={mayEdit && place.hasName ? () => setOpen({ team, place }) : null} /></td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open && <SlotDrawer key={`${open.team.gridId} ${open.place.code}`} team={open.team} place={open.place} placeName={nameOf(open.place)} slot={slotAt(open.team, open.place.code)} onClosed={() => setOpen(null)} />}
    </Page>
  );
}

type MatrixCellProps = { readonly team: GridTeam; readonly place: TeamPlace; readonly name: string; /** Since when somebody is there, or since when nobody. */ readonly dates: string; readonly onOpen: (() => void) | null };

function MatrixCell({ team, place, name, dates, onOpen }: MatrixCellProps) {
  const { formatMessage } = useIntl();
  const slotWords = useSlotWords();
  const slot = slotAt(team, place.code);
  const words = slotWords(place, slot);
  const isGap = (!slot && place.hasName) || undefined;
  const content = <>{words}{dates !== '' && <Text size="xs" c={isGap ? undefined : 'dimmed'}>{dates}</Text>}</>;
  if (!onOpen) return <span className={classes['cell']} data-gap={isGap}>{content}</span>;
  return <UnstyledButton className={classes['cell']} data-gap={isGap} onClick={onOpen} aria-label={formatMessage({ id: 'grid-life.slot-open' }, { grid: team.gridName, place: name, who: [words, dates].filter(Boolean).join(' ') })}>{content}</UnstyledButton>;
}
