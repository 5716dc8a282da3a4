import { ActionIcon, Button, Group, NativeSelect, NumberInput, Table, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { DEFAULT_LIMITS } from '#shared/modules/grid/matters/matter-clock.rules.ts';
import { clockKinds } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { matterLevels } from '#shared/modules/grid/matters/matter.schema.ts';
import { unitKey, unitOf, unitWords } from '../matter-words.ts';
import classes from '../matters.module.css';

const HEADS = ['clock', 'kind', 'level', 'unit', 'yellow', 'red'] as const;

/** Limits in working days: the defaults, and what the station set for a kind, a level or a unit. */
export function LimitsPart() {
  const intl = useIntl();
  const { formatMessage } = intl;
  const { data = [], error, refetch } = useQuery(api.grid.listMatterLimits({}));
  const { data: units = [] } = useQuery(api.grid.listMatterUnits({}));
  const remove = useMutation(api.grid.removeMatterLimit());
  const { labelOf } = useCodes('matter-kind');
  const any = formatMessage({ id: 'matters.settings.any' });
  const unitOfLimit = (id: string | null): string => (id === null ? any : unitWords(intl, units.find((unit) => unit.id === id) ?? { id, name: '' }));
  return (
    <div className={classes['settings']}>
      <Text size="sm" c="dimmed"><FormattedMessage id="matters.settings.limits-note" /></Text>
      <ErrorNote error={error ?? remove.error} onRetry={() => void refetch()} />
      <Table aria-label={formatMessage({ id: 'matters.settings.limits' })} verticalSpacing={6}>
        <Table.Thead><Table.Tr>{HEADS.map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `matters.settings.field.${field}` })}</Table.Th>)}<Table.Td /></Table.Tr></Table.Thead>
        <Table.Tbody>
          {clockKinds.map((clock) => <Table.Tr key={clock} c="dimmed"><Table.Td>{formatMessage({ id: `matters.clock.${clock}` })}</Table.Td><Table.Td>{any}</Table.Td><Table.Td>{any}</Table.Td><Table.Td>{any}</Table.Td><Table.Td>{DEFAULT_LIMITS[clock].yellow}</Table.Td><Table.Td>{DEFAULT_LIMITS[clock].red}</Table.Td><Table.Td><FormattedMessage id="matters.settings.default" /></Table.Td></Table.Tr>)}
          {data.map((limit) => (
            <Table.Tr key={limit.id}>
              <Table.Td>{formatMessage({ id: `matters.clock.${limit.clock}` })}</Table.Td>
              <Table.Td>{limit.kind === null ? any : labelOf(limit.kind)}</Table.Td>
              <Table.Td>{limit.level === null ? any : formatMessage({ id: `matters.level.${limit.level}` })}</Table.Td>
              <Table.Td>{unitOfLimit(limit.unitId)}</Table.Td>
              <Table.Td>{limit.yellow}</Table.Td>
              <Table.Td>{limit.red}</Table.Td>
              <Table.Td><ActionIcon variant="subtle" color="gray" aria-label={formatMessage({ id: 'matters.settings.remove-limit' })} onClick={() => remove.mutate({ id: limit.id, version: limit.version })}><IconTrash size={16} aria-hidden /></ActionIcon></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <NewLimit />
    </div>
  );
}

function NewLimit() {
  const intl = useIntl();
  const { formatMessage } = intl;
  const add = useMutation(api.grid.addMatterLimit());
  const { options: kinds } = useCodes('matter-kind');
  const { data: units = [] } = useQuery(api.grid.listMatterUnits({}));
  const [clock, setClock] = useState<(typeof clockKinds)[number]>('handle');
  const [kind, setKind] = useState('');
  const [level, setLevel] = useState('');
  const [unit, setUnit] = useState('');
  const [days, setDays] = useState<{ yellow: number; red: number }>(DEFAULT_LIMITS.handle);
  const label = (field: (typeof HEADS)[number]): string => formatMessage({ id: `matters.settings.field.${field}` });
  const any = { value: '', label: formatMessage({ id: 'matters.settings.any' }) };
  const chosen = unitOf(unit === '' ? null : unit);
  const run = () => add.mutate({ clock, kind: kind === '' ? null : kind, level: matterLevels.find((one) => one === level) ?? null, unitKind: chosen?.kind ?? null, unitId: chosen?.id ?? null, ...days });
  return (
    <>
      <ErrorNote error={add.error} />
      <Group align="flex-end" gap="xs" role="group" aria-label={formatMessage({ id: 'matters.settings.new-limit' })}>
        <NativeSelect size="xs" label={label('clock')} value={clock} data={clockKinds.map((value) => ({ value, label: formatMessage({ id: `matters.clock.${value}` }) }))} onChange={(event) => setClock(clockKinds.find((one) => one === event.currentTarget.value) ?? 'handle')} />
        <NativeSelect size="xs" label={label('kind')} value={kind} data={[any, ...kinds]} onChange={(event) => setKind(event.currentTarget.value)} />
        <NativeSelect size="xs" label={label('level')} value={level} data={[any, ...matterLevels.map((value) => ({ value, label: formatMessage({ id: `matters.level.${value}` }) }))]} onChange={(event) => setLevel(event.currentTarget.value)} />
        <NativeSelect size="xs" label={label('unit')} value={unit} data={[any, ...units.map((one) => ({ value: unitKey(one), label: unitWords(intl, one) }))]} onChange={(event) => setUnit(event.currentTarget.value)} />
        <NumberInput size="xs" w={90} label={label('yellow')} min={0} max={400} value={days.yellow} onChange={(value) => setDays({ ...days, yellow: Number(value) })} />
        <NumberInput size="xs" w={90} label={label('red')} min={0} max={400} value={days.red} onChange={(value) => setDays({ ...days, red: Number(value) })} error={days.red < days.yellow} />
        <Button size="xs" loading={add.isPending} disabled={days.red < days.yellow} onClick={run}><FormattedMessage id="matters.settings.add-limit" /></Button>
      </Group>
    </>
  );
}
