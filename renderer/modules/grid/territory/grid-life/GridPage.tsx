import { Button, Stack, Text } from '@mantine/core';
import { IconArchive, IconArrowBackUp, IconArrowMerge, IconArrowsSplit, IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { LedgerTrailBar } from '#renderer/components/ledger/LedgerTrailBar.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { bodyFilterSchema } from '#shared/modules/grid/territory/bodies/body.schema.ts';
import type { Grid } from '#shared/modules/grid/territory/grid.schema.ts';
import { bodyPlace, gridPlace } from '../../places.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useRecordId } from '../../register/use-record-id.ts';
import { CloseGrid } from '../CloseGrid.tsx';
import { EditGridDrawer } from '../GridDrawer.tsx';
import { GridFacts } from '../GridFacts.tsx';
import { BoardSection } from '../notice-board/BoardSection.tsx';
import { GridEvents } from './GridEvents.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { TeamCard } from './TeamCard.tsx';

/** One grid's sheet: where it lies, who answers for it, its card, what happened to it. */
export default function GridPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getGrid({ id }));
  if (data) return <GridSheet key={data.id} grid={data} />;
  return <Page title={formatMessage({ id: 'territory.grid' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

type Open = 'edit' | 'close' | 'merge';

function GridSheet({ grid }: { readonly grid: Grid }) {
  const { formatMessage, formatNumber } = useIntl();
  const may = useMay();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const isActive = grid.status === 'active';
  useDeskCommand(may('territory.edit') ? { id: 'record.edit', title: 'common.edit', accelerator: 'F2', run: () => setOpen('edit') } : null);
  return (
    <Page
      title={grid.name}
      figure={isActive ? formatMessage({ id: 'grid-life.figure' }, { households: formatNumber(grid.households), persons: formatNumber(grid.persons) }) : formatMessage({ id: `territory.grid-ending.${grid.ending || 'closed'}` })}
      actions={<><LedgerTrailBar list="grid.grids" /><GridActions grid={grid} onOpen={setOpen} /></>}
    >
      <Stack gap="xl">
        <GridFacts grid={grid} columns={2} />
        <SheetSection title="grid-life.card"><TeamCard gridId={grid.id} mayEdit={may('grid-life.team') && isActive} /></SheetSection>
        <GridBodies gridId={grid.id} />
        {isActive && may('notice-board.read') && <BoardSection gridId={grid.id} />}
        <SheetSection title="grid-life.events"><GridEvents gridId={grid.id} /></SheetSection>
        <SheetSection title="register.section.history"><History entity="grid" id={grid.id} version={grid.version} /></SheetSection>
      </Stack>
      {open === 'edit' && <EditGridDrawer grid={grid} onClosed={close} />}
      {open === 'close' && <CloseGrid grid={grid} onClose={close} />}
      {open === 'merge' && <MergeDialog grid={grid} onClose={close} />}
    </Page>
  );
}

function GridActions({ grid, onOpen }: { readonly grid: Grid; readonly onOpen: (open: Open) => void }) {
  const may = useMay();
  const goTo = useGoTo();
  const reopen = useMutation(api.grid.reopenGrid());
  const isActive = grid.status === 'active';
  return (
    <>
      <ErrorNote error={reopen.error} />
      {isActive && may('grid-life.reshape') && (
        <>
          <Button size="xs" variant="default" leftSection={<IconArrowsSplit size={16} aria-hidden />} onClick={() => goTo(`${gridPlace(grid.id)}/split`)}><FormattedMessage id="grid-life.split-ask" /></Button>
          <Button size="xs" variant="default" leftSection={<IconArrowMerge size={16} aria-hidden />} onClick={() => onOpen('merge')}><FormattedMessage id="grid-life.merge-ask" /></Button>
        </>
      )}
      {may('territory.edit') && (
        <>
          {isActive && <Button size="xs" variant="default" leftSection={<IconArchive size={16} aria-hidden />} onClick={() => onOpen('close')}><FormattedMessage id="territory.close-ask" /></Button>}
          {grid.ending === 'closed' && <Button size="xs" variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => reopen.mutate({ id: grid.id, version: grid.version })}><FormattedMessage id="territory.reopen" /></Button>}
          {isActive && <Button size="xs" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onOpen('edit')}><FormattedMessage id="common.edit" /></Button>}
        </>
      )}
    </>
  );
}

/** Organisations tied to the grid. */
function GridBodies({ gridId }: { readonly gridId: string }) {
  const { formatMessage } = useIntl();
  const { data = [] } = useQuery(api.grid.listBodies({ filter: bodyFilterSchema.parse({ gridIds: [gridId] }), limit: 100 }));
  return (
    <SheetSection title="bodies.title">
      {data.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="bodies.none-of-grid" /></Text>}
      {data.map((body) => (
        <Text key={body.id} size="sm"><PlaceLink to={bodyPlace(body.id)} inherit underline="always">{body.name}</PlaceLink> · {[formatMessage({ id: `bodies.kind.${body.kind}` }), body.duty, body.contact, body.contactPhone].filter(Boolean).join(' · ')}</Text>
      ))}
    </SheetSection>
  );
}
