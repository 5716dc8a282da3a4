import { Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { boundarySides, type Grid } from '#shared/modules/grid/territory/grid.schema.ts';
import { dwellingsPlace, householdsPlace, personsPlace } from '../places.ts';

/** Everything known of a grid; its figures open to their rows. */
export function GridFacts({ grid, columns = 1 }: { readonly grid: Grid; readonly columns?: 1 | 2 }) {
  const { formatMessage, formatNumber, formatList } = useIntl();
  const mayRead = useMay()('register.read');
  const { labelOf: natureLabel } = useCodes('grid-nature');
  const fact = (id: string, value: ReactNode) => ({ id, label: formatMessage({ id: messageId(`territory.field.${id}`) }), value });
  const rows = (count: number, to: string): ReactNode => (mayRead ? <PlaceLink to={to} inherit>{formatNumber(count)}</PlaceLink> : formatNumber(count));
  const filter = { gridIds: [grid.id] };
  return (
    <Facts
      columns={columns}
      facts={[
        fact('code', grid.code),
        fact('formerCodes', formatList(grid.formerCodes)),
        fact('type', formatMessage({ id: `territory.grid-type.${grid.type}` })),
        fact('nature', natureLabel(grid.nature)),
        fact('responsibleId', <Responsible grid={grid} />),
        fact('responsiblePhone', grid.responsiblePhone),
        fact('deputyId', grid.deputyName),
        fact('boardPlace', grid.boardPlace),
        fact('dwellings', rows(grid.dwellings, dwellingsPlace(filter))),
        fact('households', rows(grid.households, householdsPlace(filter))),
        fact('persons', rows(grid.persons, personsPlace(filter))),
        fact('startedOn', grid.startedOn),
        ...boundarySides.map((side) => fact(side, grid[side])),
        fact('boundary', grid.boundary),
        fact('note', grid.note),
        ...(grid.status === 'closed' ? [fact('closedOn', grid.closedOn), fact('closedReason', grid.closedReason)] : []),
      ]}
    />
  );
}

/** Exactly one member answers for a grid: nobody, and one who answers for several, are said. */
function Responsible({ grid: { status, responsibleName, responsibleGrids } }: { readonly grid: Grid }) {
  if (status === 'active' && responsibleName === '') return <Said><FormattedMessage id="territory.responsible-gap" /></Said>;
  if (status === 'active' && responsibleGrids > 1) return <Group gap="xs">{responsibleName}<Said><FormattedMessage id="territory.responsible-double" values={{ count: responsibleGrids }} /></Said></Group>;
  return responsibleName;
}

function Said({ children }: { readonly children: ReactNode }) {
  return <Text span size="sm" c="red"><IconAlertTriangle size={14} aria-hidden /> {children}</Text>;
}
