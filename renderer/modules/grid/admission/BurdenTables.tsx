import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { FigureTable } from '#renderer/components/charts/FigureTable.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { Period } from '#shared/modules/grid/admission/burden.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { listPlace } from '../typed/list-place.ts';
import { PeriodChoice, thisYear } from '../typed/PeriodChoice.tsx';
import { useFigures } from '../typed/use-figures.ts';

/** What each department pushed down without admission: counted for the two-way assessment. */
export function PushedTasks({ period }: { readonly period: Period }) {
  const { formatMessage } = useIntl();
  const { data = [], error } = useQuery(api.grid.summarisePushedTasks(period));
  return (
    <SheetSection title="burden-report.pushed">
      <ErrorNote error={error} />
      <FigureTable
        caption={formatMessage({ id: 'burden-report.pushed-caption' })}
        rowHead={formatMessage({ id: 'burden_record.field.bodyName' })}
        columns={[formatMessage({ id: 'burden-report.refused' }), formatMessage({ id: 'burden-report.done-anyway' })]}
        rows={data.map(({ bodyId, bodyName, refused, doneAnyway }) => ({ id: bodyId, name: bodyName, cells: [{ id: 'refused', count: refused, to: listPlace('/grid/refusals', { ...period, bodyIds: [bodyId] }) }, { id: 'done', count: doneAnyway, to: listPlace('/grid/burden', { ...period, bodyIds: [bodyId], standings: ['not-admitted'] }) }] }))}
      />
    </SheetSection>
  );
}

const yearBefore = ({ from, until }: Period): Period => ({ from: addDays(from, -365), until: addDays(until, -365) });

/** Two periods side by side, by the working day, so that relief can be seen. */
export function BeforeAfter() {
  const { formatMessage } = useIntl();
  const { hours } = useFigures();
  const [after, setAfter] = useState<Period>(thisYear);
  const [before, setBefore] = useState<Period>(() => yearBefore(thisYear()));
  const { data, error } = useQuery(api.grid.compareBurden({ before, after }));
  const perDay = (value: number, days: number): number => (days === 0 ? 0 : Math.round((value / days) * 10) / 10);
  const row = (id: 'hours' | 'forms' | 'records', one: number, other: number) => ({ id, name: formatMessage({ id: `burden-report.${id}` }), cells: [{ id: 'before', count: one, to: listPlace('/grid/burden', before) }, { id: 'after', count: other, to: listPlace('/grid/burden', after) }] });
  return (
    <SheetSection title="burden-report.before-after">
      <Group gap="xl" align="flex-end">
        <Stack gap={4}><Text size="sm" fw={600}><FormattedMessage id="burden-report.before" /></Text><PeriodChoice period={before} onChange={setBefore} /></Stack>
        <Stack gap={4}><Text size="sm" fw={600}><FormattedMessage id="burden-report.after" /></Text><PeriodChoice period={after} onChange={setAfter} /></Stack>
      </Group>
      <ErrorNote error={error} />
      {data && (
        <>
          <FigureTable
            caption={formatMessage({ id: 'burden-report.compared' })}
            rowHead=""
            columns={[formatMessage({ id: 'burden-report.before' }), formatMessage({ id: 'burden-report.after' })]}
            hasSum={false}
            rows={[row('hours', Math.round(data.before.minutes / 60), Math.round(data.after.minutes / 60)), row('forms', data.before.forms, data.after.forms), row('records', data.before.records, data.after.records)]}
          />
          <Text size="sm"><FormattedMessage id="burden-report.per-day" values={{ before: hours(perDay(data.before.minutes, data.before.workingDays)), after: hours(perDay(data.after.minutes, data.after.workingDays)) }} /></Text>
        </>
      )}
    </SheetSection>
  );
}
