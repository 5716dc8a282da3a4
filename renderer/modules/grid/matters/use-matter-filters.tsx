import { NumberInput, Select, Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { cards, matterStates } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { stationCodes } from '#shared/modules/grid/matters/matter-routes.schema.ts';
import { matterFilterSchema, matterLevels, type MatterFilter } from '#shared/modules/grid/matters/matter.schema.ts';
import { flagFilter, linkedFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { unitWords } from './matter-words.ts';

const LIVES = ['open', 'ended', 'draft', 'all'] as const;
const MARKS = ['model', 'legacy', 'joint'] as const;
type Words = (id: string, values?: Record<string, string | number>) => string;

/** Conditions that are one choice of a few. */
function chosen<V extends string>(words: Words, { id, values, none, of, put }: { readonly id: string; readonly values: readonly V[]; readonly none: V | null; readonly of: (filter: MatterFilter) => V | null; readonly put: (filter: MatterFilter, value: V | null) => MatterFilter }): LedgerFilter<MatterFilter> {
  const label = words(`filter.${id}`);
  const data = values.map((value) => ({ value, label: words(`${id}.${value}`) }));
  return {
    id, label,
    describe: (filter) => (of(filter) === none ? null : (data.find(({ value }) => value === of(filter))?.label ?? null)),
    without: (filter) => put(filter, none),
    editor: (filter, change) => <Select label={label} data={data} value={of(filter)} allowDeselect={none === null} data-autofocus comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }} onChange={(value) => change(put(filter, values.find((one) => one === value) ?? none))} />,
  };
}

/** Between two days, either of them open. */
function between(words: Words, id: 'reported' | 'ended'): LedgerFilter<MatterFilter> {
  const [from, until] = [`${id}From`, `${id}Until`] as const;
  return {
    id,
    label: words(`filter.${id}`),
    describe: (filter) => (filter[from] === null && filter[until] === null ? null : words('filter.range', { from: filter[from] ?? '…', until: filter[until] ?? '…' })),
    without: (filter) => ({ ...filter, [from]: null, [until]: null }),
    editor: (filter, change) => (
      <Stack gap="xs" w={220}>
        <DayInput label={words('filter.from')} value={filter[from]} data-autofocus popoverProps={{ withinPortal: false }} onChange={(day) => change({ ...filter, [from]: day })} />
        <DayInput label={words('filter.until')} value={filter[until]} popoverProps={{ withinPortal: false }} onChange={(day) => change({ ...filter, [until]: day })} />
      </Stack>
    ),
  };
}

function overdue(words: Words): LedgerFilter<MatterFilter> {
  return {
    id: 'overdue',
    label: words('filter.overdue'),
    describe: ({ overdueDays }) => (overdueDays === null ? null : words('filter.overdue-by', { days: Math.max(1, overdueDays) })),
    without: (filter) => ({ ...filter, overdueDays: null }),
    editor: (filter, change) => <NumberInput label={words('filter.overdue')} min={1} max={400} value={filter.overdueDays ?? ''} data-autofocus onChange={(days) => change({ ...filter, overdueDays: typeof days === 'number' ? days : null })} />,
  };
}

/** Everything the queue can be narrowed by. */
export function useMatterFilters(): readonly LedgerFilter<MatterFilter>[] {
  const intl = useIntl();
  const grids = useGridOptions();
  const { options: kinds } = useCodes('matter-kind');
  const { options: channels } = useCodes('matter-channel');
  const { data: units } = useQuery(api.grid.listMatterUnits({}));
  const { data: owners } = useQuery(api.grid.listMatterOwners({}));
  return useMemo(() => {
    const words: Words = (id, values) => intl.formatMessage({ id: messageId(`matters.${id}`) }, values);
    const list = <V extends string>(id: string, options: readonly { readonly value: string; readonly label: string }[], values: readonly V[] | null, of: (filter: MatterFilter) => readonly V[], put: (filter: MatterFilter, next: V[]) => MatterFilter) => listFilter<MatterFilter, V>({ id, label: words(`filter.${id}`), options, values, of, put });
    const flag = (id: 'mine' | 'untouched' | 'withoutGrid') => flagFilter<MatterFilter>({ id, label: words(`filter.${id}`), yes: words(`filter.${id}`), of: (filter) => filter[id], put: (filter, isSet) => ({ ...filter, [id]: isSet }) });
    const named = (prefix: string, values: readonly string[]) => values.map((value) => ({ value, label: words(`${prefix}.${value}`) }));
    return [
      chosen(words, { id: 'life', values: LIVES, none: 'open', of: ({ life }) => life, put: (filter, life) => ({ ...filter, life: life ?? 'open' }) }),
      overdue(words),
      list('owner', (owners ?? []).map(({ id, name }) => ({ value: id, label: name })), null, ({ ownerIds }) => ownerIds, (filter, ownerIds) => ({ ...filter, ownerIds })),
      flag('mine'),
      flag('untouched'),
      list('unit', (units ?? []).map((unit) => ({ value: unit.id, label: unitWords(intl, unit) })), null, ({ unitIds }) => unitIds, (filter, unitIds) => ({ ...filter, unitIds })),
      list('state', named('state', matterStates), matterStates, ({ states }) => states, (filter, states) => ({ ...filter, states })),
      list('kind', kinds, null, (filter) => filter.kinds, (filter, next) => ({ ...filter, kinds: next })),
      list('grid', grids, null, ({ gridIds }) => gridIds, (filter, gridIds) => ({ ...filter, gridIds })),
      flag('withoutGrid'),
      list('station', named('unit', stationCodes), null, ({ stations }) => stations, (filter, stations) => ({ ...filter, stations })),
      list('card', named('card', cards), cards, (filter) => filter.cards, (filter, next) => ({ ...filter, cards: next })),
      list('level', named('level', matterLevels), matterLevels, ({ levels }) => levels, (filter, levels) => ({ ...filter, levels })),
      list('channel', channels, null, (filter) => filter.channels, (filter, next) => ({ ...filter, channels: next })),
      chosen(words, { id: 'mark-list', values: MARKS, none: null, of: ({ mark }) => mark, put: (filter, mark) => ({ ...filter, mark }) }),
      between(words, 'reported'),
      between(words, 'ended'),
      chosen(words, { id: 'figure', values: matterFilterSchema.shape.figure.unwrap().unwrap().options, none: null, of: ({ figure }) => figure, put: (filter, figure) => ({ ...filter, figure }) }),
      linkedFilter<MatterFilter>({ id: 'dueUntil', label: words('filter.due'), yes: words('filter.due'), of: ({ dueUntil }) => dueUntil !== null, without: (filter) => ({ ...filter, dueUntil: null }) }),
      linkedFilter<MatterFilter>({ id: 'person', label: words('filter.person'), yes: words('filter.person'), of: ({ personId }) => personId !== null, without: (filter) => ({ ...filter, personId: null }) }),
      linkedFilter<MatterFilter>({ id: 'department', label: words('filter.department'), yes: words('filter.department'), of: ({ departmentId }) => departmentId !== null, without: (filter) => ({ ...filter, departmentId: null }) }),
    ];
  }, [intl, grids, kinds, channels, units, owners]);
}
