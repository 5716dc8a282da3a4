import { Button, Checkbox, Group, MultiSelect, Stack } from '@mantine/core';
import { IconScreenShare, IconUsersGroup } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '#renderer/app/session.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { Board } from './Board.tsx';
import { CommandFigures } from './CommandFigures.tsx';
import { EventLog } from './EventLog.tsx';

/** The command desk: who answers today, every open matter by its step, and what happened last. */
export default function CommandPage() {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const may = useMay();
  const grids = useGridOptions();
  const [gridIds, setGridIds] = useState<string[]>([]);
  const [isLate, setLate] = useState(false);
  const [isMine, setMine] = useState(false);
  const filter = useMemo(() => ({ gridIds, mine: isMine, overdueDays: isLate ? 0 : null }), [gridIds, isMine, isLate]);
  return (
    <Page
      wide
      title={formatMessage({ id: 'command.title' })}
      actions={
        <>
          <Button size="xs" variant="default" leftSection={<IconScreenShare size={16} aria-hidden />} onClick={() => goTo('/grid/command-wall')}><FormattedMessage id="command.wall" /></Button>
          {may('command.convene') && <Button size="xs" leftSection={<IconUsersGroup size={16} aria-hidden />} onClick={() => goTo('/grid/meetings?new=1')}><FormattedMessage id="meetings.new" /></Button>}
        </>
      }
    >
      <Stack gap="sm">
        <CommandFigures />
        <Group gap="md" align="center" style={{ flex: 'none' }}>
          <MultiSelect w={320} size="xs" aria-label={formatMessage({ id: 'command.grids' })} placeholder={gridIds.length === 0 ? formatMessage({ id: 'command.grids' }) : ''} data={grids} value={gridIds} onChange={setGridIds} searchable clearable comboboxProps={{ transitionProps: { duration: 0 } }} />
          <Checkbox size="sm" label={formatMessage({ id: 'command.only-late' })} checked={isLate} onChange={(event) => setLate(event.currentTarget.checked)} />
          <Checkbox size="sm" label={formatMessage({ id: 'command.only-mine' })} checked={isMine} onChange={(event) => setMine(event.currentTarget.checked)} />
        </Group>
        <Board filter={filter} />
        <SheetSection title="command.events"><EventLog /></SheetSection>
      </Stack>
    </Page>
  );
}
