import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { z } from 'zod';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { LedgerColumn } from '#renderer/components/ledger/ledger-list.ts';
import { gridStatuses, type Grid } from '#shared/modules/grid/territory/grid.schema.ts';

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
    const title = (field: 'code' | 'name' | 'type' | 'nature' | 'responsibleId' | 'responsiblePhone' | 'households' | 'persons' | 'boundary' | 'startedOn' | 'status') => formatMessage({ id: `territory.field.${field}` });
    return [
      { id: 'name', title: title('name'), width: 150, leading: true, text: (row) => row.name },
      { id: 'code', title: title('code'), width: 170, text: (row) => row.code },
      { id: 'type', title: title('type'), width: 100, text: (row) => formatMessage({ id: `territory.grid-type.${row.type}` }) },
      { id: 'responsibleName', title: title('responsibleId'), width: 110, text: (row) => row.responsibleName },
      { id: 'responsiblePhone', title: title('responsiblePhone'), width: 130, text: (row) => row.responsiblePhone },
      { id: 'households', title: title('households'), width: 80, figures: true, text: (row) => String(row.households) },
      { id: 'persons', title: title('persons'), width: 80, figures: true, text: (row) => String(row.persons) },
      { id: 'boundary', title: title('boundary'), width: 260, text: (row) => row.boundary },
      { id: 'status', title: title('status'), width: 90, text: (row) => formatMessage({ id: `territory.grid-status.${row.status}` }) },
      { id: 'startedOn', title: title('startedOn'), width: 110, hiddenAtFirst: true, text: (row) => row.startedOn ?? '' },
      { id: 'nature', title: title('nature'), width: 120, hiddenAtFirst: true, text: (row) => natureLabel(row.nature) },
    ];
  }, [formatMessage, natureLabel]);
}
