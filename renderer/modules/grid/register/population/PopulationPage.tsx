import { Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { PersonFilter } from '#shared/modules/grid/register/person.schema.ts';
import type { PopulationRow } from '#shared/modules/grid/register/population/population.contract.ts';
import { ageColumns, bornBy, populationFigures, populationTotal, type PopulationFigure } from '#shared/modules/grid/register/population/population.rules.ts';
import { personsPlace } from '../../places.ts';
import classes from './population.module.css';
import { SaveSummary } from './SaveSummary.tsx';

const aged = (today: string, [from, until]: readonly [number, number | null]): Partial<PersonFilter> => ({ bornUntil: bornBy(today, from), ...(until !== null && { bornFrom: dayAfter(bornBy(today, until + 1)) }) });

/** The conditions of the list behind each figure that one list can show exactly. */
const FILTERS: Partial<Record<PopulationFigure, (today: string) => Partial<PersonFilter>>> = {
  persons: () => ({}),
  male: () => ({ sexes: ['1'] }),
  female: () => ({ sexes: ['2'] }),
  registered: () => ({ categories: ['registered'] }),
  floating: () => ({ categories: ['floating'] }),
  leftBehind: () => ({ categories: ['left-behind'] }),
  overseas: () => ({ categories: ['overseas'] }),
  noHukou: () => ({ categories: ['no-hukou'] }),
  upTo3: (today) => aged(today, ageColumns.upTo3),
  upTo18: (today) => aged(today, ageColumns.upTo18),
  upTo59: (today) => aged(today, ageColumns.upTo59),
  from60: (today) => aged(today, ageColumns.from60),
  upTo59Female: (today) => ({ ...aged(today, ageColumns.upTo59Female), sexes: ['2'] }),
};

function dayAfter(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
}

/** The population summary that is handed in every year, and its changes every month; filled from the register alone. */
export default function PopulationPage() {
  const { formatMessage, formatNumber } = useIntl();
  const today = localToday();
  const [on, setOn] = useState(today);
  const { data, error, refetch } = useQuery(api.grid.summarisePopulation({ on }));
  const title = formatMessage({ id: 'population.title' });
  const label = (figure: PopulationFigure): string => formatMessage({ id: `population.figure.${figure}` });
  const nameOf = ({ gridId, gridName }: PopulationRow): string => (gridId === null ? formatMessage({ id: 'charts.without-grid' }) : gridName);
  const sum = formatMessage({ id: 'count.total' });
  const lines = data && [...data.map((row) => ({ name: nameOf(row), figures: row.figures })), { name: sum, figures: populationTotal(data) }];
  return (
    <Page
      wide
      title={title}
      actions={
        <>
          <DayInput size="xs" w={150} clearable={false} aria-label={formatMessage({ id: 'population.on' })} value={on} maxDate={today} onChange={(day) => day !== null && setOn(day)} />
          {lines && <SaveSummary on={on} label={label} />}
          {lines && (
            <PrintButton
              paper={{
                title: `${title} ${on}`, entity: 'grid.population', entityId: on, rows: lines.length, asksReason: false, startsLandscape: true,
                blocks: [
                  { kind: 'table', heading: '', columns: [{ title: formatMessage({ id: 'charts.grid' }), width: 4 }, ...populationFigures.map((figure) => ({ title: label(figure), width: 1.9, figures: true }))], rows: lines.map(({ name, figures }) => [name, ...populationFigures.map((figure) => formatNumber(figures[figure]))]) },
                  { kind: 'text', heading: '', lines: [formatMessage({ id: 'population.about' }, { on }), formatMessage({ id: 'population.sign' })] },
                ],
              }}
            />
          )}
        </>
      }
    >
      <Stack gap="sm" className={classes['page']}>
        <ErrorNote error={error} onRetry={() => void refetch()} />
        <Text size="sm" c="dimmed"><FormattedMessage id="population.about" values={{ on }} /></Text>
        {data && (
          <div className={classes['scroll']} role="region" aria-label={title} tabIndex={0}>
            <Table verticalSpacing={6} horizontalSpacing="xs" stickyHeader>
              <Table.Thead><Table.Tr><Table.Th scope="col">{formatMessage({ id: 'charts.grid' })}</Table.Th>{populationFigures.map((figure) => <Table.Th key={figure} scope="col" className={classes['number']}>{label(figure)}</Table.Th>)}</Table.Tr></Table.Thead>
              <Table.Tbody>
                {data.map((row) => (
                  <Table.Tr key={row.gridId ?? 'none'}>
                    <Table.Th scope="row" fw={400} style={{ whiteSpace: 'nowrap' }}>{nameOf(row)}</Table.Th>
                    {populationFigures.map((figure) => <Table.Td key={figure} className={classes['number']}><Opened row={row} figure={figure} today={on === today ? today : null} /></Table.Td>)}
                  </Table.Tr>
                ))}
              </Table.Tbody>
              <Table.Tfoot><Table.Tr><Table.Th scope="row">{sum}</Table.Th>{populationFigures.map((figure) => <Table.Td key={figure} fw={600} className={classes['number']}>{formatNumber(populationTotal(data)[figure])}</Table.Td>)}</Table.Tr></Table.Tfoot>
            </Table>
          </div>
        )}
      </Stack>
    </Page>
  );
}

/** A figure that opens its people; the register of an earlier day has no list. */
function Opened({ row, figure, today }: { readonly row: PopulationRow; readonly figure: PopulationFigure; readonly today: string | null }) {
  const { formatNumber } = useIntl();
  const filter = today === null ? null : (FILTERS[figure]?.(today) ?? null);
  const text = formatNumber(row.figures[figure]);
  if (filter === null || row.figures[figure] === 0) return text;
  return <PlaceLink to={personsPlace({ ...filter, ...(row.gridId === null ? { withoutGrid: true } : { gridIds: [row.gridId] }) })} inherit>{text}</PlaceLink>;
}
