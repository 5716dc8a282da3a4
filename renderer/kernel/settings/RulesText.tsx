import { Stack, Text } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import type { StationSettings } from '#shared/kernel/settings/settings.contract.ts';
import { numberSettings } from './setting-limits.ts';
import { useSettingLabel } from './use-setting-label.ts';

/** The rules in words, for who may not change them. */
export function RulesText({ rules }: { readonly rules: StationSettings }) {
  const { formatMessage, formatNumber } = useIntl();
  const labelOf = useSettingLabel();
  const facts = [
    ...numberSettings.map((name) => ({ id: name, label: labelOf(name), value: formatNumber(rules[name]) })),
    { id: 'passwordComplexity', label: labelOf('passwordComplexity'), value: formatMessage({ id: rules.passwordComplexity ? 'common.yes' : 'common.no' }) },
    { id: 'sensitiveFields', label: labelOf('sensitiveFields'), value: formatMessage({ id: rules.sensitiveFields ? 'common.yes' : 'common.no' }) },
    { id: 'gridCodeRule', label: labelOf('gridCodeRule'), value: formatMessage({ id: `settings.grid-code.${rules.gridCodeRule}` }) },
  ];
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed"><FormattedMessage id="settings.rules.read-only" /></Text>
      <Facts facts={facts} columns={2} />
    </Stack>
  );
}
