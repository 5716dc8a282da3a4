import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { Section } from './Section.tsx';
import { AppealsTable } from './sheet/Appeals.tsx';
import { FollowsTable } from './sheet/Follows.tsx';

const PAGE = 50;

type Paging = { readonly offset: number; readonly rows: number; readonly onOffset: (offset: number) => void };

/** Earlier and later pages of a list that says of itself only whether there is more. */
function Pages({ offset, rows, onOffset }: Paging) {
  if (offset === 0 && rows < PAGE) return null;
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" disabled={offset === 0} onClick={() => onOffset(Math.max(0, offset - PAGE))}><FormattedMessage id="assessment.rows-before" /></Button>
      <Text size="sm"><FormattedMessage id="assessment.decisions-shown" values={{ from: rows === 0 ? 0 : offset + 1, until: offset + rows }} /></Text>
      <Button size="xs" variant="default" disabled={rows < PAGE} onClick={() => onOffset(offset + PAGE)}><FormattedMessage id="assessment.rows-after" /></Button>
    </Group>
  );
}

/** What waits for a person's decision after the results, appeals and what the rule proposes; on a switch also what was decided. */
export default function DecisionsPage() {
  const { formatMessage } = useIntl();
  const [view, setView] = useState<'open' | 'all'>('open');
  const [from, setFrom] = useState({ appeals: 0, follows: 0 });
  const isOpen = view === 'open';
  const appeals = useQuery(api.trainingAssessment.listAppeals({ states: isOpen ? ['open'] : [], offset: from.appeals, limit: PAGE }));
  const follows = useQuery(api.trainingAssessment.listFollows({ states: isOpen ? ['proposed'] : [], offset: from.follows, limit: PAGE }));
  const none = <Text size="sm" c="dimmed"><FormattedMessage id={isOpen ? 'assessment.decisions-none-open' : 'assessment.decisions-none'} /></Text>;
  const choose = (value: string): void => {
    setView(value === 'all' ? 'all' : 'open');
    setFrom({ appeals: 0, follows: 0 });
  };
  return (
    <Page
      title={formatMessage({ id: 'assessment.decisions' })}
      actions={<SegmentedControl size="xs" aria-label={formatMessage({ id: 'assessment.decisions-view' })} value={view} onChange={choose} transitionDuration={0} data={(['open', 'all'] as const).map((value) => ({ value, label: formatMessage({ id: `assessment.decisions-view.${value}` }) }))} />}
    >
      <Stack gap="xl">
        <Section title="assessment.appeals"><QueryState query={appeals} empty={none}>{(rows) => <AppealsTable appeals={rows} showsSubject />}</QueryState><Pages offset={from.appeals} rows={appeals.data?.length ?? 0} onOffset={(offset) => setFrom({ ...from, appeals: offset })} /></Section>
        <Section title="assessment.follows"><QueryState query={follows} empty={none}>{(rows) => <FollowsTable follows={rows} showsSubject />}</QueryState><Pages offset={from.follows} rows={follows.data?.length ?? 0} onOffset={(offset) => setFrom({ ...from, follows: offset })} /></Section>
      </Stack>
    </Page>
  );
}
