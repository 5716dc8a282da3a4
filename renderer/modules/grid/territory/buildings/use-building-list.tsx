import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import type { LedgerColumn, LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { instantWords } from '#renderer/components/time/instant-words.ts';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import type { Building, BuildingFilter } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useGridOptions } from '../use-grid-options.ts';

export type BuildingSort = 'name' | 'updatedAt';

/** The columns of the list of buildings; each id is also the field of its export. */
export function useBuildingColumns(): readonly LedgerColumn<Building, BuildingSort>[] {
  const { formatMessage } = useIntl();
  return useMemo(() => {
    const title = (field: 'name' | 'estateId' | 'gridId' | 'floors' | 'units' | 'rooms' | 'dwellings' | 'persons' | 'elsewhere' | 'headName' | 'headPhone' | 'address' | 'updatedAt') => formatMessage({ id: `building.field.${field}` });
    const figure = (value: number | null): string => (value === null ? '' : String(value));
    return [
      { id: 'name', title: title('name'), width: 90, leading: true, sort: 'name', text: (row) => row.name },
      { id: 'estateName', title: title('estateId'), width: 130, text: (row) => row.estateName },
      { id: 'gridName', title: title('gridId'), width: 110, text: (row) => row.gridName },
      { id: 'floors', title: title('floors'), width: 70, figures: true, text: (row) => figure(row.floors) },
      { id: 'units', title: title('units'), width: 80, figures: true, text: (row) => figure(row.units) },
      { id: 'rooms', title: title('rooms'), width: 80, figures: true, text: (row) => figure(row.rooms) },
      { id: 'dwellings', title: title('dwellings'), width: 90, figures: true, text: (row) => figure(row.dwellings) },
      { id: 'persons', title: title('persons'), width: 80, figures: true, text: (row) => figure(row.persons) },
      { id: 'elsewhere', title: title('elsewhere'), width: 110, figures: true, hiddenAtFirst: true, text: (row) => figure(row.elsewhere) },
      { id: 'headName', title: title('headName'), width: 100, text: (row) => row.headName },
      { id: 'headPhone', title: title('headPhone'), width: 130, text: (row) => row.headPhone },
      { id: 'address', title: title('address'), width: 170, text: (row) => row.address },
      { id: 'updatedAt', title: title('updatedAt'), width: 120, hiddenAtFirst: true, sort: 'updatedAt', text: (row) => instantWords(row.updatedAt), cell: (row) => <InstantText at={row.updatedAt} /> },
    ];
  }, [formatMessage]);
}

/** As many estates as can be chosen from; a community has far fewer. */
const ESTATES = 500;

export function useBuildingFilters(): readonly LedgerFilter<BuildingFilter>[] {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  const estates = useQuery(api.grid.listEstates({ limit: ESTATES }));
  return useMemo(() => {
    const yes = formatMessage({ id: 'common.yes' });
    const flag = (id: 'withoutGrid' | 'withoutHead' | 'divided') => flagFilter<BuildingFilter>({ id, label: formatMessage({ id: `buildings.filter.${id}` }), yes, of: (filter) => filter[id], put: (filter, isSet) => ({ ...filter, [id]: isSet }) });
    return [
      listFilter<BuildingFilter, string>({ id: 'estate', label: formatMessage({ id: 'building.field.estateId' }), options: (estates.data ?? []).map(({ id, name }) => ({ value: id, label: name })), values: null, of: (filter) => filter.estateIds, put: (filter, estateIds) => ({ ...filter, estateIds }) }),
      listFilter<BuildingFilter, string>({ id: 'grid', label: formatMessage({ id: 'building.field.gridId' }), options: [...grids], values: null, of: (filter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      flag('withoutGrid'),
      flag('withoutHead'),
      flag('divided'),
    ];
  }, [formatMessage, grids, estates.data]);
}
