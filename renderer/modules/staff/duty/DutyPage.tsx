import { ActionIcon, Button, Group, Modal, MultiSelect, Stack, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { monthText, type DutyDay, type Roster } from '#shared/modules/staff/duty/duty.schema.ts';
import { daysOfMonth, monthAfter } from '#shared/modules/staff/duty/roster.rules.ts';
import { DutyMonth } from './DutyMonth.tsx';

const searchSchema = z.object({ month: monthText.optional().catch(undefined) });
type Person = { readonly id: string; readonly name: string; readonly phone: string };

/** Who keeps the desk on each day of a month, and who stands behind. */
export default function DutyPage() {
  const month = searchSchema.parse(useSearch({ strict: false })).month ?? localToday().slice(0, 7);
  const { data, error, refetch } = useQuery(api.staff.getRoster({ month }));
  const { data: people } = useQuery(api.staff.listDutyPeople({}));
  return data && people ? <RosterPage key={`${month} ${data.version}`} roster={data} present={people} /> : <ErrorNote error={error} onRetry={() => void refetch()} />;
}

function RosterPage({ roster, present }: { readonly roster: Roster; readonly present: readonly Person[] }) {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('duty.edit');
  const navigate = useNavigate();
  const { month } = roster;
  const [days, setDays] = useState<readonly DutyDay[]>(roster.days);
  const [isDealing, setDealing] = useState(false);
  const save = useMutation(api.staff.saveRoster());
  const people = useMemo(() => [...present, ...roster.people.filter(({ id }) => !present.some((one) => one.id === id))], [present, roster.people]);
  const nameOf = (id: string): string => people.find((one) => one.id === id)?.name ?? '';
  const empty = daysOfMonth(month).filter((day) => !days.some(({ on }) => on === day)).length;
  const isChanged = days !== roster.days;
  const goTo = (to: string) => void navigate({ to: '.', search: { month: to } as never }); // the router's search type is that of all screens together
  const title = formatMessage({ id: 'duty.title' });
  const paper = {
    title: formatMessage({ id: 'duty.paper' }, { month }), entity: 'staff.roster', entityId: roster.id ?? '', rows: days.length, asksReason: false, startsLandscape: false, isPublic: true,
    blocks: [{ kind: 'table' as const, heading: '', columns: (['day', 'person', 'phone', 'backup', 'note'] as const).map((id) => ({ title: formatMessage({ id: `duty.${id}` }), width: id === 'note' ? 2 : 3 })), rows: days.map(({ on, memberId, backupId, note }) => [on, nameOf(memberId), people.find(({ id }) => id === memberId)?.phone ?? '', nameOf(backupId), note]) }],
  };
  return (
    <Page
      wide
      title={title}
      figure={<FormattedDate value={`${month}-01T00:00:00Z`} timeZone="UTC" year="numeric" month="long" />}
      actions={
        <Group gap="xs">
          <ActionIcon variant="default" aria-label={formatMessage({ id: 'duty.before' })} onClick={() => goTo(monthAfter(month, -1))}><IconChevronLeft size={16} aria-hidden /></ActionIcon>
          <ActionIcon variant="default" aria-label={formatMessage({ id: 'duty.after' })} onClick={() => goTo(monthAfter(month))}><IconChevronRight size={16} aria-hidden /></ActionIcon>
          {roster.id !== null && !isChanged && <PrintButton paper={paper} />}
          {mayEdit && <Button size="xs" variant={isChanged ? 'default' : 'filled'} onClick={() => setDealing(true)}><FormattedMessage id={days.length === 0 ? 'duty.propose' : 'duty.propose-again'} /></Button>}
          {isChanged && <Button size="xs" variant="default" onClick={() => setDays(roster.days)}><FormattedMessage id="duty.discard" /></Button>}
          {isChanged && <Button size="xs" loading={save.isPending} onClick={() => save.mutate({ month, version: roster.version, days: [...days], note: roster.note })}><FormattedMessage id="common.save" /></Button>}
        </Group>
      }
    >
      <ErrorNote error={save.error} />
      {(empty > 0 || roster.uncovered.length > 0) && <Text size="sm" c="red" px="md" py={6}>{empty > 0 ? <FormattedMessage id="duty.empty-days" values={{ count: empty }} /> : <FormattedMessage id="duty.uncovered" values={{ count: roster.uncovered.length, first: roster.uncovered[0] ?? '' }} />}</Text>}
      <DutyMonth month={month} days={days} people={people} uncovered={roster.uncovered} {...(mayEdit && { onChange: (day: DutyDay) => setDays([...days.filter(({ on }) => on !== day.on), day].toSorted((a, b) => (a.on < b.on ? -1 : 1))) })} />
      {isDealing && <DealDialog month={month} present={present} onDealt={(dealt) => { setDays(dealt); setDealing(false); }} onClose={() => setDealing(false)} />}
    </Page>
  );
}

type DealProps = { readonly month: string; readonly present: readonly Person[]; readonly onDealt: (days: readonly DutyDay[]) => void; readonly onClose: () => void };

/** Who takes turns; the month is then dealt out evenly, to be looked over and saved. */
function DealDialog({ month, present, onDealt, onClose }: DealProps) {
  const { formatMessage } = useIntl();
  const [memberIds, setMemberIds] = useState<string[]>(present.slice(0, 100).map(({ id }) => id));
  const [isAsked, setAsked] = useState(false);
  const { data, error, isFetching } = useQuery({ ...api.staff.proposeRoster({ month, memberIds }), enabled: isAsked && memberIds.length >= 2 });
  if (isAsked && data && !isFetching) queueMicrotask(() => onDealt(data));
  return (
    <Modal opened onClose={onClose} title={formatMessage({ id: 'duty.propose' })} centered transitionProps={{ duration: 0 }}>
      <Stack gap="md">
        <Text size="sm"><FormattedMessage id="duty.propose-about" /></Text>
        <ErrorNote error={error} />
        <MultiSelect label={formatMessage({ id: 'duty.people' })} data={present.map(({ id, name }) => ({ value: id, label: name }))} value={memberIds} onChange={(chosen) => { setMemberIds(chosen); setAsked(false); }} searchable clearable maxDropdownHeight={220} comboboxProps={{ transitionProps: { duration: 0 } }} {...(memberIds.length < 2 && { error: formatMessage({ id: 'duty.two-at-least' }) })} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}><FormattedMessage id="common.cancel" /></Button>
          <Button disabled={memberIds.length < 2} loading={isAsked && isFetching} onClick={() => setAsked(true)} data-autofocus><FormattedMessage id="duty.deal" /></Button>
        </Group>
      </Stack>
    </Modal>
  );
}
