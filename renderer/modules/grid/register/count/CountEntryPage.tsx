import { Group, Select, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { BlockRow } from '#shared/modules/grid/register/count/count.schema.ts';
import { useRecordId } from '../use-record-id.ts';
import classes from './count.module.css';
import { EntryList } from './EntryList.tsx';
import { blockKey } from './SheetTools.tsx';

/** Writing down a walk, door by door, with the keyboard alone. */
export default function CountEntryPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { displayName } = useSession();
  const campaign = useQuery(api.grid.getCountCampaign({ id }));
  const blocks = useQuery(api.grid.listCountBlocks({ id }));
  const [chosen, setChosen] = useState<string | null>(null);
  const [countedBy, setCountedBy] = useState(displayName);
  const [countedOn, setCountedOn] = useState<string | null>(localToday());
  const current = blocks.data?.find((block) => blockKey(block) === chosen) ?? blocks.data?.find(({ left }) => left > 0) ?? blocks.data?.[0];
  const words = (block: BlockRow): string => formatMessage({ id: 'count.entry.block' }, { grid: block.gridName, block: block.block || formatMessage({ id: 'count.entry.no-block' }), left: block.left, doors: block.doors });
  return (
    <Page wide title={formatMessage({ id: 'count.entry.title' }, { name: campaign.data?.name ?? '' })}>
      <div className={classes['entry']}>
        <ErrorNote error={campaign.error ?? blocks.error} onRetry={() => void blocks.refetch()} />
        {blocks.data?.length === 0 && <Text size="sm"><FormattedMessage id="count.entry.no-blocks" /></Text>}
        {current && (
          <>
            <Group gap="sm" align="flex-end">
              <Select w={380} label={formatMessage({ id: 'count.entry.choose' })} data={(blocks.data ?? []).map((block) => ({ value: blockKey(block), label: words(block) }))} value={blockKey(current)} onChange={(key) => key !== null && setChosen(key)} allowDeselect={false} searchable comboboxProps={{ transitionProps: { duration: 0 } }} />
              <TextInput w={140} label={formatMessage({ id: 'count.entry.by' })} maxLength={50} value={countedBy} onChange={(event) => setCountedBy(event.currentTarget.value)} />
              <DayInput w={160} label={formatMessage({ id: 'count.entry.on' })} clearable={false} value={countedOn} onChange={setCountedOn} />
            </Group>
            <Text size="sm" c="dimmed"><FormattedMessage id="count.entry.keys" /></Text>
            <EntryList key={blockKey(current)} campaignId={id} block={current} countedBy={countedBy.trim()} countedOn={countedOn ?? localToday()} onWholeBlock={() => setChosen(blockKey(current))} />
          </>
        )}
      </div>
    </Page>
  );
}
