import { NativeSelect, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { stationCodes } from '#shared/modules/grid/matters/matter-routes.schema.ts';
import classes from '../matters.module.css';

/** Each function belongs to exactly one station or centre: whoever gets it takes it from the one that had it. */
export function FunctionsPart() {
  const { formatMessage } = useIntl();
  const { data = [], error, refetch } = useQuery(api.grid.listMatterFunctions({}));
  const save = useMutation(api.grid.saveMatterFunction());
  const { options, labelOf } = useCodes('matter-function');
  const rows = [...data.map(({ code, station }) => ({ code, station: String(station) })), ...options.filter(({ value }) => !data.some(({ code }) => code === value)).map(({ value }) => ({ code: value, station: '' }))];
  return (
    <div className={classes['settings']}>
      <Text size="sm" c="dimmed"><FormattedMessage id="matters.settings.functions-note" /></Text>
      <ErrorNote error={error ?? save.error} onRetry={() => void refetch()} />
      <Table aria-label={formatMessage({ id: 'matters.settings.functions' })} verticalSpacing={4} w="auto">
        <Table.Thead><Table.Tr><Table.Th scope="col">{formatMessage({ id: 'matters.settings.field.function' })}</Table.Th><Table.Th scope="col">{formatMessage({ id: 'matters.settings.field.station' })}</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {rows.map(({ code, station }) => (
            <Table.Tr key={code}>
              <Table.Th scope="row" fw={400}>{labelOf(code)}</Table.Th>
              <Table.Td>
                <NativeSelect
                  size="xs"
                  aria-label={labelOf(code)}
                  value={station}
                  data={[...(station === '' ? [{ value: '', label: formatMessage({ id: 'matters.settings.nobody' }) }] : []), ...stationCodes.map((value) => ({ value, label: formatMessage({ id: `matters.unit.${value}` }) }))]}
                  onChange={(event) => {
                    const chosen = stationCodes.find((one) => one === event.currentTarget.value);
                    if (chosen) save.mutate({ code, station: chosen });
                  }}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
