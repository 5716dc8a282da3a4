import { Button, Table, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay, useSession } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { holdUnsaved } from '#renderer/components/form/unsaved-forms.ts';
import { afterAct } from '#shared/modules/training-assessment/assessment/cycle.rules.ts';
import type { Sheet, SheetLine } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { PointsInput } from '../PointsInput.tsx';
import { Section } from '../Section.tsx';
import { usePoints } from '../use-points.ts';

type Typed = { readonly selfScore: number | null; readonly selfNote: string; readonly score: number | null; readonly basis: string; readonly matterNo: string };
type Mode = 'self' | 'superior';

type ScoreFormProps = { readonly sheet: Sheet; /** Told whether anything is typed that is not saved yet. */ readonly onUnsaved: (isUnsaved: boolean) => void };

/** Lines that people score, or explain: the subject while it assesses itself, the superior afterwards. */
export function ScoreForm({ sheet, onUnsaved }: ScoreFormProps) {
  const may = useMay();
  const { userId } = useSession();
  const isSelf = may('assessment.self') && afterAct(sheet.state, 'self-assess') !== null && (sheet.selfAccountId === userId || may('assessment.score'));
  const isSuperior = may('assessment.score') && afterAct(sheet.state, 'score') !== null && sheet.selfAccountId !== userId;
  const lines = sheet.lines.filter(({ kind }) => kind !== 'adjust');
  if (!isSelf && !isSuperior) return null;
  return <OpenForm sheet={sheet} lines={lines} mode={isSelf ? 'self' : 'superior'} onUnsaved={onUnsaved} />;
}

const typedOf = ({ selfScore, selfNote, score, basis, matterNo }: SheetLine): Typed => ({ selfScore, selfNote, score, basis, matterNo });

function OpenForm({ sheet, lines, mode, onUnsaved }: ScoreFormProps & { readonly lines: readonly SheetLine[]; readonly mode: Mode }) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const self = useMutation(api.trainingAssessment.saveSelf());
  const superior = useMutation(api.trainingAssessment.saveSuperior());
  const put = (line: SheetLine, values: Partial<Typed>): void => setTyped((all) => ({ ...all, [line.itemId]: { ...(all[line.itemId] ?? typedOf(line)), ...values } }));
  const isDirty = Object.keys(typed).length > 0;
  const [shownVersion, setShownVersion] = useState(sheet.version);
  if (!isDirty && shownVersion !== sheet.version) setShownVersion(sheet.version);
  const save = (saved?: () => void): void => {
    const marks = Object.entries(typed);
    const one = { id: sheet.id, version: sheet.version };
    const done = {
      onSuccess: () => {
        setTyped({});
        saved?.();
      },
      // somebody was faster: their values are read, what was typed here stays and can be saved over them
      onError: () => void queries.invalidateQueries({ queryKey: ['trainingAssessment', 'getSheet'] }),
    };
    if (mode === 'self') self.mutate({ ...one, marks: marks.map(([itemId, { selfScore, selfNote }]) => ({ itemId, selfScore, selfNote })) }, done);
    else superior.mutate({ ...one, marks: marks.map(([itemId, { score, basis, matterNo }]) => ({ itemId, score, basis, matterNo })) }, done);
  };
  useUnsaved(isDirty, save, () => setTyped({}));
  useEffect(() => {
    onUnsaved(isDirty);
    return () => onUnsaved(false);
  }, [isDirty, onUnsaved]);
  const shown = mode === 'self' ? lines : lines.filter(({ kind }) => kind !== 'indicator');
  return (
    <Section
      title={mode === 'self' ? 'assessment.form.self' : 'assessment.form.superior'}
      actions={<Button size="xs" disabled={!isDirty} loading={self.isPending || superior.isPending} onClick={() => save()}><FormattedMessage id={mode === 'self' ? 'assessment.form.save-self' : 'assessment.form.save-superior'} /></Button>}
    >
      <ErrorNote error={self.error ?? superior.error} />
      <Text size="xs" c="dimmed"><FormattedMessage id={mode === 'self' ? 'assessment.form.self-about' : 'assessment.form.superior-about'} /></Text>
      <LinesTable lines={shown} mode={mode} shownVersion={shownVersion} onType={put} />
    </Section>
  );
}

