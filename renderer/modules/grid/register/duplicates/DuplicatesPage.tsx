import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { TaskProgress } from '#renderer/components/long-task/TaskProgress.tsx';
import { useLongTask } from '#renderer/components/long-task/use-long-task.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import type { DuplicatePair } from '#shared/modules/grid/register/duplicates/duplicates.contract.ts';
import { personPlace } from '../../places.ts';
import { useBirthText } from '../use-birth-text.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { findDuplicates } from './find-duplicates.ts';

const keyOf = ({ one, other }: DuplicatePair): string => `${one.id} ${other.id}`;

/** Looks for persons entered twice and settles them pair by pair. */
export default function DuplicatesPage() {
  const { formatMessage, formatNumber } = useIntl();
  const task = useLongTask(findDuplicates);
  const [found, setFound] = useState<{ readonly persons: number; readonly found: number; readonly pairs: readonly DuplicatePair[] } | null>(null);
  const [open, setOpen] = useState<DuplicatePair | null>(null);
  const settled = (gone: (pair: DuplicatePair) => boolean) => setFound((now) => now && { ...now, found: now.found - now.pairs.filter(gone).length, pairs: now.pairs.filter((pair) => !gone(pair)) });
  return (
    <Page
      wide
      title={formatMessage({ id: 'duplicates.title' })}
      figure={found && formatMessage({ id: 'duplicates.figure' }, { persons: formatNumber(found.persons), found: formatNumber(found.found) })}
      actions={!task.isRunning && <Button size="xs" onClick={() => task.run({}, { onSuccess: setFound })}><FormattedMessage id={found ? 'duplicates.again' : 'duplicates.run'} /></Button>}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed" maw="60rem"><FormattedMessage id="duplicates.about" /></Text>
        {task.isRunning && <TaskProgress label={formatMessage({ id: 'duplicates.running' })} step={task.step} onCancel={task.cancel} />}
        <ErrorNote error={task.error} />
        {found?.pairs.length === 0 && <Text size="sm"><FormattedMessage id="duplicates.none" /></Text>}
        {found && found.pairs.length > 0 && <PairsTable pairs={found.pairs} onCompare={setOpen} onApart={(pair) => settled((one) => keyOf(one) === keyOf(pair))} />}
        {found && found.found > found.pairs.length && <Text size="sm" c="dimmed"><FormattedMessage id="duplicates.more" values={{ shown: formatNumber(found.pairs.length) }} /></Text>}
      </Stack>
      {open && <MergeDialog pair={open} onMerged={(goneId) => settled(({ one, other }) => one.id === goneId || other.id === goneId)} onClose={() => setOpen(null)} />}
    </Page>
  );
}

type PairsTableProps = { readonly pairs: readonly DuplicatePair[]; readonly onCompare: (pair: DuplicatePair) => void; readonly onApart: (pair: DuplicatePair) => void };

function PairsTable({ pairs, onCompare, onApart }: PairsTableProps) {
  const { formatMessage } = useIntl();
  const may = useMay();
  const apart = useMutation(api.grid.keepApart());
  return (
    <>
      <ErrorNote error={apart.error} />
      <Table aria-label={formatMessage({ id: 'duplicates.list' })} verticalSpacing={6} stickyHeader>
        <Table.Thead>
          <Table.Tr>{(['one', 'other', 'reasons', 'act'] as const).map((column) => <Table.Th key={column} scope="col">{formatMessage({ id: `duplicates.column.${column}` })}</Table.Th>)}</Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {pairs.map((pair) => (
            <Table.Tr key={keyOf(pair)}>
              <Table.Td><Side side={pair.one} /></Table.Td>
              <Table.Td><Side side={pair.other} /></Table.Td>
              <Table.Td>{<Stack gap={0}>{pair.reasons.map((reason) => <span key={reason}>{formatMessage({ id: `duplicates.reason.${reason}` })}</span>)}</Stack>}</Table.Td>
              <Table.Td>
                <Group gap={4} wrap="nowrap">
                  {may('register.remove') && <Button size="compact-xs" variant="default" onClick={() => onCompare(pair)}><FormattedMessage id="duplicates.compare" /></Button>}
                  {may('register.edit') && <Button size="compact-xs" variant="subtle" disabled={apart.isPending} onClick={() => apart.mutate({ oneId: pair.one.id, otherId: pair.other.id }, { onSuccess: () => onApart(pair) })}><FormattedMessage id="duplicates.apart" /></Button>}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function Side({ side }: { readonly side: DuplicatePair['one'] }) {
  const birthText = useBirthText();
  return (
    <Stack gap={0}>
      <PlaceLink to={personPlace(side.id)} inherit>{side.name}</PlaceLink>
      <Text size="xs" c="dimmed">{[birthText(side.birthOn), side.idNumberMasked, side.phoneMasked].filter(Boolean).join(' · ')}</Text>
      <Text size="xs" c="dimmed">{[side.gridName, side.presentAddress].filter(Boolean).join(' · ')}</Text>
    </Stack>
  );
}
