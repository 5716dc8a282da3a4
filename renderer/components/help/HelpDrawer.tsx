import { Button, Drawer, Group, Stack, Title } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { runCommand } from '#renderer/app/commands.ts';
import { useCurrentScreen } from '#renderer/app/navigation.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import { HelpText } from './HelpText.tsx';

type HelpDrawerProps = { readonly opened: boolean; readonly onClose: () => void };

/** Help for the screen that is open, beside it (F1). */
export function HelpDrawer({ opened, onClose }: HelpDrawerProps) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const id = useCurrentScreen()?.screen.help ?? 'today';
  return (
    <Drawer opened={opened} onClose={onClose} size={380} title={formatMessage({ id: 'help.screen' })}>
      <Stack gap="md">
        <Title order={3}>{formatMessage({ id: messageId(`help.${id}.title`) })}</Title>
        <HelpText id={id} />
        <Group gap="xs">
          <Button variant="default" onClick={() => runCommand('frame.keyboard')}><FormattedMessage id="help.keyboard" /></Button>
          <Button
            variant="default"
            onClick={() => {
              onClose();
              goTo('/help');
            }}
          >
            <FormattedMessage id="help.all" />
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}
