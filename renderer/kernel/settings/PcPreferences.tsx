import { Group, Input, SegmentedControl, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useChangePreferences, usePreferences } from '#renderer/app/preferences.ts';
import type { MessageId } from '#renderer/i18n/messages.ts';
import { preferencesSchema } from '#shared/kernel/settings/settings.contract.ts';
import { ZoomChoice } from './ZoomChoice.tsx';

const { locale, colorScheme, textSize, density } = preferencesSchema.shape;

/** The languages in their own words: who cannot read the present one still finds the other. */
const LANGUAGES: Readonly<Record<(typeof locale.options)[number], string>> = { 'zh-CN': '中文', en: 'English' };

/** How this PC shows the desk. Each choice takes effect at once; nothing here is about people or records. */
export function PcPreferences() {
  const { formatMessage } = useIntl();
  const chosen = usePreferences();
  const change = useChangePreferences();
  return (
    <Stack gap="lg">
      <Text size="sm" c="dimmed"><FormattedMessage id="settings.pc.about" /></Text>
      <Choice title="settings.pc.language" value={chosen.locale} options={locale.options.map((value) => ({ value, label: LANGUAGES[value] }))} onChange={(value) => change({ locale: value })} />
      <Choice title="settings.pc.theme" value={chosen.colorScheme} options={colorScheme.options.map((value) => ({ value, label: formatMessage({ id: `settings.pc.theme.${value}` }) }))} onChange={(value) => change({ colorScheme: value })} />
      <Choice title="settings.pc.text-size" value={chosen.textSize} options={textSize.options.map((value) => ({ value, label: formatMessage({ id: `settings.pc.text-size.${value}` }) }))} onChange={(value) => change({ textSize: value })} />
      <Choice title="settings.pc.density" value={chosen.density} options={density.options.map((value) => ({ value, label: formatMessage({ id: `settings.pc.density.${value}` }) }))} onChange={(value) => change({ density: value })} />
      <Choice title="settings.pc.enter" value={chosen.enterMoves ? 'moves' : 'saves'} options={(['saves', 'moves'] as const).map((value) => ({ value, label: formatMessage({ id: `settings.pc.enter.${value}` }) }))} onChange={(value) => change({ enterMoves: value === 'moves' })} />
      <ZoomChoice zoom={chosen.zoom} onChange={(zoom) => change({ zoom })} />
    </Stack>
  );
}

type ChoiceProps<V extends string> = { readonly title: MessageId; readonly value: V; readonly options: readonly { readonly value: V; readonly label: string }[]; readonly onChange: (value: V) => void };

function Choice<V extends string>({ title, value, options, onChange }: ChoiceProps<V>) {
  const label = useId();
  return (
    <div>
      <Input.Label component="div" id={label} mb={4}><FormattedMessage id={title} /></Input.Label>
      <Group><SegmentedControl aria-labelledby={label} value={value} data={[...options]} onChange={onChange} transitionDuration={0} /></Group>
    </div>
  );
}
