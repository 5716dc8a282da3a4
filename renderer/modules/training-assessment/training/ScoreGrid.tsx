import { Button, Text, TextInput } from '@mantine/core';
import { useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import { readScore } from '#shared/modules/training-assessment/training/paste.rules.ts';
import type { Attempt, ExamRow, ScoreLine } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import classes from './sheet.module.css';

type ScoreGridProps = {
  readonly lines: readonly ScoreLine[];
  readonly exam: ExamRow;
  readonly attempt: Attempt;
  readonly typed: Readonly<Record<string, string>>;
  readonly mayEdit: boolean;
  readonly onType: (memberId: string, words: string) => void;
  /** Several cells pasted while standing on a line. */
  readonly onPaste: (text: string, at: number) => void;
};

/** Scores down one column: Enter and the arrows move, what is no score is told at its cell and keeps the sheet from being saved. */
export function ScoreGrid({ lines, exam, attempt, typed, mayEdit, onType, onPaste }: ScoreGridProps) {
  const { formatMessage } = useIntl();
  const body = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
    const inputs = [...(body.current?.querySelectorAll('input') ?? [])];
    const next = inputs[inputs.indexOf(event.target) + step];
    event.preventDefault();
    next?.focus();
    next?.select();
  };
  const paste = (at: number) => (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    onPaste(text, at);
  };
  const words = (score: { readonly scoreTenths: number | null } | null): string => (score === null ? '' : score.scoreTenths === null ? formatMessage({ id: 'training.exam.absent' }) : hoursText(score.scoreTenths));
  const isTyped = (line: ScoreLine, column: Attempt): boolean => mayEdit && column === attempt && (column === 1 || line.isMakeUpDue || line.makeUp !== null);
  return (
    <table className={classes['sheet']} aria-label={formatMessage({ id: 'training.exam' })} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col" className={classes['number']}>#</th>
          {(['memberId', 'gridName', 'first', 'makeUp', 'result'] as const).map((field) => <th key={field} scope="col"><FormattedMessage id={`training.field.${field}`} /></th>)}
        </tr>
      </thead>
      <tbody ref={body}>
        {lines.map((line, at) => (
          <tr key={line.memberId}>
            <td className={classes['number']}>{at + 1}</td>
            <td>{line.name}</td>
            <td>{line.gridName}</td>
            {([1, 2] as const).map((column) => {
              const stored = column === 1 ? line.first : line.makeUp;
              return <td key={column}>{isTyped(line, column) ? <ScoreCell name={line.name} stored={words(stored)} typed={typed[line.memberId]} full={exam.fullTenths} isFirst={at === 0} onType={(text) => onType(line.memberId, text)} onPaste={paste(at)} /> : words(stored)}</td>;
            })}
            <td><Verdict line={line} exam={exam} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ScoreCellProps = { readonly name: string; readonly stored: string; readonly typed: string | undefined; readonly full: number; readonly isFirst: boolean; readonly onType: (words: string) => void; readonly onPaste: (event: ClipboardEvent) => void };

function ScoreCell({ name, stored, typed, full, isFirst, onType, onPaste }: ScoreCellProps) {
  const { formatMessage } = useIntl();
  const read = typed === undefined ? null : readScore(typed, full);
  const fault = read && 'fault' in read ? formatMessage({ id: `training.cell.${read.fault === 'out-of-range' ? 'out-of-range' : 'not-a-number'}` }, { full: hoursText(full) }) : null;
  const differs = typed !== undefined && stored !== '' && fault === null;
  return (
    <>
      <TextInput size="xs" w={110} aria-label={formatMessage({ id: 'training.exam.score-of' }, { name })} {...(isFirst && { 'data-autofocus': true })} inputMode="decimal" autoComplete="off" value={typed ?? stored} error={fault} onFocus={(event) => event.currentTarget.select()} onChange={(event) => onType(event.currentTarget.value)} onPaste={onPaste} />
      {differs && <Button tabIndex={-1} size="compact-xs" variant="subtle" onClick={() => onType('')}><FormattedMessage id="training.cell.was" values={{ was: stored }} /></Button>}
    </>
  );
}

function Verdict({ line, exam }: { readonly line: ScoreLine; readonly exam: ExamRow }) {
  if (exam.state === 'planned') return null;
  if (line.isMakeUpDue) return <Text size="sm" fw={600}><FormattedMessage id={exam.state === 'closed' ? 'training.exam.missed' : 'training.exam.due'} /></Text>;
  const best = Math.max(line.first?.scoreTenths ?? 0, line.makeUp?.scoreTenths ?? 0);
  return <Text size="sm"><FormattedMessage id={best >= exam.passTenths ? 'training.exam.passed' : 'training.exam.failed'} /></Text>;
}