/** What is typed and not saved is asked about when the window closes or the screen is left. */
function useUnsaved(isDirty: boolean, save: (saved: () => void) => void, discard: () => void): void {
  const state = useRef({ isDirty, save, discard });
  useEffect(() => {
    state.current = { isDirty, save, discard };
  });
  useEffect(() => holdUnsaved({ isDirty: () => state.current.isDirty, flush: () => undefined, save: (saved) => state.current.save(saved), discard: () => state.current.discard() }), []);
}

type LinesProps = { readonly lines: readonly SheetLine[]; readonly mode: Mode; /** While something is typed the fields stay as they are; otherwise they follow the sheet. */ readonly shownVersion: number; readonly onType: (line: SheetLine, values: Partial<Typed>) => void };

function LinesTable({ lines, mode, shownVersion, onType }: LinesProps) {
  const { formatMessage } = useIntl();
  const heads = mode === 'self' ? (['title', 'fullScore', 'selfScore', 'selfNote'] as const) : (['title', 'fullScore', 'selfScore', 'selfNote', 'score', 'basis', 'matterNo'] as const);
  return (
    <Table.ScrollContainer minWidth={mode === 'self' ? 600 : 820}>
      <Table aria-label={formatMessage({ id: mode === 'self' ? 'assessment.form.self' : 'assessment.form.superior' })} verticalSpacing={4}>
        <Table.Thead><Table.Tr>{heads.map((head) => <Table.Th key={head} scope="col" {...(head === 'fullScore' && { ta: 'end' as const })}>{formatMessage({ id: `assessment.field.${head}` })}</Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>{lines.map((line) => <LineRow key={`${line.itemId} ${String(shownVersion)}`} line={line} mode={mode} onType={onType} />)}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function LineRow({ line, mode, onType }: Pick<LinesProps, 'mode' | 'onType'> & { readonly line: SheetLine }) {
  const { formatMessage } = useIntl();
  const points = usePoints();
  const named = (field: 'selfScore' | 'selfNote' | 'score' | 'basis' | 'matterNo') => ({ size: 'xs' as const, 'aria-label': `${line.title} ${formatMessage({ id: `assessment.field.${field}` })}` });
  return (
    <Table.Tr>
      <Table.Td>{line.title}{line.rule !== '' && <Text size="xs" c="dimmed">{line.rule}</Text>}</Table.Td>
      <Table.Td ta="end">{points(line.fullScore)}</Table.Td>
      {mode === 'self' ? (
        <>
          <Table.Td w={100}>{line.kind === 'scored' ? <PointsInput {...named('selfScore')} score={line.selfScore} most={line.fullScore} onScore={(selfScore) => onType(line, { selfScore })} /> : points(line.score)}</Table.Td>
          <Table.Td><Textarea {...named('selfNote')} autosize minRows={1} maxLength={500} defaultValue={line.selfNote} onChange={(event) => onType(line, { selfNote: event.currentTarget.value })} /></Table.Td>
        </>
      ) : (
        <>
          <Table.Td ta="end">{points(line.selfScore)}</Table.Td>
          <Table.Td><Text size="xs">{line.selfNote}</Text></Table.Td>
          <Table.Td w={100}><PointsInput {...named('score')} score={line.due === null ? line.score : null} most={line.fullScore} onScore={(score) => onType(line, { score })} /></Table.Td>
          <Table.Td><Textarea {...named('basis')} autosize minRows={1} maxLength={500} defaultValue={line.basis} onChange={(event) => onType(line, { basis: event.currentTarget.value })} /></Table.Td>
          <Table.Td w={130}><TextInput {...named('matterNo')} maxLength={40} defaultValue={line.matterNo} onChange={(event) => onType(line, { matterNo: event.currentTarget.value })} /></Table.Td>
        </>
      )}
    </Table.Tr>
  );
}
