import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { suggestionStates } from '#shared/modules/staff/suggestions/suggestion.schema.ts';

const YEARS = 5;
const ANSWERED = suggestionStates.filter((state) => state !== 'received');
const TAKEN_UP = ['taken-up', 'carried-out'];
const placeOf = (screen: string, filter: Readonly<Record<string, unknown>>): string => `${screen}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** A year of suggestions or of good practices in figures; each says what it counts and opens its rows. */
export function SuggestionFigures({ about }: { readonly about: 'suggestions' | 'practices' }) {
  const { formatMessage, formatNumber } = useIntl();
  const maySeeMatters = useMay()('matters.read');
  const now = Number(localToday().slice(0, 4));
  const [year, setYear] = useState(String(now));
  const period = { from: `${year}-01-01`, until: `${year}-12-31` };
  const { data, error, refetch } = useQuery(api.staff.summariseSuggestions(period));
  const share = (part: number, whole: number): string => (whole === 0 ? '—' : formatNumber(part / whole, { style: 'percent', maximumFractionDigits: 1 }));
  const suggestion = (id: 'put' | 'in-time' | 'taken-up' | 'carried-out', value: number | string, filter: Readonly<Record<string, unknown>>) => <Figure key={id} label={formatMessage({ id: `suggestion.figure.${id}` })} definition={formatMessage({ id: `suggestion.figure.${id}.definition` })} value={value} to={placeOf('/staff/suggestions', { ...period, ...filter })} />;
  const practice = (id: 'practices' | 'elsewhere' | 'model', value: number | string, to: string) => <Figure key={id} label={formatMessage({ id: `practice.figure.${id}` })} definition={formatMessage({ id: `practice.figure.${id}.definition` })} value={value} to={to} />;
  return (
    <Group gap="xl" pb="xs" align="flex-end" style={{ flex: 'none' }}>
      <Select size="xs" w={92} label={formatMessage({ id: 'suggestion.year' })} data={Array.from({ length: YEARS }, (_, at) => String(now - at))} value={year} allowDeselect={false} onChange={(chosen) => setYear(chosen ?? year)} comboboxProps={{ transitionProps: { duration: 0 } }} />
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data && about === 'suggestions' && [
        suggestion('put', data.put, {}),
        suggestion('in-time', share(data.inTime, data.answered), { states: ANSWERED, inTime: true }),
        suggestion('taken-up', share(data.takenUp, data.answered), { states: TAKEN_UP }),
        suggestion('carried-out', share(data.carriedOut, data.takenUp), { states: ['carried-out'] }),
      ]}
      {data && [
        practice('practices', data.practices, placeOf('/staff/practices', period)),
        practice('elsewhere', data.takenElsewhere, placeOf('/staff/practices', { ...period, elsewhere: true })),
        ...(maySeeMatters && data.settled !== null && data.models !== null ? [practice('model', share(data.models, data.settled), placeOf('/grid/matters', { life: 'ended', figure: 'settled', mark: 'model', endedFrom: period.from, endedUntil: period.until }))] : []),
      ]}
    </Group>
  );
}
