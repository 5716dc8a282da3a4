import { Stack, Table, Title } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import type { MatterLine } from '#shared/modules/grid/matters/matter-figures.schema.ts';
import type { MatterFilter } from '#shared/modules/grid/matters/matter.schema.ts';
import { unitWords } from '../matter-words.ts';
import { rowsOf, SHARES, shareOf, shares, type Share } from './matter-figure.ts';

type Dim = 'grid' | 'station' | 'department' | 'kind' | 'channel';
type LinesTableProps = { readonly dim: Dim; readonly lines: readonly MatterLine[]; readonly from: string; readonly until: string };

const FILTERS: Readonly<Record<Dim, (key: string) => Partial<MatterFilter>>> = {
  grid: (key) => (key === '' ? { withoutGrid: true } : { gridIds: [key] }),
  station: (key) => ({ stations: [key] }),
  department: (key) => ({ departmentId: key }),
  kind: (key) => ({ kinds: [key] }),
  channel: (key) => ({ channels: [key] }),
};
/** A department's figures are of what ended with it; nothing arrives there by itself. */
const SHOWN: Readonly<Record<Dim, readonly Share[]>> = { grid: shares, station: shares, kind: shares, channel: shares.filter((name) => name !== 'proactive'), department: shares.filter((name) => name !== 'proactive' && name !== 'firstLevel') };

/** The figures of every grid, station, department, kind or channel side by side. */
export function LinesTable({ dim, lines, from, until }: LinesTableProps) {
  const intl = useIntl();
  const { formatMessage, formatNumber } = intl;
  const { labelOf: kindOf } = useCodes('matter-kind');
  const { labelOf: channelOf } = useCodes('matter-channel');
  const nameOf = ({ key, name }: MatterLine): string => (dim === 'kind' ? kindOf(key) : dim === 'channel' ? channelOf(key) : dim === 'grid' && key === '' ? formatMessage({ id: 'matters.filter.withoutGrid' }) : unitWords(intl, { id: key, name }));
  const percent = (share: number | null): string => (share === null ? '—' : formatNumber(share, { style: 'percent', maximumFractionDigits: 0 }));
  if (lines.length === 0) return null;
  const title = formatMessage({ id: `matters.figures.by-${dim}` });
  const counts = dim === 'department' ? (['settled'] as const) : (['reported', 'settled'] as const);
  const link = (to: string, words: string) => <PlaceLink to={to} inherit>{words}</PlaceLink>;
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2} fz="md" fw={600}>{title}</Title>
      <Table.ScrollContainer minWidth={760}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col"><FormattedMessage id={`matters.figures.${dim}`} /></Table.Th>
              {counts.map((id) => <Table.Th key={id} scope="col" ta="end">{formatMessage({ id: `matters.count.${id}` })}</Table.Th>)}
              {SHOWN[dim].map((name) => <Table.Th key={name} scope="col" ta="end">{formatMessage({ id: `matters.share.${name}` })}</Table.Th>)}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.key}>
                <Table.Th scope="row" fw={400}>{nameOf(line)}</Table.Th>
                {counts.map((id) => <Table.Td key={id} ta="end">{line[id] === 0 ? '0' : link(rowsOf(from, until, id === 'reported' ? 'reported' : 'ended', { ...FILTERS[dim](line.key), figure: id }), formatNumber(line[id]))}</Table.Td>)}
                {SHOWN[dim].map((name) => {
                  const share = shareOf(line, name);
                  return <Table.Td key={name} ta="end">{share === null || share === 0 ? percent(share) : link(rowsOf(from, until, SHARES[name].by, { ...FILTERS[dim](line.key), figure: SHARES[name].figure }), percent(share))}</Table.Td>;
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
