import { Button, Text, Timeline } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { PersonEvent } from '#shared/modules/grid/register/track/track.contract.ts';
import { removalKinds } from '#shared/modules/grid/register/person.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';

/** As many events as are seen without scrolling. */
const SHOWN_AT_FIRST = 6;

/** What happened to a person, the newest first. */
export function TrackSection({ personId, version }: { readonly personId: string; readonly version: number }) {
  const options = api.grid.listPersonEvents({ id: personId });
  const { data, error, refetch } = useQuery({ ...options, queryKey: [...options.queryKey, version] as const });
  const [isWhole, setWhole] = useState(false);
  const wordsOf = useEventWords();
  const events = isWhole ? data : data?.slice(0, SHOWN_AT_FIRST);
  return (
    <SheetSection title="track.section">
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="track.empty" /></Text>}
      <Timeline bulletSize={14} lineWidth={2} active={-1}>
        {events?.map((event) => (
          <Timeline.Item key={event.id} title={<Text size="sm">{wordsOf(event)}</Text>}>
            <Text size="xs" c="dimmed"><InstantText at={event.at} />{event.mergedName !== '' && <> · <FormattedMessage id="track.of-merged" values={{ name: event.mergedName }} /></>}</Text>
          </Timeline.Item>
        ))}
      </Timeline>
      {data && data.length > SHOWN_AT_FIRST && !isWhole && <Button size="compact-sm" variant="subtle" style={{ alignSelf: 'start' }} onClick={() => setWhole(true)}><FormattedMessage id="track.more" values={{ count: data.length }} /></Button>}
    </SheetSection>
  );
}

function useEventWords(): (event: PersonEvent) => string {
  const { formatMessage } = useIntl();
  const { labelOf: categoryOf } = useCodes('person-category');
  const { labelOf: careOf } = useCodes('care-group');
  const none = formatMessage({ id: 'common.none' });
  const removal = (kind: string): string => formatMessage({ id: messageId(`track.removal.${removalKinds.find((one) => one === kind) ?? 'other'}`) });
  return ({ kind, was, becomes }) => {
    const words = kind === 'registered' || kind === 'category-changed' ? categoryOf : kind === 'tag-added' || kind === 'tag-removed' ? careOf : kind === 'removed' ? removal : (value: string) => value || none;
    return formatMessage({ id: messageId(`track.event.${kind}`) }, { was: words(was), becomes: words(becomes) });
  };
}
