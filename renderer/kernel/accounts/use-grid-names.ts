import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { MAX_WINDOW } from '#shared/contract/list.ts';

/** The station's grids by their id, for choosing and for naming. A closed one keeps its name and says so. */
export function useGridNames() {
  const { formatMessage } = useIntl();
  const { data } = useQuery(api.grid.listGrids({ limit: MAX_WINDOW }));
  return useMemo(() => {
    const options = (data?.rows ?? []).map((grid) => ({ value: grid.id, label: grid.status === 'closed' ? formatMessage({ id: 'accounts.grid.closed' }, { name: grid.name }) : grid.name }));
    const names = new Map(options.map(({ value, label }) => [value, label]));
    return { options, nameOf: (id: string): string => names.get(id) ?? formatMessage({ id: 'common.unknown' }) };
  }, [data, formatMessage]);
}
