import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconBan, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { Attachments } from '#renderer/components/attachments/Attachments.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { LedgerTrailBar } from '#renderer/components/ledger/LedgerTrailBar.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { WaitStrip } from '#renderer/components/wait-strip/WaitStrip.tsx';
import type { AdmissionSheet } from '#shared/modules/grid/admission/admission.schema.ts';
import { bodyPlace } from '../places.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useRecordId } from '../register/use-record-id.ts';
import { listPlace } from '../typed/list-place.ts';
import { useFigures } from '../typed/use-figures.ts';
import { useAdmissionFacts, useAdmissionPaper } from './admission-paper.ts';
import { BurdenDrawer } from './BurdenDrawer.tsx';
import { EditAdmissionDrawer } from './AdmissionDrawer.tsx';
import { AdmissionMoves } from './AdmissionMoves.tsx';
import { AdmissionTrail } from './AdmissionTrail.tsx';
import { MoneySection } from './MoneySection.tsx';
import { useAdmissionSteps } from './admission-steps.ts';

const DAYS: ReadonlySet<string> = new Set(['startsOn', 'endsOn', 'moneyDueOn', 'appliedOn', 'decidedOn']);

/** One application: where it stands and how long, what was asked, its money, what was decided. */
export default function AdmissionPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getAdmission({ id }));
  if (data) return <Sheet key={data.id} admission={data} />;
  return <Page title={formatMessage({ id: 'admission.one' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function Sheet({ admission }: { readonly admission: AdmissionSheet }) {
  const { formatMessage } = useIntl();
  const may = useMay();
  const steps = useAdmissionSteps(admission);
  const factsOf = useAdmissionFacts();
  const paperOf = useAdmissionPaper();
  const { hours } = useFigures();
  const [isEditing, setEditing] = useState(false);
  const [isRecording, setRecording] = useState(false);
  const mayEdit = may('admission.edit') && (admission.state === 'draft' || admission.state === 'supplement');
  useDeskCommand(mayEdit ? { id: 'record.edit', title: 'common.edit', accelerator: 'F2', run: () => setEditing(true) } : null);
  const { minutes, records } = admission.burden;
  return (
    <Page
      title={`${admission.no} ${admission.title}`}
      figure={formatMessage({ id: `admission.state.${admission.state}` })}
      actions={
        <>
          <LedgerTrailBar list="grid.admissions" />
          <PrintButton paper={paperOf(admission)} />
          {mayEdit && <Button size="xs" variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}><FormattedMessage id="common.edit" /></Button>}
        </>
      }
    >
      <Stack gap="xl">
        <WaitStrip steps={steps} />
        {admission.state === 'rejected' && admission.rightOffice !== '' && <Alert icon={<IconBan size={18} aria-hidden />} title={formatMessage({ id: 'admission.not-ours' })} variant="light" color="gray"><FormattedMessage id="admission.right-office" values={{ office: admission.rightOffice }} /></Alert>}
        {may('admission.edit') && <AdmissionMoves admission={admission} />}
        <SheetSection title="admission.section.form">
          <Facts columns={2} facts={[{ id: 'bodyName', label: formatMessage({ id: 'admission.field.bodyName' }), value: <PlaceLink to={bodyPlace(admission.bodyId)} inherit>{admission.bodyName}</PlaceLink> }, ...factsOf(admission).map((fact) => (DAYS.has(fact.id) && fact.value !== '' ? { ...fact, value: <DayText day={fact.value} /> } : fact))]} />
          {admission.state === 'draft' && <Text size="sm" c="dimmed"><FormattedMessage id="admission.earliest" values={{ day: <DayText day={admission.earliestStart} /> }} /></Text>}
        </SheetSection>
        <SheetSection title="attachments.title"><Attachments owner={{ table: 'admission', id: admission.id }} mayEdit={may('admission.edit')} /></SheetSection>
        <MoneySection admission={admission} />
        <SheetSection title="admission.section.burden">
          <Group gap={4}>
            <Text size="sm"><FormattedMessage id="admission.burden" values={{ hours: hours(minutes), records }} /></Text>
            {records > 0 && <PlaceLink to={listPlace('/grid/burden', { bodyIds: [admission.bodyId], standings: ['admitted'], text: admission.title })} size="sm"><FormattedMessage id="admission.burden-rows" /></PlaceLink>}
          </Group>
          {may('admission.edit') && admission.state === 'admitted' && <Group gap="xs"><Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setRecording(true)}><FormattedMessage id="burden.new" /></Button></Group>}
        </SheetSection>
        <AdmissionTrail steps={admission.steps} />
        <SheetSection title="register.section.history"><History entity="admission" id={admission.id} version={admission.version} /></SheetSection>
      </Stack>
      {isRecording && <BurdenDrawer record={null} task={admission} onClosed={() => setRecording(false)} />}
      {isEditing && <EditAdmissionDrawer admission={admission} onClosed={() => setEditing(false)} />}
    </Page>
  );
}
