import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import type { MisplacedBuilding } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import { buildingPlace } from '../../places.ts';
import classes from './map.module.css';

const SHOWN = 100;

type MisplacedPanelProps = { /** Grids whose borders were saved last; empty: no border moved on this screen. */ readonly touched: readonly string[] };

/** Buildings that stand in another grid than they are filed in, and the way to file them anew: a person decides, building by building. */
export function MisplacedPanel({ touched }: MisplacedPanelProps) {
  const [asksAll, setAsksAll] = useState(false);
  const isAsked = touched.length > 0 || asksAll;
  const found = useQuery({ ...api.grid.listMisplaced({ gridIds: asksAll ? [] : [...touched] }), enabled: isAsked });
  return (
    <Stack gap={6} component="section">
      <Title order={2} fz="sm" fw={600}><FormattedMessage id="map.misplaced" /></Title>
      {!isAsked && <Text size="xs" c="dimmed"><FormattedMessage id="map.misplaced-about" /></Text>}
      {!asksAll && <Button size="compact-xs" variant="default" style={{ alignSelf: 'start' }} loading={found.isFetching} onClick={() => setAsksAll(true)}><FormattedMessage id="map.misplaced-all" /></Button>}
      <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
      {isAsked && found.data && (
        <>
          <Text size="sm" role="status"><FormattedMessage id="map.misplaced-found" values={{ looked: found.data.looked, count: found.data.misplaced.length }} /></Text>
          {found.data.misplaced.length > 0 && <MisplacedList key={found.dataUpdatedAt} misplaced={found.data.misplaced} />}
        </>
      )}
    </Stack>
  );
}

function MisplacedList({ misplaced }: { readonly misplaced: readonly MisplacedBuilding[] }) {
  const { formatMessage } = useIntl();
  const mayMove = useMay()('buildings.arrange');
  const move = useMutation(api.grid.moveBuildings());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = misplaced.filter(({ id }) => !left.has(id));
  const turn = (id: string) => setLeft((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  return (
    <>
      <ul className={classes['problems']}>
        {misplaced.slice(0, SHOWN).map((building) => (
          <li key={building.id} className={classes['problem']}>
            <Checkbox size="xs" disabled={!mayMove} checked={!left.has(building.id)} aria-label={formatMessage({ id: 'map.misplaced-choose' }, { name: building.title })} onChange={() => turn(building.id)} />
            <div className={classes['problemText']}>
              <PlaceLink to={buildingPlace(building.id)} inherit>{building.title}</PlaceLink>
              <Group gap={4}>{building.gridName || formatMessage({ id: 'charts.without-grid' })}<IconArrowRight size={14} aria-hidden />{building.inGridName}</Group>
              <Text size="xs" c="dimmed"><FormattedMessage id="map.misplaced-dwellings" values={{ elsewhere: building.elsewhere, dwellings: building.dwellings }} /></Text>
            </div>
          </li>
        ))}
      </ul>
      <ErrorNote error={move.error} />
      {mayMove && (
        <Button size="xs" disabled={chosen.length === 0} loading={move.isPending} onClick={() => move.mutate({ moves: chosen.map(({ id, version, inGridId }) => ({ id, version, gridId: inGridId })) })}>
          <FormattedMessage id="map.misplaced-move" values={{ count: chosen.length }} />
        </Button>
      )}
    </>
  );
}
