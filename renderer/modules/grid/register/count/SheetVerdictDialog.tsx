import { Button, Checkbox, Group, List, Modal, Stack, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { TaskProgress } from '#renderer/components/long-task/TaskProgress.tsx';
import { useLongTask } from '#renderer/components/long-task/use-long-task.ts';
import type { SheetVerdict } from '#shared/modules/grid/register/count/count.contract.ts';

const SHOWN = 200;

type SheetVerdictDialogProps = { readonly campaignId: string; readonly path: string; readonly onClose: () => void };

/** What a filled sheet would do, before anything is done; afterwards what it did. */
export function SheetVerdictDialog({ campaignId, path, onClose }: SheetVerdictDialogProps) {
  const { formatMessage } = useIntl();
  const check = useMutation(api.grid.checkCountSheet());
  const { mutate } = check;
  const taking = useLongTask(api.grid.takeCountSheet);
  const [overwrites, setOverwrites] = useState(false);
  const [done, setDone] = useState<SheetVerdict | null>(null);
  useEffect(() => mutate({ campaignId, path, overwrite: false }), [mutate, campaignId, path]);
  const verdict = done ?? check.data;
  const toWrite = verdict ? verdict.fresh + (overwrites ? verdict.differing.length : 0) : 0;
  return (
    <Modal opened onClose={onClose} size="xl" title={formatMessage({ id: 'count.verdict' })} closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }} transitionProps={{ duration: 100 }}>
      <Stack gap="md">
        {check.isPending && <TaskProgress label={formatMessage({ id: 'count.sheet-reading' })} step={null} />}
        <ErrorNote error={check.error ?? taking.error} />
        {done && <Text size="sm" fw={600} role="status"><FormattedMessage id="count.verdict.written" values={{ count: done.written }} /></Text>}
        {verdict && !done && <Sums verdict={verdict} />}
        {verdict && verdict.differing.length > 0 && !done && (
          <>
            <Differing verdict={verdict} />
            <Checkbox size="sm" label={formatMessage({ id: 'count.verdict.overwrite' })} checked={overwrites} onChange={(event) => setOverwrites(event.currentTarget.checked)} />
          </>
        )}
        {verdict && verdict.bad.length > 0 && <BadRows verdict={verdict} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}><FormattedMessage id={done ? 'common.close' : 'common.cancel'} /></Button>
          {verdict && !done && (
            <Button disabled={toWrite === 0} loading={taking.isRunning} onClick={() => taking.run({ campaignId, path, overwrite: overwrites }, { onSuccess: setDone })}>
              {toWrite === 0 ? formatMessage({ id: 'count.verdict.nothing' }) : formatMessage({ id: 'count.verdict.take' }, { count: toWrite })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Sums({ verdict }: { readonly verdict: SheetVerdict }) {
  const sums = [['fresh', verdict.fresh], ['same', verdict.same], ['blank', verdict.blank], ['differing', verdict.differing.length], ['bad', verdict.bad.length]] as const;
  return <List size="sm">{sums.filter(([, count]) => count > 0).map(([kind, count]) => <List.Item key={kind}><FormattedMessage id={`count.verdict.${kind}`} values={{ count }} /></List.Item>)}</List>;
}

function Differing({ verdict }: { readonly verdict: SheetVerdict }) {
  const { formatMessage } = useIntl();
  return (
    <Table verticalSpacing={4} aria-label={formatMessage({ id: 'count.verdict.differing' }, { count: verdict.differing.length })}>
      <Table.Thead><Table.Tr><Table.Th scope="col">{formatMessage({ id: 'count.field.address' })}</Table.Th><Table.Th scope="col">{formatMessage({ id: 'count.verdict.ours' })}</Table.Th><Table.Th scope="col">{formatMessage({ id: 'count.verdict.theirs' })}</Table.Th></Table.Tr></Table.Thead>
      <Table.Tbody>{verdict.differing.slice(0, SHOWN).map(({ row, address, ours, theirs }) => <Table.Tr key={row}><Table.Td>{address}</Table.Td><Table.Td>{ours}</Table.Td><Table.Td>{theirs}</Table.Td></Table.Tr>)}</Table.Tbody>
    </Table>
  );
}

function BadRows({ verdict }: { readonly verdict: SheetVerdict }) {
  const { formatMessage } = useIntl();
  return (
    <Table verticalSpacing={4} aria-label={formatMessage({ id: 'count.verdict.bad' }, { count: verdict.bad.length })}>
      <Table.Tbody>
        {verdict.bad.slice(0, SHOWN).map(({ row, address, faults }) => (
          <Table.Tr key={row}>
            <Table.Td style={{ whiteSpace: 'nowrap' }}><FormattedMessage id="count.verdict.row" values={{ row }} /></Table.Td>
            <Table.Td>{address}</Table.Td>
            <Table.Td>{faults.map(({ field, fault }) => <div key={field + fault}>{formatMessage({ id: `count.field.${field}` })}：{formatMessage({ id: `count.fault.${fault}` })}</div>)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
