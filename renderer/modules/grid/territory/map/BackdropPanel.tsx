import { Button, FileButton, Group, Slider, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api, bridge } from '#renderer/api/index.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { Backdrop, BackdropCorners } from '#shared/modules/grid/territory/map/backdrop.schema.ts';
import type { OpenMap } from './open-map.ts';
import { positionText, typedPosition } from './typed-position.ts';

const NAMES = ['upper-left', 'upper-right', 'lower-left'] as const;

/** A scanned plan below the map: chosen from a file, laid on three corners, faded, taken away. It stays inside the encrypted file. */
export function BackdropPanel({ map, backdrop }: { readonly map: OpenMap; readonly backdrop: Backdrop | null }) {
  const { formatMessage } = useIntl();
  const add = useMutation(api.grid.addBackdrop());
  const forgetPicked = useRef<() => void>(null); // else the same picture could not be picked again
  const pick = (file: File | null): void => {
    forgetPicked.current?.();
    if (!file) return;
    const path = bridge.pathOf(file);
    const [[west, south], [east, north]] = map.viewCorners();
    if (path === '') notifications.show({ color: 'yellow', message: formatMessage({ id: 'imports.not-on-disk' }) });
    else add.mutate({ path, corners: [[west, north], [east, north], [west, south]] });
  };
  return (
    <Stack gap={6}>
      <Group gap="sm" justify="space-between">
        <Text size="sm" fw={600}><FormattedMessage id="map.plan" /></Text>
        <FileButton accept="image/png,image/jpeg" resetRef={forgetPicked} onChange={pick}>
          {(props) => <Button {...props} size="compact-xs" variant="default" loading={add.isPending} leftSection={<IconPhotoPlus size={14} aria-hidden />}><FormattedMessage id={backdrop ? 'map.plan-replace' : 'map.plan-add'} /></Button>}
        </FileButton>
      </Group>
      <ErrorNote error={add.error} />
      {backdrop && <PlacedPlan key={`${backdrop.id} ${backdrop.version}`} map={map} backdrop={backdrop} />}
    </Stack>
  );
}

function PlacedPlan({ map, backdrop }: { readonly map: OpenMap; readonly backdrop: Backdrop }) {
  const { formatMessage } = useIntl();
  const [texts, setTexts] = useState<readonly string[]>(() => backdrop.corners.map((corner) => positionText(corner)));
  const [opacity, setOpacity] = useState(backdrop.opacity);
  const [picking, setPicking] = useState<number | null>(null);
  const [asksRemoval, setAsksRemoval] = useState(false);
  const update = useMutation(api.grid.updateBackdrop());
  const remove = useMutation(api.grid.removeBackdrop());
  const { id, version } = backdrop;
  const typed = texts.map(typedPosition);
  const isSound = typed.every((position) => position !== null);
  const save = (corners: BackdropCorners, percent: number): void => update.mutate({ id, version, corners, opacity: percent });
  const pickOnMap = (index: number): void => {
    setPicking(index);
    map.pickOnce((at) => {
      setPicking(null);
      setTexts((before) => before.with(index, positionText(at)));
    });
  };
  return (
    <Stack gap={6}>
      <Text size="xs" c="dimmed" truncate title={backdrop.name}>{backdrop.name}</Text>
      {NAMES.map((name, index) => (
        <Group key={name} gap={4} align="flex-end" wrap="nowrap">
          <TextInput size="xs" flex={1} label={formatMessage({ id: `map.plan.${name}` })} value={texts[index] ?? ''} onChange={(event) => setTexts(texts.with(index, event.currentTarget.value))} error={typed[index] === null} />
          <Button size="xs" variant={picking === index ? 'filled' : 'default'} onClick={() => pickOnMap(index)}><FormattedMessage id="map.plan-pick" /></Button>
        </Group>
      ))}
      {picking !== null && <Text size="xs" role="status"><FormattedMessage id="map.plan-picking" /></Text>}
      <Text size="xs"><FormattedMessage id="map.plan-opacity" /></Text>
      <Slider size="sm" min={10} max={100} step={5} value={opacity} onChange={setOpacity} thumbLabel={formatMessage({ id: 'map.plan-opacity' })} label={(value) => `${value}%`} />
      <ErrorNote error={update.error ?? remove.error} />
      <Group gap={6}>
        <Button size="xs" variant="default" disabled={!isSound} loading={update.isPending} onClick={() => save(typed.map((position) => [...(position ?? [0, 0])]) as unknown as BackdropCorners, opacity)}>{/* three names, three corners */}<FormattedMessage id="map.plan-place" /></Button>
        <Button size="xs" variant="subtle" color="red" onClick={() => setAsksRemoval(true)}><FormattedMessage id="map.plan-remove" /></Button>
      </Group>
      <ConfirmDialog
        opened={asksRemoval}
        onClose={() => setAsksRemoval(false)}
        title={formatMessage({ id: 'map.plan-remove-title' })}
        consequence={formatMessage({ id: 'map.plan-remove-consequence' }, { name: backdrop.name })}
        confirmLabel={formatMessage({ id: 'map.plan-remove' })}
        danger
        pending={remove.isPending}
        onConfirm={() => remove.mutate({ id, version }, { onSettled: () => setAsksRemoval(false) })}
      />
    </Stack>
  );
}
