import { Table } from '@mantine/core';
import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { coverageOf, personsIn, totalsOf, type Totals } from '#shared/modules/grid/register/count/count.rules.ts';
import { doorStates, type CampaignSheet, type CountFigures, type DoorFilter } from '#shared/modules/grid/register/count/count.schema.ts';
import classes from './count.module.css';
import { doorsPlace } from './count-places.ts';
import { useSigned } from './CountFigures.tsx';

const COUNTED = ['households', 'registered', 'floating', 'leftBehind', 'overseas', 'noHukou', 'businesses'] as const;

/** Grid by grid: doors by outcome, what was counted, and how far that is from the register and from the count before. */
export function GridProgress({ campaign }: { readonly campaign: CampaignSheet }) {
  const { formatMessage, formatNumber } = useIntl();
  const signed = useSigned();
  const { id, figures, previous } = campaign;
  const number = (value: number, filter: Partial<DoorFilter>, text = formatNumber(value)) => (value === 0 ? text : <PlaceLink to={doorsPlace(id, filter)} inherit>{text}</PlaceLink>);
  const cells = (grid: Totals, gridIds: string[]) => [
    { key: 'coverage', value: `${String(coverageOf(grid))} %` },
    { key: 'doors', value: number(grid.doors, { gridIds }) },
    ...doorStates.map((state) => ({ key: state, value: number(grid[state], { gridIds, states: [state] }) })),
    { key: 'persons', value: number(personsIn(grid), { gridIds, states: ['counted'] }) },
    ...COUNTED.map((field) => ({ key: field, value: formatNumber(grid[field]) })),
    { key: 'register', value: number(1, { gridIds, differs: ['register'] }, signed(personsIn(grid) - grid.registerPersons)) },
    { key: 'last', value: previous ? number(1, { gridIds, differs: ['last'] }, signed(grid.againPersons - grid.lastPersons)) : '—' },
  ];
  const heads = [
    formatMessage({ id: 'count.coverage' }), formatMessage({ id: 'count.field.doors' }), ...doorStates.map((state) => formatMessage({ id: `count.state.${state}` })), formatMessage({ id: 'count.field.persons' }),
    ...COUNTED.map((field) => formatMessage({ id: `count.field.${field}` })), formatMessage({ id: 'count.against-register' }), formatMessage({ id: 'count.against-last' }),
  ];
  const total = totalsOf(figures.grids);
  return (
    <Table.ScrollContainer minWidth={1280}>
      <Table aria-label={formatMessage({ id: 'count.figures' })} verticalSpacing={6} horizontalSpacing="xs">
        <Table.Thead><Table.Tr><Table.Th scope="col">{formatMessage({ id: 'count.field.gridName' })}</Table.Th>{heads.map((head) => <Table.Th key={head} scope="col" className={classes['number']}>{head}</Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>
          {figures.grids.map((grid) => (
            <Table.Tr key={grid.gridId}>
              <Table.Th scope="row" fw={400} style={{ whiteSpace: 'nowrap' }}>{grid.gridName}</Table.Th>
              {cells(grid, [grid.gridId]).map(({ key, value }) => <Table.Td key={key} className={classes['number']}>{value}</Table.Td>)}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">{formatMessage({ id: 'count.total' })}</Table.Th>
            {cells(total, []).map(({ key, value }) => <Table.Td key={key} fw={600} className={classes['number']}>{value}</Table.Td>)}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Dwellings by use over all grids, those of each grid beside it. */
export function UseTable({ figures }: { readonly figures: CountFigures }) {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('dwelling-use');
  const uses = [...new Set(figures.uses.map(({ use }) => use))];
  const of = (use: string, gridId: string | null): number => figures.uses.reduce((sum, one) => sum + (one.use === use && (gridId === null || one.gridId === gridId) ? one.dwellings : 0), 0);
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table aria-label={formatMessage({ id: 'count.by-use' })} verticalSpacing={6} horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{formatMessage({ id: 'count.field.foundUse' })}</Table.Th>
            {figures.grids.map(({ gridId, gridName }) => <Table.Th key={gridId} scope="col" className={classes['number']}>{gridName}</Table.Th>)}
            <Table.Th scope="col" className={classes['number']}>{formatMessage({ id: 'count.total' })}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {uses.map((use) => (
            <Table.Tr key={use}>
              <Table.Th scope="row" fw={400}>{use === '' ? formatMessage({ id: 'count.use-unknown' }) : labelOf(use)}</Table.Th>
              {figures.grids.map(({ gridId }) => <Table.Td key={gridId} className={classes['number']}>{formatNumber(of(use, gridId))}</Table.Td>)}
              <Table.Td fw={600} className={classes['number']}>{formatNumber(of(use, null))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
