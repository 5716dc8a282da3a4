import { Stack, Title } from '@mantine/core';
import { useIntl } from 'react-intl';
import { useNavigation } from '#renderer/app/navigation.ts';
import { DiagnosticsButton } from '#renderer/components/error/DiagnosticsButton.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { Glossary } from './Glossary.tsx';
import { HelpText } from './HelpText.tsx';

/** The help of every screen this person may open, in the order of the rail. */
export default function HelpPage() {
  const { formatMessage } = useIntl();
  const screens = useNavigation().flatMap((group) => group.screens).filter((screen) => screen.path !== '/help');
  return (
    <Page title={formatMessage({ id: 'help.title' })}>
      <Stack gap="lg" maw="46rem">
        {screens.map(({ help }) => (
          <section key={help}>
            <Title order={2} mb={4}>{formatMessage({ id: messageId(`help.${help}.title`) })}</Title>
            <HelpText id={help} />
          </section>
        ))}
        <Glossary />
        <section>
          <Title order={2} mb={4}>{formatMessage({ id: 'diagnostics.title' })}</Title>
          <DiagnosticsButton />
        </section>
      </Stack>
    </Page>
  );
}
