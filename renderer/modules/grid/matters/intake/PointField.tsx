import { Button, CloseButton, Group, Text } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { lazy, Suspense, useState, type MouseEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PickedPlace } from '../../territory/map/PlaceDialog.tsx';

const PlaceDialog = lazy(() => import('../../territory/map/PlaceDialog.tsx'));
const MICRO = 1e6;

export type Point = { readonly lngMicro: number; readonly latMicro: number };
export const pointWords = ({ lngMicro, latMicro }: Point): string => `${(lngMicro / MICRO).toFixed(6)}, ${(latMicro / MICRO).toFixed(6)}`;

type PointFieldProps = { readonly point: Point | null; readonly onPoint: (point: Point | null, place: PickedPlace | null) => void };

/** The field before may show an error when it is left, and the button would move away under the click. */
const keepFocus = (event: MouseEvent): void => event.preventDefault();

/** Where exactly: a point picked on the map. Nobody has to give one. */
export function PointField({ point, onPoint }: PointFieldProps) {
  const { formatMessage } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const take = (place: PickedPlace) => {
    const [lng, lat] = place.at;
    onPoint({ lngMicro: Math.round(lng * MICRO), latMicro: Math.round(lat * MICRO) }, place);
    setOpen(false);
  };
  return (
    <Group gap="xs">
      <Button size="compact-sm" variant="default" leftSection={<IconMapPin size={14} aria-hidden />} onMouseDown={keepFocus} onClick={() => setOpen(true)}><FormattedMessage id="matters.pick-point" /></Button>
      {point && (
        <Group gap={4}>
          <Text size="sm" c="dimmed">{pointWords(point)}</Text>
          <CloseButton size="sm" aria-label={formatMessage({ id: 'matters.drop-point' })} onClick={() => onPoint(null, null)} />
        </Group>
      )}
      {isOpen && <Suspense fallback={null}><PlaceDialog at={point && [point.lngMicro / MICRO, point.latMicro / MICRO]} onPicked={take} onClose={() => setOpen(false)} /></Suspense>}
    </Group>
  );
}
