import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { LedgerTrailBar } from '#renderer/components/ledger/LedgerTrailBar.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { ProcessMapSheet } from '#shared/modules/grid/process/process.schema.ts';
import { useRecordId } from '../register/use-record-id.ts';
import { EnableMap, EndMap, RemoveMap, WithdrawMap } from './MapActs.tsx';
import { MapEvidence } from './MapEvidence.tsx';
import { MapState } from './MapState.tsx';
import { useProcessPaper } from './process-paper.ts';
import { unitsOf, useMapParts } from './process-words.ts';
import { EditProcessMapDrawer } from './ProcessMapDrawer.tsx';
import { StepsCompared } from './StepsCompared.tsx';

type Act = 'edit' | 'enable' | 'withdraw' | 'end' | 'remove';

/** One map: both ways side by side, what the simpler one saves, what the matters say, its editions. */
export default function ProcessMapPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getProcessMap({ id }));
  if (data) return <MapSheet key={data.id} sheet={data} />;
  return <Page title={formatMessage({ id: 'process-map.one' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function MapSheet({ sheet }: { readonly sheet: ProcessMapSheet }) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const paperOf = useProcessPaper();
  const copy = useMutation(api.grid.copyProcessMap());
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const { id, version, edition, steps } = sheet;
  const parts = useMapParts(useMemo(() => unitsOf(steps), [steps]));
  const startCopy = () => copy.mutate({ id, version }, { onSuccess: (next) => goTo(`/grid/process-maps/${next.id}`) });
  return (
    <Page
      title={sheet.title}
      figure={<>{formatMessage({ id: 'process-map.edition' }, { edition })} · <MapState map={sheet} /></>}
      actions={<><LedgerTrailBar list="grid.processMaps" /><PrintButton key={version} paper={paperOf(sheet)} /><MapActions sheet={sheet} isCopying={copy.isPending} onAct={setAct} onCopy={startCopy} /></>}
    >
      <Stack gap="xl">
        <ErrorNote error={copy.error} />
        <Stack gap="md">
          <SavedFigures sheet={sheet} />
          <MapFacts sheet={sheet} />
        </Stack>
        <SheetSection title="process-map.compare"><StepsCompared sheet={sheet} /></SheetSection>
        <SheetSection title="process-map.evidence"><MapEvidence sheet={sheet} /></SheetSection>
        {sheet.editions.length > 1 && <SheetSection title="process-map.editions"><Editions sheet={sheet} /></SheetSection>}
        <SheetSection title="register.section.history"><History entity="process_map" id={id} version={version} codeTables={{ kind: 'matter-kind' }} namedValues={{ state: 'process-map.kept' }} parts={parts} /></SheetSection>
      </Stack>
      {act === 'edit' && <EditProcessMapDrawer sheet={sheet} onClosed={close} />}
      {act === 'enable' && <EnableMap sheet={sheet} onClose={close} />}
      {act === 'withdraw' && <WithdrawMap sheet={sheet} onClose={close} />}
      {act === 'end' && <EndMap sheet={sheet} onClose={close} />}
      {act === 'remove' && <RemoveMap sheet={sheet} onClose={close} />}
    </Page>
  );
}

type MapActionsProps = { readonly sheet: ProcessMapSheet; readonly isCopying: boolean; readonly onAct: (act: Act) => void; readonly onCopy: () => void };

/** The next step filled: a draft comes into force, what is in force is followed by a next edition; what is announced only waits for its day. */
function MapActions({ sheet: { state, editions }, isCopying, onAct, onCopy }: MapActionsProps) {
  const mayEdit = useMay()('process.edit');
  if (!mayEdit) return null;
  if (state === 'draft') {
    return (
      <>
        <Button size="xs" variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => onAct('remove')}><FormattedMessage id="process-map.remove" /></Button>
        <Button size="xs" variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onAct('edit')}><FormattedMessage id="common.edit" /></Button>
        <Button size="xs" onClick={() => onAct('enable')}><FormattedMessage id="process-map.enable" /></Button>
      </>
    );
  }
  if (state === 'announced') return <Button size="xs" variant="default" onClick={() => onAct('withdraw')}><FormattedMessage id="process-map.withdraw" /></Button>;
  const hasNext = editions.some((one) => one.state === 'draft' || one.state === 'announced');
  return (
    <>
      {state === 'in-force' && <Button size="xs" variant="default" onClick={() => onAct('end')}><FormattedMessage id="process-map.end" /></Button>}
      {!hasNext && <Button size="xs" {...(state !== 'in-force' && { variant: 'default' })} loading={isCopying} onClick={onCopy}><FormattedMessage id="process-map.copy" /></Button>}
    </>
  );
}

function SavedFigures({ sheet: { before, after } }: { readonly sheet: ProcessMapSheet }) {
  const { formatMessage } = useIntl();
  return (
    <Group gap="xl">
      {(['steps', 'days', 'handOvers', 'documents'] as const).map((id) => <Figure key={id} label={formatMessage({ id: `process-map.saved.${id}` })} period={formatMessage({ id: 'process-map.saved.from-to' }, { before: before[id], after: after[id] })} value={before[id] - after[id]} definition={formatMessage({ id: `process-map.saved.${id}.about` })} />)}
    </Group>
  );
}

function MapFacts({ sheet: { kind, basis, state, inForceOn, endedOn, endReason, note } }: { readonly sheet: ProcessMapSheet }) {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('matter-kind');
  const fact = (id: 'kind' | 'basis' | 'inForceOn' | 'endedOn' | 'endReason' | 'note', value: string) => ({ id, label: formatMessage({ id: `process-map.field.${id}` }), value });
  const day = (id: 'inForceOn' | 'endedOn', value: string) => ({ ...fact(id, value), value: <DayText day={value} /> });
  return <Facts columns={2} facts={[fact('kind', labelOf(kind)), fact('basis', basis), ...(inForceOn === null ? [] : [day('inForceOn', inForceOn)]), ...(endedOn === null || state === 'in-force' ? [] : [day('endedOn', endedOn)]), ...(endReason === '' ? [] : [fact('endReason', endReason)]), ...(note === '' ? [] : [fact('note', note)])]} />;
}

function Editions({ sheet }: { readonly sheet: ProcessMapSheet }) {
  const { formatMessage } = useIntl();
  return (
    <Stack gap={4}>
      {sheet.editions.map(({ id, edition, state, inForceOn, endedOn }) => {
        const words = formatMessage({ id: 'process-map.edition' }, { edition });
        return (
          <Group key={id} gap="sm">
            {id === sheet.id ? <Text size="sm" fw={600}>{words}</Text> : <PlaceLink to={`/grid/process-maps/${id}`} size="sm">{words}</PlaceLink>}
            <Text size="sm"><MapState map={{ state, inForceOn, endedOn }} /></Text>
            {inForceOn !== null && state !== 'announced' && <Text size="sm" c="dimmed"><DayText day={inForceOn} />{endedOn !== null && <> – <DayText day={endedOn} /></>}</Text>}
          </Group>
        );
      })}
    </Stack>
  );
}
