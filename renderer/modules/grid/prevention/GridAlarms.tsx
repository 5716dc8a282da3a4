import { Group, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import type { GridAlarm } from '#shared/modules/grid/prevention/hot-spot.schema.ts';
import { mattersPlace } from '../matters/matter-words.ts';

const BAR = { width: 6, gap: 2, height: 24 } as const;

/** Each grid's last seven days against its own past weeks; where the method rings stands on top. */
export function GridAlarms() {
  const { formatMessage, formatNumber } = useIntl();
  const [kind, setKind] = useState<string | null>(null);
  const { options } = useCodes('matter-kind');
  const { data, error, refetch } = useQuery(api.grid.listGridAlarms({ kind }));
  const figure = (value: number | null) => (value === null ? '—' : formatNumber(value, { maximumFractionDigits: 1 }));
  return (
    <>
      <Text size="sm" c="dimmed"><FormattedMessage id="hot-spots.method" /></Text>
      <PickSelect w={260} label={formatMessage({ id: 'hot-spots.kind' })} placeholder={formatMessage({ id: 'common.all' })} kind="code/matter-kind" options={options} clearable onChange={setKind} />
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="hot-spots.no-grids" /></Text>}
      {data && data.length > 0 && (
        <Table.ScrollContainer minWidth={680}>
          <Table aria-label={formatMessage({ id: 'hot-spots.alarms' })} verticalSpacing={4}>
            <Table.Thead><Table.Tr>{(['gridName', 'weeks', 'last', 'expected', 'threshold', 'verdict'] as const).map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `hot-spots.field.${field}` })}</Table.Th>)}</Table.Tr></Table.Thead>
            <Table.Tbody>
              {data.map((alarm) => (
                <Table.Tr key={alarm.gridId}>
                  <Table.Td>{alarm.gridName}</Table.Td>
                  <Table.Td><Weeks counts={alarm.counts} /></Table.Td>
                  <Table.Td><PlaceLink to={mattersPlace({ life: 'all', figure: 'single', gridIds: [alarm.gridId], reportedFrom: alarm.from, reportedUntil: alarm.until, ...(kind !== null && { kinds: [kind] }) })} inherit>{formatNumber(alarm.counts.at(-1) ?? 0)}</PlaceLink></Table.Td>
                  <Table.Td>{figure(alarm.expected)}</Table.Td>
                  <Table.Td>{figure(alarm.threshold)}</Table.Td>
                  <Table.Td><Verdict alarm={alarm} /></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}

function Verdict({ alarm: { c1, c2, c3 } }: { readonly alarm: GridAlarm }) {
  const { formatMessage } = useIntl();
  const rings = [c1 && 'C1', c2 && 'C2', c3 && 'C3'].filter(Boolean).join(' ');
  if (rings === '') return <Group gap={4} wrap="nowrap" c="dimmed"><IconCheck size={14} aria-hidden /><Text size="sm" span inherit>{formatMessage({ id: 'hot-spots.quiet' })}</Text></Group>;
  return <Group gap={4} wrap="nowrap" c={c2 ? 'var(--mantine-color-red-text)' : 'var(--mantine-color-yellow-text)'}><IconAlertTriangle size={14} aria-hidden /><Text size="sm" span inherit>{formatMessage({ id: 'hot-spots.rings' }, { methods: rings })}</Text></Group>;
}

/** The weeks as small bars, the last one in the accent; in words for who cannot see them. */
function Weeks({ counts }: { readonly counts: readonly number[] }) {
  const { formatMessage } = useIntl();
  const most = Math.max(1, ...counts);
  const words = formatMessage({ id: 'hot-spots.weeks' }, { counts: counts.join(' ') });
  return (
    <svg width={counts.length * (BAR.width + BAR.gap)} height={BAR.height} role="img" aria-label={words}>
      <title>{words}</title>
      {counts.map((count, at) => {
        const height = Math.max(1, Math.round((count / most) * BAR.height));
        return <rect key={at} x={at * (BAR.width + BAR.gap)} y={BAR.height - height} width={BAR.width} height={height} fill={at === counts.length - 1 ? 'var(--mantine-primary-color-filled)' : 'var(--mantine-color-dimmed)'} />;
      })}
    </svg>
  );
}
