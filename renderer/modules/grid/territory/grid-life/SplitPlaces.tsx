import { NativeSelect, Table } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import type { GridPlace } from '#shared/modules/grid/territory/grid-life/grid-life.schema.ts';
import classes from './grid-life.module.css';
import { buildingsOf, shareOf, type Building, type Deal } from './split-state.ts';
import { kindOf, usePlaceWords } from './use-event-words.ts';

type SplitPlacesProps = { readonly places: readonly GridPlace[]; readonly deal: Deal; readonly shares: readonly string[]; readonly onDeal: (places: readonly GridPlace[], share: number) => void };

const MIXED = 'mixed';

/** Every place of the grid with the share it goes to; a building is dealt out as a whole or unit by unit. */
export function SplitPlaces(props: SplitPlacesProps) {
  const { formatMessage } = useIntl();
  return (
    <Table withRowBorders verticalSpacing={2} aria-label={formatMessage({ id: 'grid-life.places' })}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" w="38%"><FormattedMessage id="grid-life.field.place" /></Table.Th>
          {(['dwellings', 'households', 'persons'] as const).map((figure) => <Table.Th key={figure} scope="col" className={classes['figures']}><FormattedMessage id={`grid-life.field.${figure}`} /></Table.Th>)}
          <Table.Th scope="col" w="12rem"><FormattedMessage id="grid-life.goes-to" /></Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>{buildingsOf(props.places).map((building) => <BuildingRows key={building.key} {...props} building={building} />)}</Table.Tbody>
    </Table>
  );
}

function BuildingRows({ building, ...props }: SplitPlacesProps & { readonly building: Building }) {
  const { formatMessage, formatNumber } = useIntl();
  const placeWords = usePlaceWords();
  const { places } = building;
  const name = building.building === '' ? formatMessage({ id: 'grid-life.places-without-building' }) : formatMessage({ id: 'grid-life.place-building' }, { estate: building.estate, building: building.building, kind: kindOf(building.building) });
  const sum = (figure: 'dwellings' | 'households' | 'persons'): string => formatNumber(places.reduce((total, place) => total + place[figure], 0));
  const isOne = places.length === 1 && building.building !== '';
  return (
    <>
      <Table.Tr className={classes['building']}>
        <Table.Th scope="row">{isOne && places[0] ? placeWords(places[0]) : name}</Table.Th>
        {(['dwellings', 'households', 'persons'] as const).map((figure) => <Table.Td key={figure} className={classes['figures']}>{sum(figure)}</Table.Td>)}
        <Table.Td><ShareSelect {...props} places={places} label={name} /></Table.Td>
      </Table.Tr>
      {!isOne && places.map((place) => (
        <Table.Tr key={place.key}>
          <Table.Td className={classes['unit']}>{building.building === '' || place.unit === '' ? placeWords(place) : formatMessage({ id: 'grid-life.unit' }, { unit: place.unit, kind: kindOf(place.unit) })}</Table.Td>
          {(['dwellings', 'households', 'persons'] as const).map((figure) => <Table.Td key={figure} className={classes['figures']}>{formatNumber(place[figure])}</Table.Td>)}
          <Table.Td><ShareSelect {...props} places={[place]} label={placeWords(place)} /></Table.Td>
        </Table.Tr>
      ))}
    </>
  );
}

function ShareSelect({ places, deal, shares, onDeal, label }: SplitPlacesProps & { readonly label: string }) {
  const { formatMessage } = useIntl();
  const at = [...new Set(places.map(({ key }) => shareOf(deal, key)))];
  const value = at.length === 1 ? String(at[0]) : MIXED;
  return (
    <NativeSelect
      size="xs"
      aria-label={formatMessage({ id: 'grid-life.goes-to-of' }, { place: label })}
      value={value}
      onChange={(event) => event.currentTarget.value !== MIXED && onDeal(places, Number(event.currentTarget.value))}
      data={[...(value === MIXED ? [{ value: MIXED, label: formatMessage({ id: 'grid-life.mixed' }) }] : []), ...shares.map((name, share) => ({ value: String(share), label: name }))]}
    />
  );
}
