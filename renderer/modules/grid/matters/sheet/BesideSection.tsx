import { Button, Group, Modal, MultiSelect, Stack, Text } from '@mantine/core';
import { IconCheck, IconSend } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import type { MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { matterPlace, unitKey, unitOf, unitWords } from '../matter-words.ts';

/** Who handles it jointly, who must read it, which matters were merged into it, and what it cost or brought the units. */
export function BesideSection({ matter, mayEdit }: { readonly matter: MatterSheet; readonly mayEdit: boolean }) {
  const intl = useIntl();
  const [isCopying, setCopying] = useState(false);
  const read = useMutation(api.grid.confirmCopyRead());
  return (
    <SheetSection title="matters.beside">
      <ErrorNote error={read.error} />
      {matter.beside.map((one) => (
        <Group key={one.id} gap="xs">
          <Text size="sm" fw={600}>{intl.formatMessage({ id: `matters.role.${one.role}` })}</Text>
          <Text size="sm">{unitWords(intl, one.unit)}</Text>
          {one.role === 'copy' && one.readAt !== null && <Text size="sm" c="dimmed"><FormattedMessage id="matters.read-at" values={{ by: one.readBy, time: <InstantText at={one.readAt} /> }} /></Text>}
          {one.role === 'copy' && one.readAt === null && <Text size="sm" c="dimmed"><FormattedMessage id="matters.unread" /></Text>}
          {one.role === 'copy' && one.readAt === null && mayEdit && <Button size="compact-xs" variant="default" leftSection={<IconCheck size={14} aria-hidden />} loading={read.isPending} onClick={() => read.mutate({ id: one.id, version: one.version })}><FormattedMessage id="matters.confirm-read" /></Button>}
        </Group>
      ))}
      {matter.merged.map((one) => <Group key={one.id} gap="xs"><Text size="sm" fw={600}><FormattedMessage id="matters.merged-in" /></Text><PlaceLink to={matterPlace(one.id)} size="sm">{one.number}</PlaceLink><Text size="sm">{one.subject}</Text></Group>)}
      {matter.marks.map((one) => <Group key={one.id} gap="xs"><Text size="sm" fw={600}><FormattedMessage id="matters.mark-of" values={{ unit: unitWords(intl, one.unit) }} /></Text><Text size="sm">{intl.formatMessage({ id: `matters.mark.${one.kind}` })}</Text><Text size="sm" c="dimmed"><DayText day={one.markedOn} /></Text>{one.points !== 0 && <Text size="sm">{intl.formatNumber(one.points, { signDisplay: 'exceptZero' })}</Text>}</Group>)}
      {matter.beside.length + matter.merged.length + matter.marks.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="matters.beside-none" /></Text>}
      {mayEdit && matter.state !== 'draft' && <Button size="xs" variant="default" style={{ alignSelf: 'start' }} leftSection={<IconSend size={16} aria-hidden />} onClick={() => setCopying(true)}><FormattedMessage id="matters.copy" /></Button>}
      {isCopying && <CopyDialog matter={matter} onClose={() => setCopying(false)} />}
    </SheetSection>
  );
}

function CopyDialog({ matter, onClose }: { readonly matter: MatterSheet; readonly onClose: () => void }) {
  const intl = useIntl();
  const { formatMessage } = intl;
  const { data = [] } = useQuery(api.grid.listMatterUnits({}));
  const [units, setUnits] = useState<string[]>([]);
  const copy = useMutation(api.grid.copyMatter());
  const run = () => copy.mutate({ id: matter.id, version: matter.version, units: units.flatMap((key) => unitOf(key) ?? []) }, { onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={formatMessage({ id: 'matters.copy' })} centered withCloseButton={false} transitionProps={{ duration: 100 }}>
      <Stack gap="md">
        <Text size="sm"><FormattedMessage id="matters.copy-consequence" /></Text>
        <ErrorNote error={copy.error} />
        <MultiSelect label={formatMessage({ id: 'matters.copy-to' })} data-autofocus searchable value={units} onChange={setUnits} data={data.map((unit) => ({ value: unitKey(unit), label: unitWords(intl, unit) }))} comboboxProps={{ transitionProps: { duration: 0 } }} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}><FormattedMessage id="common.cancel" /></Button>
          <Button disabled={units.length === 0} loading={copy.isPending} onClick={run}><FormattedMessage id="matters.copy" /></Button>
        </Group>
      </Stack>
    </Modal>
  );
}
