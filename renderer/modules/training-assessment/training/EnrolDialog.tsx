import { Alert, Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { ClassRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import { MemberSelect } from './MemberSelect.tsx';

type Chosen = { readonly id: string; readonly name: string };
const MOST_LINES = 2000;
const LINE_LENGTH = 200;

/** Puts people into a class: found one by one, or a list pasted from a spreadsheet. What is not understood is named and stays in the box. */
export function EnrolDialog({ row, onClose }: { readonly row: ClassRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [text, setText] = useState('');
  const [picks, setPicks] = useState(0);
  const lines = text.split(/\r?\n/).slice(0, MOST_LINES).map((line) => line.slice(0, LINE_LENGTH));
  const hasText = lines.some((line) => line.trim() !== '');
  const matched = useQuery({ ...api.trainingAssessment.matchMembers({ lines }), enabled: hasText });
  const found = hasText ? (matched.data ?? []) : [];
  const members = useMembersByName();
  const enrol = useMutation(api.trainingAssessment.enrolMembers());
  const ids = [...new Set([...chosen.map(({ id }) => id), ...found.flatMap(({ memberId }) => memberId ?? [])])];
  const wrong = found.filter(({ kind }) => kind !== 'taken');
  const add = async (id: string | null) => {
    if (id === null) return;
    const name = await members(id);
    setChosen([...chosen.filter((one) => one.id !== id), { id, name }]);
    setPicks(picks + 1);
  };
  const done = (skipped: number) => {
    setChosen([]);
    setText('');
    if (skipped === 0) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={formatMessage({ id: 'training.enrol.title' }, { name: row.name })} size="lg" transitionProps={{ duration: 100 }} closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }}>
      <Stack gap="sm">
        <ErrorNote error={enrol.error} />
        {enrol.data && enrol.data.skipped.length > 0 && (
          <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} title={formatMessage({ id: 'training.enrol.skipped' }, { enrolled: enrol.data.enrolled, skipped: enrol.data.skipped.length })}>
            <List size="sm">{enrol.data.skipped.map(({ name, why, where }) => <List.Item key={name + why}>{formatMessage({ id: `training.enrol.why.${why}` }, { name, where })}</List.Item>)}</List>
          </Alert>
        )}
        <MemberSelect key={picks} label={formatMessage({ id: 'training.enrol.find' })} chosen={null} onChange={(id) => void add(id)} />
        {chosen.length > 0 && <Group gap={4}>{chosen.map(({ id, name }) => <Button key={id} size="compact-xs" variant="default" rightSection={<IconX size={12} aria-hidden />} aria-label={formatMessage({ id: 'training.enrol.drop' }, { name })} onClick={() => setChosen(chosen.filter((one) => one.id !== id))}>{name}</Button>)}</Group>}
        <Textarea label={formatMessage({ id: 'training.enrol.paste' })} description={formatMessage({ id: 'training.enrol.paste-hint' })} autosize minRows={4} maxRows={10} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        {wrong.length > 0 && (
          <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle size={18} aria-hidden />} title={formatMessage({ id: 'training.paste.wrong' }, { count: wrong.length })}>
            <List size="sm">{wrong.map(({ row: at, text: words, kind }) => kind !== 'taken' && <List.Item key={at}>{formatMessage({ id: `training.paste.${kind}` }, { row: at, text: words })}</List.Item>)}</List>
          </Alert>
        )}
        <Group justify="space-between">
          <Text size="sm" c="dimmed"><FormattedMessage id="training.enrol.room" values={{ enrolled: row.enrolled, places: row.places }} /></Text>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}><FormattedMessage id="common.close" /></Button>
            <Button disabled={ids.length === 0 || (hasText && matched.isFetching)} loading={enrol.isPending} onClick={() => enrol.mutate({ classId: row.id, memberIds: ids }, { onSuccess: ({ skipped }) => done(skipped.length) })}><FormattedMessage id="training.enrol.do" values={{ count: ids.length }} /></Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}

/** The name of somebody who was just chosen from the list. */
function useMembersByName(): (id: string) => Promise<string> {
  const client = useQueryClient();
  return async (id) => (await client.fetchQuery(api.staff.getGridMember({ id }))).name;
}
