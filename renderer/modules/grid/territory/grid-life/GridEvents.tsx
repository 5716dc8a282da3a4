import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { PaperPreview } from '#renderer/components/paper/PaperPreview.tsx';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import type { GridEvent } from '#shared/modules/grid/territory/grid-life/grid-life.schema.ts';
import { gridPlace } from '../../places.ts';
import classes from './grid-life.module.css';
import { useHandOverPaper } from './hand-over-paper.ts';
import { useEventWords } from './use-event-words.ts';

/** What happened to a grid, the newest first; each with its hand-over sheet, the last splits and merges can be taken back. */
export function GridEvents({ gridId }: { readonly gridId: string }) {
  const { data, error, refetch } = useQuery(api.grid.listGridEvents({ gridId }));
  const paperOf = useHandOverPaper();
  const [printed, setPrinted] = useState<GridEvent | null>(null);
  const [undone, setUndone] = useState<GridEvent | null>(null);
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="grid-life.events-empty" /></Text>;
  return (
    <>
      <ol className={classes['events']}>
        {data.map((event) => <EventLine key={event.id} event={event} gridId={gridId} onPrint={() => setPrinted(event)} onUndo={() => setUndone(event)} />)}
      </ol>
      {printed && <PaperPreview paper={paperOf(printed)} onClose={() => setPrinted(null)} />}
      {undone && <UndoEvent event={undone} onClose={() => setUndone(null)} />}
    </>
  );
}

type EventLineProps = { readonly event: GridEvent; readonly gridId: string; readonly onPrint: () => void; readonly onUndo: () => void };

function EventLine({ event, gridId, onPrint, onUndo }: EventLineProps) {
  const eventWords = useEventWords();
  const mayReshape = useMay()('grid-life.reshape');
  const others = [...event.gives, ...event.takes].filter((party, at, all) => party.gridId !== gridId && all.findIndex((one) => one.gridId === party.gridId) === at);
  return (
    <li className={classes['event']} data-undone={event.undoneAt !== null || undefined}>
      <Text size="sm" className={classes['day']}><DayText day={event.happenedOn} /></Text>
      <Stack gap={2}>
        <Text size="sm" fw={600}>{eventWords(event)}</Text>
        {event.reason !== '' && <Text size="sm" c="dimmed">{event.reason}</Text>}
        {event.undoneAt !== null && <Text size="sm"><FormattedMessage id="grid-life.undone" values={{ at: <InstantText at={event.undoneAt} />, reason: event.undoneReason }} /></Text>}
        {others.length > 0 && <Group gap="sm">{others.map(({ gridId: id, name, code }) => <PlaceLink key={id} to={gridPlace(id)} size="sm">{name} {code}</PlaceLink>)}</Group>}
      </Stack>
      <Group gap="xs" wrap="nowrap">
        <Button size="compact-xs" variant="default" leftSection={<IconPrinter size={14} aria-hidden />} onClick={onPrint}><FormattedMessage id="grid-life.hand-over" /></Button>
        {mayReshape && event.undoableUntil !== null && <Button size="compact-xs" variant="default" leftSection={<IconArrowBackUp size={14} aria-hidden />} onClick={onUndo}><FormattedMessage id="grid-life.undo" /></Button>}
      </Group>
    </li>
  );
}

function UndoEvent({ event, onClose }: { readonly event: GridEvent; readonly onClose: () => void }) {
  const { formatMessage, formatNumber } = useIntl();
  const eventWords = useEventWords();
  const undo = useMutation(api.grid.undoGridEvent());
  const persons = event.takes.reduce((sum, taking) => sum + taking.persons, 0);
  return (
    <ReasonDialog
      title={formatMessage({ id: 'grid-life.undo-title' })}
      consequence={formatMessage({ id: 'grid-life.undo-consequence' }, { what: eventWords(event), persons: formatNumber(persons) })}
      confirmLabel={formatMessage({ id: 'grid-life.undo' })}
      pending={undo.isPending}
      error={undo.error}
      onConfirm={(reason) => undo.mutate({ id: event.id, version: event.version, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
