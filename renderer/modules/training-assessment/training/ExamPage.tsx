import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconDeviceFloppy } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { DraftNote } from '#renderer/components/form/DraftNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import { matchPasted, readScore, type PastedCell } from '#shared/modules/training-assessment/training/paste.rules.ts';
import type { Attempt, ExamSheet } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import { PasteFaults } from './PasteFaults.tsx';
import { classPlace } from './places.ts';
import { ScoreGrid } from './ScoreGrid.tsx';
import { useTrainingId } from './use-training-id.ts';
import { useTypedSheet } from './use-typed-sheet.ts';

/** One exam's sheet: scores typed down the column or pasted, the one make-up beside them. */
export default function ExamPage() {
  const { formatMessage } = useIntl();
  const id = useTrainingId();
  const { data, error, refetch } = useQuery(api.trainingAssessment.getExamSheet({ id }));
  if (data) return <Sheet key={`${id} ${data.exam.state}`} sheet={data} refetch={() => void refetch()} />;
  return <Page title={formatMessage({ id: 'training.exam' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function Sheet({ sheet, refetch }: { readonly sheet: ExamSheet; readonly refetch: () => void }) {
  const { formatMessage } = useIntl();
  const { exam, lines, classState } = sheet;
  const mayEdit = useMay()('training.edit') && classState === 'running';
  const [attempt, setAttempt] = useState<Attempt>(exam.state === 'marked' ? 2 : 1);
  const [reason, setReason] = useState('');
  const [pasted, setPasted] = useState<readonly PastedCell<unknown>[]>([]);
  const keep = useMutation(api.trainingAssessment.keepScores());
  const close = useMutation(api.trainingAssessment.closeExam());
  const storedOf = (line: (typeof lines)[number]) => (attempt === 1 ? line.first : line.makeUp);
  const typed = useTypedSheet<string>(`training-scores/${exam.id}`, (words, kept) => {
    const read = lines.flatMap((line) => {
      const one = words[line.memberId];
      return one === undefined ? [] : [{ line, score: readScore(one, exam.fullTenths) }];
    });
    if (read.length === 0 || read.some(({ score }) => 'fault' in score)) return;
    const scores = read.flatMap(({ line, score }) => ('value' in score ? [{ memberId: line.memberId, version: storedOf(line)?.version ?? 0, scoreTenths: score.value }] : []));
    keep.mutate({ examId: exam.id, attempt, scores, reason }, { onSuccess: () => { setReason(''); kept(); }, onError: refetch });
  });
  const changed = Object.keys(typed.typed).length;
  const faults = Object.values(typed.typed).filter((words) => 'fault' in readScore(words, exam.fullTenths)).length;
  const changesKept = lines.some((line) => storedOf(line) !== null && typed.typed[line.memberId] !== undefined);
  const missing = lines.filter((line) => attempt === 1 && line.first === null).length;
  const paste = (text: string, at: number) => {
    const people = lines.filter((line) => attempt === 1 || line.isMakeUpDue || line.makeUp !== null);
    const { cells } = matchPasted(text, people, people.findIndex(({ memberId }) => memberId === lines[at]?.memberId), (words) => readScore(words, exam.fullTenths));
    typed.put(Object.fromEntries(cells.flatMap((cell) => (cell.kind === 'taken' ? [[cell.memberId, cell.value === null ? '缺' : hoursText(cell.value)]] : []))));
    setPasted(cells);
  };
  useDeskCommand(mayEdit ? { id: 'record.save', title: 'common.save', accelerator: 'CmdOrCtrl+S', run: () => typed.save() } : null);
  return (
    <Page
      wide
      title={exam.title}
      figure={<><DayText day={exam.heldOn} /> · <FormattedMessage id="training.exam.figure" values={{ pass: hoursText(exam.passTenths), full: hoursText(exam.fullTenths), passed: exam.passed, people: lines.length }} /> · <FormattedMessage id={`training.exam.state.${exam.state}`} /></>}
      actions={
        mayEdit && (
          <>
            <Button size="xs" variant={changed > 0 ? 'filled' : 'default'} disabled={changed === 0 || faults > 0} loading={keep.isPending} leftSection={<IconDeviceFloppy size={16} aria-hidden />} onClick={() => typed.save()}><FormattedMessage id="training.sheet.save" values={{ count: changed }} /></Button>
            {exam.state !== 'closed' && <Button size="xs" variant={changed === 0 ? 'filled' : 'default'} disabled={changed > 0} loading={close.isPending} leftSection={<IconCheck size={16} aria-hidden />} onClick={() => close.mutate({ id: exam.id, version: exam.version })}><FormattedMessage id={exam.state === 'planned' ? 'training.exam.publish' : 'training.exam.close'} values={{ missing }} /></Button>}
          </>
        )
      }
    >
      <Stack gap="sm" p="md" style={{ overflow: 'auto', height: '100%' }}>
        <Group justify="space-between">
          <Text size="sm"><PlaceLink to={classPlace(exam.classId)} inherit underline="always">{exam.className}</PlaceLink>{exam.makeUpOn !== null && <> · <FormattedMessage id="training.exam.make-up-on" values={{ day: <DayText day={exam.makeUpOn} /> }} /></>}</Text>
          {exam.state !== 'planned' && <SegmentedControl size="xs" transitionDuration={0} value={String(attempt)} onChange={(value) => { typed.clear(); setAttempt(value === '2' ? 2 : 1); }} aria-label={formatMessage({ id: 'training.exam.attempt' })} data={[{ value: '1', label: formatMessage({ id: 'training.exam.first' }) }, { value: '2', label: formatMessage({ id: 'training.exam.make-up' }, { count: exam.makeUpsDue }) }]} />}
        </Group>
        <DraftNote draft={typed.draft} />
        <ErrorNote error={keep.error ?? close.error} />
        <PasteFaults cells={pasted} onClose={() => setPasted([])} />
        {changesKept && <TextInput maw={420} label={formatMessage({ id: 'training.sheet.reason' })} required maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
        {mayEdit && <Text size="sm" c="dimmed"><FormattedMessage id="training.exam.keys" /></Text>}
        <ScoreGrid lines={lines} exam={exam} attempt={attempt} typed={typed.typed} mayEdit={mayEdit} onType={(memberId, words) => (words === '' ? typed.drop([memberId]) : typed.put({ [memberId]: words }))} onPaste={paste} />
      </Stack>
    </Page>
  );
}
