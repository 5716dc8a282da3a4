import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconClipboardText } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { CalendarDay } from '#shared/kernel/calendar/calendar.contract.ts';
import { CalendarNotes } from './CalendarNotes.tsx';
import { DayPanel } from './DayPanel.tsx';
import { NoticePanel } from './NoticePanel.tsx';
import { YearView } from './YearView.tsx';
import classes from './calendar.module.css';

/** What the contract takes. */
const FIRST = 2000;
const LAST = 2100;
const MARKED = ['holiday', 'workday'] as const satisfies readonly CalendarDay['kind'][];

/** Which days are worked: every deadline in working days is counted with this. */
export default function CalendarPage() {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('calendar.edit');
  const [year, setYear] = useState(() => Number(localToday().slice(0, 4)));
  const [panel, setPanel] = useState<string | null>(null);
  const days = useQuery({ ...api.calendar.listDays({ year }), placeholderData: keepPreviousData });
  const known = useQuery(api.calendar.listKnownYears({}));
  const openNotice = mayEdit ? () => setPanel('notice') : null;
  const close = () => setPanel(null);
  return (
    <Page
      title={formatMessage({ id: 'calendar.title' })}
      actions={openNotice && <Button variant="default" leftSection={<IconClipboardText size={16} aria-hidden />} onClick={openNotice}><FormattedMessage id="calendar.notice" /></Button>}
    >
      <Stack gap="md">
        {known.data && <CalendarNotes knownYears={known.data} shownYear={year} onPaste={openNotice} />}
        <Group justify="space-between">
          <Group gap="xs">
            <ActionIcon variant="default" size="lg" disabled={year <= FIRST} onClick={() => setYear(year - 1)} aria-label={formatMessage({ id: 'calendar.year.before' })}><IconChevronLeft size={18} aria-hidden /></ActionIcon>
            <Text fw={600} miw="5rem" ta="center" role="status"><FormattedMessage id="calendar.year" values={{ year: String(year) }} /></Text>
            <ActionIcon variant="default" size="lg" disabled={year >= LAST} onClick={() => setYear(year + 1)} aria-label={formatMessage({ id: 'calendar.year.after' })}><IconChevronRight size={18} aria-hidden /></ActionIcon>
          </Group>
          <Group gap="lg">
            {MARKED.map((kind) => (
              <span key={kind} className={classes['legend']}>
                <span className={classes['day']} data-kind={kind} aria-hidden><span className={classes['mark']}><FormattedMessage id={`calendar.mark.${kind}`} /></span></span>
                <Text size="sm"><FormattedMessage id={`calendar.kind.${kind}`} /></Text>
              </span>
            ))}
          </Group>
        </Group>
        <QueryState query={days}>{(rows) => <YearView key={year} year={year} days={rows} onOpen={mayEdit ? setPanel : null} />}</QueryState>
      </Stack>
      {panel === 'notice' && <NoticePanel year={year} onClosed={close} />}
      {panel !== null && panel !== 'notice' && <DayPanel key={panel} day={panel} published={days.data?.find(({ day }) => day === panel)} onClosed={close} />}
    </Page>
  );
}
