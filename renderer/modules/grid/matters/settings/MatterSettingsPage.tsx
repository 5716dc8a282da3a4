import { Tabs } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { Page } from '#renderer/components/page/Page.tsx';
import { FunctionsPart } from './FunctionsPart.tsx';
import { KindsPart } from './KindsPart.tsx';
import { LimitsPart } from './LimitsPart.tsx';
import { RulesPart } from './RulesPart.tsx';

const PARTS = { kinds: KindsPart, functions: FunctionsPart, limits: LimitsPart, rules: RulesPart } as const;
type Part = keyof typeof PARTS;
const parts = Object.keys(PARTS) as Part[]; // own keys of the literal above

/** Where each kind goes, who has which function, what the limits are. What is on its way keeps what it was started with. */
export default function MatterSettingsPage() {
  const { formatMessage } = useIntl();
  return (
    <Page title={formatMessage({ id: 'matters.settings' })}>
      <Tabs defaultValue="kinds" keepMounted={false}>
        <Tabs.List mb="md">{parts.map((part) => <Tabs.Tab key={part} value={part}><FormattedMessage id={`matters.settings.${part}`} /></Tabs.Tab>)}</Tabs.List>
        {parts.map((part) => {
          const Content = PARTS[part];
          return <Tabs.Panel key={part} value={part}><Content /></Tabs.Panel>;
        })}
      </Tabs>
    </Page>
  );
}
