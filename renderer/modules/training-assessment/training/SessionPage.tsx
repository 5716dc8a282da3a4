import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconDeviceFloppy } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { isInText, useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { DraftNote } from '#renderer/components/form/DraftNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { matchPasted, readMark, type PastedCell } from '#shared/modules/training-assessment/training/paste.rules.ts';
import type { SessionSheet } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import { AttendanceGrid, type TypedMark } from './AttendanceGrid.tsx';
import { PasteFaults } from './PasteFaults.tsx';
import { classPlace } from './places.ts';
import { SessionState } from './SessionState.tsx';
import { useSignInPaper } from './use-sign-in-paper.ts';
import { useTrainingId } from './use-training-id.ts';
import { useTypedSheet } from './use-typed-sheet.ts';

/** One session's sheet: attendance of everybody by keyboard, by paste, and on paper. */
export default function SessionPage() {
  const { formatMessage } = useIntl();
  const id = useTrainingId();
  const { data, error, refetch } = useQuery(api.trainingAssessment.getSessionSheet({ id }));
  if (data) return <Sheet key={id} sheet={data} refetch={() => void refetch()} />;
  return <Page title={formatMessage({ id: 'training.session' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function Sheet({ sheet, refetch }: { readonly sheet: SessionSheet; readonly refetch: () => void }) {
  const { formatMessage } = useIntl();
  const { session, lines, classState } = sheet;
  const mayEdit = useMay()('training.edit') && classState === 'running' && session.state !== 'cancelled';
  const [reason, setReason] = useState('');
  const [pasted, setPasted] = useState<readonly PastedCell<unknown>[]>([]);
  const [at, setAt] = useState(0);
  const keep = useMutation(api.trainingAssessment.keepAttendance());
  const close = useMutation(api.trainingAssessment.closeSession());
  const paper = useSignInPaper(sheet);
  const typed = useTypedSheet<TypedMark>(`training-sheet/${session.id}`, (words, kept) => {
    const marks = lines.flatMap(({ memberId, version }) => { const one = words[memberId]; return one?.mark ? [{ memberId, version, mark: one.mark, note: one.note }] : []; });
    if (marks.length > 0) keep.mutate({ sessionId: session.id, marks, reason }, { onSuccess: () => { setReason(''); kept(); }, onError: refetch });
  });
  const open = lines.filter(({ memberId, mark }) => mark === null && !typed.typed[memberId]?.mark);
  const changed = Object.keys(typed.typed).length;
  const changesKept = session.state === 'held' && lines.some(({ memberId, mark }) => mark !== null && typed.typed[memberId] !== undefined);
  useDeskCommand(mayEdit ? { id: 'record.save', title: 'common.save', accelerator: 'CmdOrCtrl+S', run: () => typed.save() } : null);
  usePaste(mayEdit, (text) => {
    const { cells } = matchPasted(text, lines, at, readMark);
    typed.put(Object.fromEntries(cells.flatMap((cell) => (cell.kind === 'taken' ? [[cell.memberId, { mark: cell.value, note: lines.find(({ memberId }) => memberId === cell.memberId)?.note ?? '' }]] : []))));
    setPasted(cells);
  });
  return (
    <Page
      wide
      title={session.courseTitle}
      figure={<><DayText day={session.heldOn} /> {session.startsAt}–{session.endsAt} · {session.place} · {session.trainer} · <SessionState session={session} /></>}
      actions={
        <>
          <PrintButton paper={paper} />
          {mayEdit && <Button size="xs" variant={changed > 0 ? 'filled' : 'default'} disabled={changed === 0} loading={keep.isPending} leftSection={<IconDeviceFloppy size={16} aria-hidden />} onClick={() => typed.save()}><FormattedMessage id="training.sheet.save" values={{ count: changed }} /></Button>}
          {mayEdit && session.state === 'planned' && <Button size="xs" variant={changed === 0 && open.length === 0 ? 'filled' : 'default'} disabled={changed > 0 || open.length > 0} loading={close.isPending} leftSection={<IconCheck size={16} aria-hidden />} onClick={() => close.mutate({ id: session.id, version: session.version })}><FormattedMessage id="training.sheet.close" /></Button>}
        </>
      }
    >
      <Stack gap="sm" p="md" style={{ overflow: 'auto', height: '100%' }}>
        <Group justify="space-between">
          <Text size="sm"><PlaceLink to={classPlace(session.classId)} inherit underline="always">{session.className}</PlaceLink></Text>
          <Text size="sm" role="status"><FormattedMessage id="training.sheet.figure" values={{ people: lines.length, open: open.length }} /></Text>
        </Group>
        <DraftNote draft={typed.draft} />
        <ErrorNote error={keep.error ?? close.error} />
        <PasteFaults cells={pasted} onClose={() => setPasted([])} />
        {changesKept && <TextInput maw={420} label={formatMessage({ id: 'training.sheet.reason' })} required maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
        {mayEdit && open.length > 0 && <Button size="xs" variant="default" style={{ alignSelf: 'start' }} onClick={() => typed.put(Object.fromEntries(open.map(({ memberId, note }) => [memberId, { mark: 'present', note }])))}><FormattedMessage id="training.sheet.rest" values={{ count: open.length }} /></Button>}
        <AttendanceGrid lines={lines} typed={typed.typed} mayEdit={mayEdit} at={at} onAt={setAt} onType={(memberId, one) => typed.put({ [memberId]: one })} onDrop={(memberId) => typed.drop([memberId])} />
      </Stack>
    </Page>
  );
}

/** A column or a table pasted on the page, outside of any field. */
function usePaste(isOn: boolean, take: (text: string) => void): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const onPaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isInText(event.target) || text.trim() === '') return;
      event.preventDefault();
      take(text);
    };
    addEventListener('paste', onPaste);
    return () => removeEventListener('paste', onPaste);
  }, [isOn, take]);
}
