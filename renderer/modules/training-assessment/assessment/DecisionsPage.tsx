import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { Section } from './Section.tsx';
import { AppealsTable } from './sheet/Appeals.tsx';
import { FollowsTable } from './sheet/Follows.tsx';

const MOST = 300;

/** What waits for a person's decision after the results: appeals, and what the rule proposes; the open ones first. */
export default function DecisionsPage() {
  const { formatMessage } = useIntl();
  const appeals = useQuery(api.trainingAssessment.listAppeals({ limit: MOST }));
  const follows = useQuery(api.trainingAssessment.listFollows({ limit: MOST }));
  const open = (appeals.data ?? []).filter(({ state }) => state === 'open').length + (follows.data ?? []).filter(({ state }) => state === 'proposed').length;
  const none = <Text size="sm" c="dimmed"><FormattedMessage id="assessment.decisions-none" /></Text>;
  return (
    <Page title={formatMessage({ id: 'assessment.decisions' })} figure={formatMessage({ id: 'assessment.decisions-figure' }, { count: open })}>
      <Stack gap="xl">
        <Section title="assessment.appeals"><QueryState query={appeals} empty={none}>{(rows) => <AppealsTable appeals={rows} showsSubject />}</QueryState></Section>
        <Section title="assessment.follows"><QueryState query={follows} empty={none}>{(rows) => <FollowsTable follows={rows} showsSubject />}</QueryState></Section>
      </Stack>
    </Page>
  );
}
