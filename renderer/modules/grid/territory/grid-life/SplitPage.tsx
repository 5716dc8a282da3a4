import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconArrowsSplit, IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { GridPlace } from '#shared/modules/grid/territory/grid-life/grid-life.schema.ts';
import type { Grid } from '#shared/modules/grid/territory/grid.schema.ts';
import { gridPlace } from '../../places.ts';
import { useRecordId } from '../../register/use-record-id.ts';
import classes from './grid-life.module.css';
import { dealt, figuresOf, shareOf, withoutShare, type Deal, type Figures, type Part } from './split-state.ts';
import { SplitPlaces } from './SplitPlaces.tsx';

const MOST_PARTS = 9;
const NO_PART: Part = { name: '', responsibleId: null };

/** Cuts a grid: left the parts and the decision, right every place and where it goes. */
export default function SplitPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const grid = useQuery(api.grid.getGrid({ id }));
  const places = useQuery(api.grid.listGridPlaces({ id }));
  if (grid.data && places.data) return <SplitSheet key={id} grid={grid.data} places={places.data} />;
  return <Page title={formatMessage({ id: 'grid-life.split' })}><ErrorNote error={grid.error ?? places.error} onRetry={() => void places.refetch()} /></Page>;
}

function SplitSheet({ grid, places }: { readonly grid: Grid; readonly places: readonly GridPlace[] }) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const [parts, setParts] = useState<readonly Part[]>([NO_PART]);
  const [deal, setDeal] = useState<Deal>({});
  const [on, setOn] = useState<string | null>(localToday());
  const [reason, setReason] = useState('');
  const split = useMutation(api.grid.splitGrid());
  const rules = useQuery(api.settings.getSettings({}));
  const stays = figuresOf(places, deal, 0);
  const nameOf = (part: Part, at: number): string => part.name.trim() || formatMessage({ id: 'grid-life.part' }, { no: at + 1 });
  const keysOf = (share: number): string[] => places.filter(({ key }) => shareOf(deal, key) === share).map(({ key }) => key);
  const figures = parts.map((_part, at) => figuresOf(places, deal, at + 1));
  const isReady = on !== null && reason.trim().length >= 2 && parts.every(({ name }) => name.trim().length >= 2) && figures.every(({ places: count }) => count > 0) && (stays.places > 0 || parts.length > 1);
  const put = (at: number, part: Part) => setParts(parts.map((old, index) => (index === at ? part : old)));
  const run = () => {
    if (on === null) return;
    const input = { id: grid.id, version: grid.version, on, reason: reason.trim(), stays: keysOf(0), parts: parts.map((part, at) => ({ name: part.name.trim(), type: grid.type, nature: grid.nature, code: '', responsibleId: part.responsibleId, places: keysOf(at + 1) })) };
    split.mutate(input, { onSuccess: () => goTo(gridPlace(grid.id)) });
  };
  return (
    <Page wide title={formatMessage({ id: 'grid-life.split-title' }, { name: grid.name })} actions={<Button size="xs" variant="default" onClick={() => goTo(gridPlace(grid.id))}><FormattedMessage id="common.cancel" /></Button>}>
      <div className={classes['split']}>
        <Stack className={classes['pane']} gap="sm">
          <Share title={grid.name} figures={stays} rules={rules.data ?? null}>
            {stays.places === 0 && <Text size="sm"><FormattedMessage id="grid-life.split-ends" values={{ name: grid.name }} /></Text>}
          </Share>
          {parts.map((part, at) => (
            <Share key={at} title={formatMessage({ id: 'grid-life.part' }, { no: at + 1 })} figures={figures[at] ?? stays} rules={rules.data ?? null} onRemove={parts.length > 1 ? () => { setParts(parts.filter((_part, index) => index !== at)); setDeal(withoutShare(deal, at + 1)); } : null}>
              <PartFields part={part} onChange={(next) => put(at, next)} />
            </Share>
          ))}
          {parts.length < MOST_PARTS && <Button size="xs" variant="default" style={{ alignSelf: 'start' }} leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setParts([...parts, NO_PART])}><FormattedMessage id="grid-life.part-new" /></Button>}
          <DayInput label={formatMessage({ id: 'grid-life.field.happenedOn' })} required maxDate={localToday()} value={on} onChange={setOn} />
          <Textarea label={formatMessage({ id: 'common.reason' })} required autosize minRows={2} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <ErrorNote error={split.error} />
          <Text size="sm" c="dimmed"><FormattedMessage id="grid-life.split-consequence" /></Text>
          <Button leftSection={<IconArrowsSplit size={16} aria-hidden />} disabled={!isReady} loading={split.isPending} onClick={run}><FormattedMessage id="grid-life.split" /></Button>
        </Stack>
        <div className={classes['pane']} tabIndex={0} role="region" aria-label={formatMessage({ id: 'grid-life.places' })}>
          <SplitPlaces places={places} deal={deal} shares={[formatMessage({ id: 'grid-life.stays-in' }, { name: grid.name }), ...parts.map(nameOf)]} onDeal={(some, share) => setDeal(dealt(deal, some, share))} />
        </div>
      </div>
    </Page>
  );
}

type Rules = { readonly gridHouseholdsMin: number; readonly gridHouseholdsMax: number };
type ShareProps = { readonly title: string; readonly figures: Figures; readonly rules: Rules | null; readonly onRemove?: (() => void) | null; readonly children: ReactNode };

/** What a share would hold, and whether that keeps the size the station set. */
function Share({ title, figures: { dwellings, households, persons }, rules, onRemove = null, children }: ShareProps) {
  const { formatMessage, formatNumber } = useIntl();
  const isOdd = rules !== null && households > 0 && (households < rules.gridHouseholdsMin || households > rules.gridHouseholdsMax);
  return (
    <Stack component="section" gap={6} className={classes['part']} aria-label={title}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>{title}</Text>
        {onRemove && <Button size="compact-xs" variant="subtle" leftSection={<IconX size={14} aria-hidden />} onClick={onRemove}><FormattedMessage id="grid-life.part-remove" /></Button>}
      </Group>
      <Text size="sm" role="status"><FormattedMessage id="grid-life.share" values={{ dwellings: formatNumber(dwellings), households: formatNumber(households), persons: formatNumber(persons) }} /></Text>
      {isOdd && <Text size="sm" c="dimmed">{formatMessage({ id: 'grid-life.share-odd' }, { least: rules.gridHouseholdsMin, most: rules.gridHouseholdsMax })}</Text>}
      {children}
    </Stack>
  );
}

function PartFields({ part, onChange }: { readonly part: Part; readonly onChange: (part: Part) => void }) {
  const { formatMessage } = useIntl();
  const members = useQuery(api.staff.listGridMembers({ limit: 500 }));
  const people = (members.data?.rows ?? []).map(({ id, name, phone, isResponsible, gridName }) => ({ value: id, label: [name, phone, isResponsible ? gridName : ''].filter(Boolean).join(' · ') }));
  return (
    <>
      <TextInput size="xs" label={formatMessage({ id: 'territory.field.name' })} required maxLength={50} value={part.name} onChange={(event) => onChange({ ...part, name: event.currentTarget.value })} />
      <Select size="xs" label={formatMessage({ id: 'territory.field.responsibleId' })} searchable clearable data={people} value={part.responsibleId} onChange={(responsibleId) => onChange({ ...part, responsibleId })} comboboxProps={{ transitionProps: { duration: 0 } }} />
    </>
  );
}
