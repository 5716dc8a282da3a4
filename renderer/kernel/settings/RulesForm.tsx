import { Button, Group, NumberInput, Select, SimpleGrid, Stack, Switch } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { ErrorSum } from '#renderer/components/record-form/ErrorSum.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import type { StationSettings } from '#shared/kernel/settings/settings.contract.ts';
import { gridCodeRules, limitsOf, numberSettings, orderedSettingsSchema, type NumberSetting } from './setting-limits.ts';
import { useSettingLabel } from './use-setting-label.ts';
import classes from './settings.module.css';

type RulesFormProps = { readonly rules: StationSettings; /** The check in the button has been seen: the form begins anew with what was saved. */ readonly onSaved: () => void };

const PROTECTION = numberSettings.slice(0, 4);
const GRIDS = numberSettings.slice(4);

/** The rules of the station with their floors: no value here can switch a protection off. */
export function RulesForm({ rules, onSaved }: RulesFormProps) {
  const { formatMessage, formatNumber } = useIntl();
  const labelOf = useSettingLabel();
  const record = useRecordForm<StationSettings, StationSettings, StationSettings>({
    draftKey: 'settings/rules',
    initialValues: rules,
    inputOf: (values) => values,
    schema: orderedSettingsSchema,
    save: api.settings.updateSettings(),
    onSaved,
  });
  const { form } = record;
  useDeskCommand({ id: 'record.save', title: 'common.save', accelerator: 'CmdOrCtrl+S', run: record.submit });
  const number = (name: NumberSetting) => {
    const { min, max } = limitsOf(name);
    const about = formatMessage({ id: `settings.about.${name}` });
    return (
      <NumberInput
        label={labelOf(name)}
        description={formatMessage({ id: 'settings.range' }, { about, min: formatNumber(min), max: formatNumber(max) })}
        required
        min={min}
        max={max}
        clampBehavior="none"
        allowDecimal={false}
        thousandSeparator=","
        key={form.key(name)}
        {...form.getInputProps(name)}
      />
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        record.submit();
      }}
    >
      <Stack gap="lg">
        <ErrorSum record={record} labelOf={labelOf} />
        <fieldset className={classes['group']}>
          <legend><FormattedMessage id="settings.group.protection" /></legend>
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" className={classes['fields'] ?? ''}>
            {PROTECTION.map((name) => <div key={name}>{number(name)}</div>)}
          </SimpleGrid>
          <Switch
            mt="md"
            label={labelOf('passwordComplexity')}
            description={formatMessage({ id: 'settings.about.passwordComplexity' })}
            key={form.key('passwordComplexity')}
            {...form.getInputProps('passwordComplexity', { type: 'checkbox' })}
          />
          <Switch
            mt="md"
            label={labelOf('sensitiveFields')}
            description={formatMessage({ id: 'settings.about.sensitiveFields' })}
            key={form.key('sensitiveFields')}
            {...form.getInputProps('sensitiveFields', { type: 'checkbox' })}
          />
        </fieldset>
        <fieldset className={classes['group']}>
          <legend><FormattedMessage id="settings.group.grids" /></legend>
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" className={classes['fields'] ?? ''}>
            {GRIDS.map((name) => <div key={name}>{number(name)}</div>)}
            <Select
              label={labelOf('gridCodeRule')}
              description={formatMessage({ id: 'settings.about.gridCodeRule' })}
              allowDeselect={false}
              data={gridCodeRules.map((rule) => ({ value: rule, label: formatMessage({ id: `settings.grid-code.${rule}` }) }))}
              comboboxProps={{ transitionProps: { duration: 0 } }}
              key={form.key('gridCodeRule')}
              {...form.getInputProps('gridCodeRule')}
            />
          </SimpleGrid>
        </fieldset>
        <Group>
          <Button type="submit" loading={record.isPending} leftSection={record.isSaved ? <IconCheck size={16} aria-hidden /> : undefined}>
            <FormattedMessage id={record.isSaved ? 'record-form.saved' : 'common.save'} />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
