import { MultiSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { Grid } from '#shared/modules/grid/territory/grid.schema.ts';

/** Asks which grids end in this one, from which day and why. */
export function MergeDialog({ grid, onClose }: { readonly grid: Grid; readonly onClose: () => void }) {
  const { formatMessage, formatNumber } = useIntl();
  const [on, setOn] = useState<string | null>(localToday());
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isAsked, setAsked] = useState(false);
  const grids = useQuery(api.grid.listGrids({ communityId: grid.communityId, status: 'active', limit: 500 }));
  const merge = useMutation(api.grid.mergeGrids());
  const others = (grids.data?.rows ?? []).filter(({ id }) => id !== grid.id);
  const taken = others.filter(({ id }) => chosen.includes(id));
  const sum = (figure: 'households' | 'persons'): string => formatNumber(taken.reduce((total, other) => total + other[figure], 0));
  return (
    <ReasonDialog
      title={formatMessage({ id: 'grid-life.merge-title' }, { name: grid.name })}
      consequence={formatMessage({ id: 'grid-life.merge-consequence' }, { name: grid.name, count: taken.length, households: sum('households'), persons: sum('persons') })}
      confirmLabel={formatMessage({ id: 'grid-life.merge' })}
      pending={merge.isPending}
      error={merge.error}
      onConfirm={(reason) => {
        setAsked(true);
        if (on !== null && taken.length > 0) merge.mutate({ id: grid.id, version: grid.version, on, reason, others: taken.map(({ id, version }) => ({ id, version })) }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <MultiSelect
        label={formatMessage({ id: 'grid-life.merge-others' })}
        required
        searchable
        openOnFocus={false}
        data-autofocus
        data={others.map(({ id, name, households }) => ({ value: id, label: formatMessage({ id: 'grid-life.grid-with-households' }, { name, households: formatNumber(households) }) }))}
        value={[...chosen]}
        onChange={setChosen}
        maxValues={9}
        error={isAsked && taken.length === 0 ? formatMessage({ id: 'record-form.required' }) : null}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <DayInput label={formatMessage({ id: 'grid-life.field.happenedOn' })} required maxDate={localToday()} value={on} onChange={setOn} error={on === null ? formatMessage({ id: 'record-form.required' }) : null} />
    </ReasonDialog>
  );
}
