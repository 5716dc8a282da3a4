import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { z } from 'zod';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { LedgerColumn } from '#renderer/components/ledger/ledger-list.ts';
import { boundarySides, gridStatuses, type Grid } from '#shared/modules/grid/territory/grid.schema.ts';

/** Grids in use come first to mind; closed ones are shown when asked for. Null shows both. */
export const gridFilterSchema = z.strictObject({
  text: z.string().max(50).default(''),
  status: z.enum(gridStatuses).nullable().default('active'),
});
export type GridFilter = z.output<typeof gridFilterSchema>;

/** The list has one order, that of its codes. */
export type GridSort = 'code';

/** The columns of the list of grids; each id is also the field of its export. */
export function useGridColumns(): readonly LedgerColumn<Grid, GridSort>[] {
  const { formatMessage } = useIntl();
  const { labelOf: natureLabel } = useCodes('grid-nature');
  return useMemo(() => {
    const title = (field: 'code' | 'name' | 'type' | 'nature' | 'responsibleId' | 'responsiblePhone' | 'households' | 'persons' | 'dwellings' | 'boundary' | 'sides' | 'startedOn' | 'status' | 'formerCodes' | 'deputyId' | 'boardPlace') => formatMessage({ id: `territory.field.${field}` });
    const responsibleWords = ({ responsibleName, responsibleGrids }: Grid): string => {
      if (responsibleName === '') return formatMessage({ id: 'territory.responsible-gap' });
      return responsibleGrids > 1 ? `${responsibleName}（${formatMessage({ id: 'territory.responsible-double' }, { count: responsibleGrids })}）` : responsibleName;
    };
    return [
      { id: 'name', title: title('name'), width: 150, leading: true, text: (row) => row.name },
      { id: 'code', title: title('code'), width: 170, text: (row) => row.code },
      { id: 'type', title: title('type'), width: 100, text: (row) => formatMessage({ id: `territory.grid-type.${row.type}` }) },
      { id: 'responsibleName', title: title('responsibleId'), width: 110, text: (row) => (row.status === 'closed' ? row.responsibleName : responsibleWords(row)) },
      { id: 'responsiblePhone', title: title('responsiblePhone'), width: 130, text: (row) => row.responsiblePhone },
      { id: 'households', title: title('households'), width: 80, figures: true, text: (row) => String(row.households) },
      { id: 'persons', title: title('persons'), width: 80, figures: true, text: (row) => String(row.persons) },
      { id: 'boundary', title: title('boundary'), width: 260, text: (row) => row.boundary },
      { id: 'status', title: title('status'), width: 90, text: (row) => formatMessage({ id: row.ending === '' ? 'territory.grid-status.active' : `territory.grid-ending.${row.ending}` }) },
      { id: 'dwellings', title: title('dwellings'), width: 80, figures: true, hiddenAtFirst: true, text: (row) => String(row.dwellings) },
      { id: 'formerCodes', title: title('formerCodes'), width: 170, hiddenAtFirst: true, text: (row) => row.formerCodes.join('、') },
      { id: 'deputyName', title: title('deputyId'), width: 110, hiddenAtFirst: true, text: (row) => row.deputyName },
      { id: 'sides', title: title('sides'), width: 300, hiddenAtFirst: true, text: (row) => boundarySides.flatMap((side) => (row[side] === '' ? [] : [formatMessage({ id: `territory.side.${side}` }, { to: row[side] })])).join('，') },
      { id: 'boardPlace', title: title('boardPlace'), width: 160, hiddenAtFirst: true, text: (row) => row.boardPlace },
      { id: 'startedOn', title: title('startedOn'), width: 110, hiddenAtFirst: true, text: (row) => row.startedOn ?? '' },
      { id: 'nature', title: title('nature'), width: 120, hiddenAtFirst: true, text: (row) => natureLabel(row.nature) },
    ];
  }, [formatMessage, natureLabel]);
}
