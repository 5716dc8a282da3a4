import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PaperPreview } from '#renderer/components/paper/PaperPreview.tsx';
import type { NoticeBoard } from '#shared/modules/grid/territory/notice-board/notice-board.contract.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useBoardPaper } from './board-paper.ts';

/** A grid's notice board: what will stand on it, the community's own line, and the paper. */
export function BoardSection({ gridId }: { readonly gridId: string }) {
  const { data, error, refetch } = useQuery(api.grid.getNoticeBoard({ gridId }));
  return <SheetSection title="notice-board.title">{data ? <Board key={data.version} board={data} /> : <ErrorNote error={error} onRetry={() => void refetch()} />}</SheetSection>;
}

function Board({ board }: { readonly board: NoticeBoard }) {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('notice-board.edit');
  const paperOf = useBoardPaper();
  const [isShown, setShown] = useState(false);
  const [line, setLine] = useState(board.line);
  const save = useMutation(api.grid.saveBoardLine());
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed"><FormattedMessage id="notice-board.about" /></Text>
      {mayEdit ? (
        <Group align="flex-end" gap="xs">
          <TextInput style={{ flex: 1 }} label={formatMessage({ id: 'notice-board.line' })} maxLength={120} value={line} onChange={(event) => setLine(event.currentTarget.value)} />
          <Button variant="default" leftSection={<IconDeviceFloppy size={16} aria-hidden />} disabled={line.trim() === board.line} loading={save.isPending} onClick={() => save.mutate({ version: board.version, line: line.trim() })}><FormattedMessage id="common.save" /></Button>
        </Group>
      ) : (
        <Text size="sm">{board.line}</Text>
      )}
      <ErrorNote error={save.error} />
      <Button size="xs" variant="default" style={{ alignSelf: 'start' }} leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => setShown(true)}><FormattedMessage id="notice-board.print" /></Button>
      {isShown && <PaperPreview paper={paperOf(board)} onClose={() => setShown(false)} />}
    </Stack>
  );
}
