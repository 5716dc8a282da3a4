import { Checkbox, NativeSelect, Table, TagsInput, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { MatterKind } from '#shared/modules/grid/matters/matter-routes.schema.ts';
import classes from '../matters.module.css';

const STATIONS = ['governance-station', 'grid-station', 'service-station'] as const;

/** Each kind: its group, the station it goes to, whether it is urgent, the words it is known by. A change is saved at once. */
export function KindsPart() {
  const { formatMessage } = useIntl();
  const { data = [], error, refetch } = useQuery(api.grid.listMatterKinds({}));
  const save = useMutation(api.grid.saveMatterKind());
  const { options: kinds, labelOf } = useCodes('matter-kind');
  const { options: groups } = useCodes('matter-group');
  const all = [...data, ...kinds.filter(({ value }) => !data.some(({ code }) => code === value)).map(({ value }): MatterKind => ({ code: value, group: 'other', station: 'service-station', urgent: false, words: [] }))];
  return (
    <div className={classes['settings']}>
      <Text size="sm" c="dimmed"><FormattedMessage id="matters.settings.kinds-note" /></Text>
      <ErrorNote error={error ?? save.error} onRetry={() => void refetch()} />
      <Table aria-label={formatMessage({ id: 'matters.settings.kinds' })} verticalSpacing={4}>
        <Table.Thead><Table.Tr>{(['kind', 'group', 'station', 'urgent', 'words'] as const).map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `matters.settings.field.${field}` })}</Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>
          {all.map((kind) => {
            const label = (field: 'group' | 'station' | 'urgent' | 'words'): string => `${labelOf(kind.code)} ${formatMessage({ id: `matters.settings.field.${field}` })}`;
            const change = (values: Partial<MatterKind>) => save.mutate({ ...kind, ...values });
            return (
              <Table.Tr key={kind.code}>
                <Table.Th scope="row" fw={400}>{labelOf(kind.code)}</Table.Th>
                <Table.Td><NativeSelect size="xs" miw={205} aria-label={label('group')} value={kind.group} data={[...groups]} onChange={(event) => change({ group: event.currentTarget.value })} /></Table.Td>
                <Table.Td><NativeSelect size="xs" aria-label={label('station')} value={kind.station} data={STATIONS.map((value) => ({ value, label: formatMessage({ id: `matters.unit.${value}` }) }))} onChange={(event) => change({ station: STATIONS.find((one) => one === event.currentTarget.value) ?? kind.station })} /></Table.Td>
                <Table.Td><Checkbox size="sm" aria-label={label('urgent')} checked={kind.urgent} onChange={(event) => change({ urgent: event.currentTarget.checked })} /></Table.Td>
                <Table.Td><TagsInput size="xs" aria-label={label('words')} value={kind.words} maxTags={60} onChange={(words) => change({ words })} comboboxProps={{ transitionProps: { duration: 0 } }} /></Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}
