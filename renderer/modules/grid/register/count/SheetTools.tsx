import { Button, Checkbox, FileButton, Group, Select, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileDownload, IconFileUpload, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api, bridge } from '#renderer/api/index.ts';
import { useMay, useSession } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { FileWritten } from '#renderer/components/file/FileWritten.tsx';
import { fileName } from '#renderer/components/file/file-name.ts';
import { PaperPreview, type Paper } from '#renderer/components/paper/PaperPreview.tsx';
import { waitingStates } from '#shared/modules/grid/register/count/count.rules.ts';
import { doorFilterSchema, type BlockRow, type CampaignSheet } from '#shared/modules/grid/register/count/count.schema.ts';
import { useVisitPaper } from './count-paper.ts';
import { SheetVerdictDialog } from './SheetVerdictDialog.tsx';

/** More rows make more pages than anybody carries, and more than a preview draws at once. */
const MOST_ON_PAPER = 2000;

export const blockKey = ({ gridId, block }: Pick<BlockRow, 'gridId' | 'block'>): string => `${gridId} ${block}`;

/** Sheets for the walk: on paper, as a workbook, and back again. */
export function SheetTools({ campaign }: { readonly campaign: CampaignSheet }) {
  const { formatMessage } = useIntl();
  const { communityName } = useSession();
  const mayRecord = useMay()('count.record');
  const client = useQueryClient();
  const paperOf = useVisitPaper();
  const { data: blocks = [] } = useQuery(api.grid.listCountBlocks({ id: campaign.id }));
  const [chosen, setChosen] = useState<string | null>(null);
  const [isOnlyLeft, setOnlyLeft] = useState(true);
  const [paper, setPaper] = useState<Paper | null>(null);
  const [file, setFile] = useState<string | null>(null);
  const save = useMutation(api.grid.saveCountSheet());
  const forgetPicked = useRef<() => void>(null);

  const block = blocks.find((one) => blockKey(one) === chosen);
  const gridIds = block ? [block.gridId] : campaign.gridIds.filter((id) => id === chosen);
  const options = campaign.figures.grids.map(({ gridId, gridName }) => ({
    group: gridName,
    items: [{ value: gridId, label: `${gridName} · ${formatMessage({ id: 'count.sheet-all' })}` }, ...blocks.filter((one) => one.gridId === gridId && one.block !== '').map((one) => ({ value: blockKey(one), label: formatMessage({ id: 'count.entry.block' }, { grid: '', block: one.block, left: one.left, doors: one.doors }).trim() }))],
  }));
  const print = async () => {
    const filter = doorFilterSchema.parse({ campaignId: campaign.id, gridIds, blocks: block ? [block.block] : [], states: isOnlyLeft ? [...waitingStates] : [] });
    const doors = await client.fetchQuery(api.grid.listSheetDoors({ filter }));
    if (doors.length > MOST_ON_PAPER) notifications.show({ color: 'yellow', message: formatMessage({ id: 'count.sheet-too-many' }, { most: MOST_ON_PAPER }) });
    else setPaper(paperOf(campaign, doors));
  };
  const pick = (picked: File | null) => {
    if (picked) setFile(bridge.pathOf(picked));
    forgetPicked.current?.();
  };
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed"><FormattedMessage id="count.sheet-about" /></Text>
      <Group align="flex-end" gap="sm">
        <Select w={340} label={formatMessage({ id: 'count.sheet-which' })} placeholder={formatMessage({ id: 'count.sheet-all' })} data={options} value={chosen} onChange={setChosen} searchable clearable comboboxProps={{ transitionProps: { duration: 0 } }} />
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => void print()}><FormattedMessage id="count.sheet-print" /></Button>
        <Button variant="default" leftSection={<IconFileDownload size={16} aria-hidden />} loading={save.isPending} onClick={() => save.mutate({ campaignId: campaign.id, gridIds, blocks: block ? [block.block] : [], suggestedName: fileName(communityName, campaign.name) })}><FormattedMessage id="count.sheet-save" /></Button>
        {mayRecord && <FileButton accept=".xlsx,.xls,.csv" resetRef={forgetPicked} onChange={pick}>{(props) => <Button {...props} variant="default" leftSection={<IconFileUpload size={16} aria-hidden />}><FormattedMessage id="count.sheet-read" /></Button>}</FileButton>}
      </Group>
      <Checkbox size="sm" label={formatMessage({ id: 'count.sheet-only-left' })} checked={isOnlyLeft} onChange={(event) => setOnlyLeft(event.currentTarget.checked)} />
      {save.error && save.error.failure.code !== 'task/cancelled' && <ErrorNote error={save.error} />}
      {save.data && <FileWritten path={save.data.path} words={formatMessage({ id: 'count.sheet-saved' }, { doors: save.data.doors })} />}
      {paper && <PaperPreview paper={paper} onClose={() => setPaper(null)} />}
      {file !== null && <SheetVerdictDialog key={file} campaignId={campaign.id} path={file} onClose={() => setFile(null)} />}
    </Stack>
  );
}
