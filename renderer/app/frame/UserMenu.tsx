import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconHelpCircle, IconKey, IconLock, IconLogout } from '@tabler/icons-react';
import { FormattedMessage } from 'react-intl';
import type { MessageId } from '#renderer/i18n/messages.ts';
import type { Preferences } from '#shared/kernel/settings/settings.contract.ts';
import { acceleratorText } from '../accelerators.ts';
import { runCommand } from '../commands.ts';
import { useChangePreferences, usePreferences } from '../preferences.ts';
import { useSession } from '../session.ts';

type Choice = { readonly change: Partial<Preferences>; readonly title: MessageId };

const CHOICES: readonly { readonly title: MessageId; readonly choices: readonly Choice[] }[] = [
  { title: 'frame.user.language', choices: [{ change: { locale: 'zh-CN' }, title: 'frame.language.zh-CN' }, { change: { locale: 'en' }, title: 'frame.language.en' }] },
  { title: 'frame.user.theme', choices: [{ change: { colorScheme: 'light' }, title: 'frame.theme.light' }, { change: { colorScheme: 'dark' }, title: 'frame.theme.dark' }, { change: { colorScheme: 'auto' }, title: 'frame.theme.auto' }] },
  { title: 'frame.user.text', choices: [{ change: { textSize: 'normal' }, title: 'frame.text.normal' }, { change: { textSize: 'large' }, title: 'frame.text.large' }] },
];

/** What belongs to the person and the PC: leaving the desk, the own password, language, colours, size of words. */
export function UserMenu() {
  const { displayName } = useSession();
  return (
    <Menu position="bottom-end" width={240} returnFocus>
      <Menu.Target>
        <Button variant="subtle" color="gray" c="var(--mantine-color-text)" size="compact-md" maw="12rem" title={displayName} rightSection={<IconChevronDown size={14} aria-hidden />}>{displayName}</Button>
      </Menu.Target>
      <Menu.Dropdown mah="80vh" style={{ overflowY: 'auto' }}>
        <Menu.Item leftSection={<IconLock size={16} aria-hidden />} rightSection={acceleratorText('CmdOrCtrl+L')} onClick={() => runCommand('frame.lock')}><FormattedMessage id="frame.lock" /></Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => runCommand('frame.sign-out')}><FormattedMessage id="frame.sign-out" /></Menu.Item>
        <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={() => runCommand('frame.password')}><FormattedMessage id="frame.password" /></Menu.Item>
        <Menu.Item leftSection={<IconHelpCircle size={16} aria-hidden />} rightSection="F1" onClick={() => runCommand('frame.help')}><FormattedMessage id="frame.help" /></Menu.Item>
        <PreferenceItems />
      </Menu.Dropdown>
    </Menu>
  );
}

function PreferenceItems() {
  const preferences = usePreferences();
  const change = useChangePreferences();
  const isChosen = (choice: Choice): boolean => Object.entries(choice.change).every(([key, value]) => preferences[key as keyof Preferences] === value); // keys of a partial of it
  return CHOICES.map(({ title, choices }) => (
    <div key={title} role="none">
      <Menu.Divider />
      <Menu.Label><FormattedMessage id={title} /></Menu.Label>
      {choices.map((choice) => (
        <Menu.RadioItem key={choice.title} value={choice.title} checked={isChosen(choice)} closeMenuOnClick={false} onChange={() => change(choice.change)}>
          <FormattedMessage id={choice.title} />
        </Menu.RadioItem>
      ))}
    </div>
  ));
}
