import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { LineRow } from '#shared/modules/budget/year/year.schema.ts';
import { useYuan } from './yuan.ts';

type Option = { readonly value: string; readonly label: string };
const MOST = 200;

/** Grids of the station, by name. */
export function useGridChoices(): readonly Option[] {
  const { communityId } = useSession();
  const { data } = useQuery(api.grid.listGrids({ communityId, status: 'active', limit: MOST }));
  return useMemo(() => (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })), [data]);
}

/** Sources that give money now. */
export function useSourceChoices(): readonly Option[] {
  const { data } = useQuery(api.budget.listSources({ limit: MOST }));
  return useMemo(() => (data ?? []).map(({ id, name }) => ({ value: id, label: name })), [data]);
}

/** Lines of the open years, the running one first, each with what is free on it. */
export function useLineChoices(): { readonly options: readonly Option[]; readonly lines: readonly LineRow[] } {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  const year = Number(localToday().slice(0, 4));
  const { data: years } = useQuery(api.budget.listYears({}));
  const open = (wanted: number): boolean => years?.some((one) => one.year === wanted && one.closedAt === null) === true;
  const now = useQuery({ ...api.budget.getYearPage({ year }), enabled: open(year) });
  const next = useQuery({ ...api.budget.getYearPage({ year: year + 1 }), enabled: open(year + 1) });
  return useMemo(() => {
    const lines = [...(now.data?.lines ?? []), ...(next.data?.lines ?? [])];
    return { lines, options: lines.map(({ id, year: of, code, name, figures }) => ({ value: id, label: formatMessage({ id: 'budget.line-choice' }, { year: String(of), code, name, free: yuan(figures.free) }) })) };
  }, [now.data, next.data, formatMessage, yuan]);
}
