import { Alert, Select, SimpleGrid, Stack, Tabs, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Figures } from '#shared/modules/budget/figures/figures.contract.ts';
import { usePercent, useYuan } from '../parts/yuan.ts';
import { ExecutionCharts } from './ExecutionCharts.tsx';
import { ForecastChart } from './ForecastChart.tsx';
import { WaysCharts } from './WaysCharts.tsx';

/** What the money did: execution, mix and dependence, where requests die, and whether the cash lasts. */
export default function FiguresPage() {
  const { formatMessage } = useIntl();
  const { data: years } = useQuery(api.budget.listYears({}));
  const [year, setYear] = useState(Number(localToday().slice(0, 4)));
  const isKnown = years?.some((one) => one.year === year) === true;
  return (
    <Page title={formatMessage({ id: 'budget.figures' })} actions={<Select size="xs" w={110} aria-label={formatMessage({ id: 'budget.field.year' })} allowDeselect={false} data={(years ?? []).map((one) => String(one.year))} value={String(year)} onChange={(value) => value !== null && setYear(Number(value))} comboboxProps={{ transitionProps: { duration: 0 } }} />}>
      <Stack gap="md">
        <Alarms />
        {years !== undefined && !isKnown && <Text><FormattedMessage id="budget.year.none" values={{ year: String(year) }} /></Text>}
        {isKnown && <YearFigures key={year} year={year} />}
      </Stack>
    </Page>
  );
}

function Alarms() {
  const { formatMessage } = useIntl();
  const { data } = useQuery(api.budget.listAlarms({}));
  if (!data || data.length === 0) return null;
  return (
    <Stack gap={4} component="section" aria-label={formatMessage({ id: 'budget.alarms' })}>
      {data.map(({ kind, severity, params, to }, at) => (
        <Alert key={`${kind} ${at}`} py={6} color={severity === 'red' ? 'red' : 'yellow'} variant="light" icon={<IconAlertTriangle size={16} aria-label={formatMessage({ id: `budget.alarm.${severity}` })} />}>
          <PlaceLink to={to} c="var(--mantine-color-text)">{formatMessage({ id: messageId(`budget.alarm.${kind}`) }, { ...params, ...(params['year'] !== undefined && { year: String(params['year']) }) })}</PlaceLink>
        </Alert>
      ))}
    </Stack>
  );
}

function YearFigures({ year }: { readonly year: number }) {
  const figures = useQuery(api.budget.summariseYear({ year }));
  return (
    <Stack gap="md">
      <QueryState query={figures}>{(data) => <Heads figures={data} year={year} />}</QueryState>
      <Tabs defaultValue="execution" keepMounted={false}>
        <Tabs.List>
          {(['execution', 'ways', 'forecast'] as const).map((tab) => <Tabs.Tab key={tab} value={tab}><FormattedMessage id={`budget.figures.${tab}`} /></Tabs.Tab>)}
        </Tabs.List>
        <Tabs.Panel value="execution" pt="md">{figures.data && <ExecutionCharts figures={figures.data} year={year} />}</Tabs.Panel>
        <Tabs.Panel value="ways" pt="md"><WaysCharts year={year} /></Tabs.Panel>
        <Tabs.Panel value="forecast" pt="md"><ForecastChart year={year} /></Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Heads({ figures, year }: { readonly figures: Figures; readonly year: number }) {
  const { formatMessage, formatNumber } = useIntl();
  const yuan = useYuan();
  const percent = usePercent();
  const budget = figures.bySource.reduce((sum, { budgetFen }) => sum + budgetFen, 0);
  const spent = figures.bySource.reduce((sum, { spentFen }) => sum + spentFen, 0);
  const say = (id: string, what: 'label' | 'definition') => formatMessage({ id: messageId(`budget.figure.${id}.${what}`) });
  const shown = (id: string, value: string, to?: string, more = '') => <Figure key={id} value={value} period={String(year)} label={say(id, 'label')} definition={[more, say(id, 'definition')].filter(Boolean).join(' · ')} {...(to !== undefined && { to })} />;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm">
      {shown('budget', yuan(budget), `/budget/year?year=${year}`)}
      {shown('spent', yuan(spent), `/budget/entries?f=${encodeURIComponent(JSON.stringify({ year, kinds: ['spent', 'unspent'] }))}`)}
      {shown('rate', percent(budget <= 0 ? null : Math.round((spent * 1000) / budget)))}
      {shown('dependence', percent(figures.dependencePermille), '/budget/sources')}
      {shown('goods', yuan(figures.goodsFen))}
      {shown('volunteers', yuan(figures.volunteerFen), `/budget/efforts?f=${encodeURIComponent(JSON.stringify({ year }))}`, formatMessage({ id: 'budget.hours' }, { hours: formatNumber(figures.volunteerMinutes / 60, { maximumFractionDigits: 0 }) }))}
    </SimpleGrid>
  );
}
