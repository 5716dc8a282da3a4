import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { Attachments } from '#renderer/components/attachments/Attachments.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { LedgerTrailBar } from '#renderer/components/ledger/LedgerTrailBar.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { WaitStrip, type WaitStep } from '#renderer/components/wait-strip/WaitStrip.tsx';
import type { MatterSheet, MatterStep } from '#shared/modules/grid/matters/matter.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useRecordId } from '../register/use-record-id.ts';
import { EditMatterDrawer } from './intake/IntakeDrawer.tsx';
import { stateWords, unitWords } from './matter-words.ts';
import { MatterCard } from './MatterClock.tsx';
import { BesideSection } from './sheet/BesideSection.tsx';
import { FlagMenu } from './sheet/FlagMenu.tsx';
import { MatterFacts } from './sheet/MatterFacts.tsx';
import { PlaceSketch } from './sheet/PlaceSketch.tsx';
import { PrintEscalation, PrintSlip } from './sheet/MatterPapers.tsx';
import { MoveBar } from './sheet/MoveBar.tsx';
import { MovesTable } from './sheet/MovesTable.tsx';

const CODE_TABLES = { kind: 'matter-kind', channel: 'matter-channel', level: 'matter-level' };

const NAMED = { state: 'matters.state', card: 'matters.card', clock: 'matters.clock', station: 'matters.unit', scale: 'matters.scale' };

/** One matter: who has it and since when, what may be done now, what was done, what it is. */
export default function MatterPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getMatter({ id }));
  const refresh = useCallback(() => void refetch(), [refetch]);
  if (data) return <MatterSheetPage key={data.id} matter={data} onRefresh={refresh} />;
  return <Page title={formatMessage({ id: 'matters.one' })}><ErrorNote error={error} onRetry={refresh} /></Page>;
}

/** The way of a matter as the strip wants it. A step that is over counts as past its limit only, never as near it. */
function useSteps(steps: readonly MatterStep[]): readonly WaitStep[] {
  const intl = useIntl();
  return useMemo(
    () => steps.map(({ id, state, phase, unit, person, since, until, days, limit, clock }) => ({ id, label: stateWords(intl, state), state: phase, who: unit === null ? null : [unitWords(intl, unit), phase === 'now' ? person : ''].filter(Boolean).join(' · '), since, until, days, limit, clock })),
    [intl, steps],
  );
}

function MatterSheetPage({ matter, onRefresh }: { readonly matter: MatterSheet; readonly onRefresh: () => void }) {
  const mayEdit = useMay()('matters.edit');
  const steps = useSteps(matter.steps);
  const [isEditing, setEditing] = useState(false);
  useDeskCommand(matter.editable ? { id: 'record.edit', title: 'common.edit', accelerator: 'F2', run: () => setEditing(true) } : null);
  return (
    <Page
      title={matter.subject}
      figure={<Group gap="xs" component="span"><span>{matter.number}</span><MatterCard card={matter.card} /></Group>}
      actions={
        <>
          <LedgerTrailBar list="grid.matters" />
          {matter.number !== '' && <PrintSlip matter={matter} />}
          {matter.card !== 'none' && <PrintEscalation matter={matter} />}
          {matter.editable && <Button size="xs" variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}><FormattedMessage id="common.edit" /></Button>}
          {mayEdit && <FlagMenu matter={matter} />}
          {mayEdit && <MoveBar matter={matter} onRefresh={onRefresh} />}
        </>
      }
    >
      <Stack gap="xl">
        <WaitStrip steps={steps} />
        {matter.escalationDue && <Group gap="xs" c="var(--mantine-color-red-text)"><IconAlertTriangle size={16} aria-hidden /><Text size="sm"><FormattedMessage id="matters.escalation-due" /></Text></Group>}
        {matter.isEstimate && <Text size="sm" c="dimmed"><FormattedMessage id="matters.estimate-note" /></Text>}
        {matter.extension === 'asked' && <Text size="sm"><FormattedMessage id="matters.asked-days" values={{ days: matter.askedDays }} /></Text>}
        <MatterFacts matter={matter} />
        {matter.lngMicro !== null && matter.latMicro !== null && <SheetSection title="matters.on-map"><PlaceSketch point={{ lngMicro: matter.lngMicro, latMicro: matter.latMicro }} /></SheetSection>}
        <SheetSection title="matters.moves"><MovesTable moves={matter.moves} /></SheetSection>
        <BesideSection matter={matter} mayEdit={mayEdit} />
        <SheetSection title="matters.pictures"><Attachments owner={{ table: 'matter', id: matter.id }} mayEdit={mayEdit} /></SheetSection>
        <SheetSection title="register.section.history"><History entity="matter" id={matter.id} version={matter.version} codeTables={CODE_TABLES} namedValues={NAMED} /></SheetSection>
      </Stack>
      {isEditing && <EditMatterDrawer matter={matter} onClosed={() => setEditing(false)} />}
    </Page>
  );
}
