import { Stack, Tabs } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { Page } from '#renderer/components/page/Page.tsx';
import { PcPreferences } from './PcPreferences.tsx';
import { StationRules } from './StationRules.tsx';

/** Two kinds of setting that must not be mixed up: how this PC looks, and the rules everybody at the station works by. */
export default function SettingsPage() {
  const { formatMessage } = useIntl();
  return (
    <Page title={formatMessage({ id: 'settings.title' })}>
      <Tabs defaultValue="pc" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="pc"><FormattedMessage id="settings.pc" /></Tabs.Tab>
          <Tabs.Tab value="rules"><FormattedMessage id="settings.rules" /></Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="pc"><Stack maw="40rem"><PcPreferences /></Stack></Tabs.Panel>
        <Tabs.Panel value="rules"><StationRules /></Tabs.Panel>
      </Tabs>
    </Page>
  );
}
