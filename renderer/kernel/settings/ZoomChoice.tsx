import { ActionIcon, Button, Group, Input, Text } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';

/** What main takes (settings.contract.ts). */
const LEAST = 0.5;
const MOST = 3;
const STEP = 0.1;

const stepped = (zoom: number, by: number): number => Math.min(MOST, Math.max(LEAST, Math.round((zoom + by) * 10) / 10));

/** How large the whole window is drawn; the same as Ctrl with plus, minus and nought. */
export function ZoomChoice({ zoom, onChange }: { readonly zoom: number; readonly onChange: (zoom: number) => void }) {
  const { formatMessage, formatNumber } = useIntl();
  const label = useId();
  return (
    <div role="group" aria-labelledby={label}>
      <Input.Label component="div" id={label} mb={4}><FormattedMessage id="settings.pc.zoom" /></Input.Label>
      <Group gap="xs">
        <ActionIcon variant="default" size="lg" disabled={zoom <= LEAST} onClick={() => onChange(stepped(zoom, -STEP))} aria-label={formatMessage({ id: 'settings.pc.zoom.smaller' })}><IconMinus size={16} aria-hidden /></ActionIcon>
        <Text size="sm" miw="3.5rem" ta="center" role="status">{formatNumber(zoom, { style: 'percent' })}</Text>
        <ActionIcon variant="default" size="lg" disabled={zoom >= MOST} onClick={() => onChange(stepped(zoom, STEP))} aria-label={formatMessage({ id: 'settings.pc.zoom.larger' })}><IconPlus size={16} aria-hidden /></ActionIcon>
        <Button variant="subtle" color="gray" disabled={zoom === 1} onClick={() => onChange(1)}><FormattedMessage id="settings.pc.zoom.reset" /></Button>
      </Group>
    </div>
  );
}
