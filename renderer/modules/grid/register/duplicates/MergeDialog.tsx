import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { Compare, type Choice } from '#renderer/components/compare/Compare.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { DuplicatePair } from '#shared/modules/grid/register/duplicates/duplicates.contract.ts';
import { useComparedFields, type Chosen } from './use-compared-fields.ts';

type MergeDialogProps = { readonly pair: DuplicatePair; /** Told which entry left the register. */ readonly onMerged: (goneId: string) => void; readonly onClose: () => void };

/** Two entries side by side: which stays, and which value of each field it takes. */
export function MergeDialog({ pair, onMerged, onClose }: MergeDialogProps) {
  const { formatMessage } = useIntl();
  const [keepsOther, setKeepsOther] = useState(false);
  const [chosen, setChosen] = useState<Chosen>({});
  const { data, error } = useQuery({ ...api.grid.comparePersons({ keepId: pair.one.id, dropId: pair.other.id }), staleTime: 0 });
  const merge = useMutation(api.grid.mergePersons());
  const fields = useComparedFields(data ?? null, chosen, keepsOther);
  const [keep, drop] = keepsOther ? [pair.other, pair.one] : [pair.one, pair.other];
  const submit = () => {
    const wanted: Choice = keepsOther ? 'theirs' : 'ours';
    const taken = fields.filter(({ choice }) => choice === wanted);
    const take = taken.flatMap((one) => (one.of === 'person' ? [one.name] : []));
    const takeBlock = taken.flatMap((one) => (one.of === 'block' ? [one.name] : []));
    merge.mutate(
      { keep: { id: keep.id, version: keep.version }, drop: { id: drop.id, version: drop.version }, take, takeBlock },
      {
        onSuccess: () => {
          onMerged(drop.id);
          onClose();
        },
      },
    );
  };
  const sideTitle = (no: 1 | 2, gridName: string): string => formatMessage({ id: 'duplicates.side' }, { no, grid: gridName || formatMessage({ id: 'common.none' }) });
  return (
    <Modal opened onClose={onClose} size="xl" title={formatMessage({ id: 'duplicates.compare-title' }, { name: pair.one.name })} transitionProps={{ duration: 100 }} closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }}>
      <Stack gap="md">
        <ErrorNote error={error ?? merge.error} />
        <Group gap="sm">
          <Text size="sm"><FormattedMessage id="duplicates.keeps" /></Text>
          <SegmentedControl
            size="xs"
            value={keepsOther ? 'other' : 'one'}
            aria-label={formatMessage({ id: 'duplicates.keeps' })}
            data={[{ value: 'one', label: formatMessage({ id: 'duplicates.keep-one' }) }, { value: 'other', label: formatMessage({ id: 'duplicates.keep-other' }) }]}
            onChange={(value) => {
              setKeepsOther(value === 'other');
              setChosen({});
            }}
          />
        </Group>
        {data && fields.length === 0 && <Text size="sm"><FormattedMessage id="duplicates.all-same" /></Text>}
        {fields.length > 0 && (
          <Compare
            fields={fields}
            theirsTitle={sideTitle(1, pair.one.gridName)}
            oursTitle={sideTitle(2, pair.other.gridName)}
            onChoose={(names, choice) => setChosen((now) => ({ ...now, ...Object.fromEntries(names.map((name) => [name, choice])) }))}
          />
        )}
        <Text size="sm" c="dimmed"><FormattedMessage id="duplicates.consequence" /></Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}><FormattedMessage id="common.cancel" /></Button>
          <Button disabled={!data} loading={merge.isPending} onClick={submit}><FormattedMessage id="duplicates.merge" /></Button>
        </Group>
      </Stack>
    </Modal>
  );
}
