import { Button, Kbd, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconNote, IconX } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { attendanceMarks, type AttendanceMark, type SheetLine } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import { markOfKey } from './attendance-keys.ts';
import classes from './sheet.module.css';

/** A line as typed; the mark is still open where only a note was written. */
export type TypedMark = { readonly mark: AttendanceMark | null; readonly note: string };

type AttendanceGridProps = {
  readonly lines: readonly SheetLine[];
  readonly typed: Readonly<Record<string, TypedMark>>;
  readonly mayEdit: boolean;
  readonly at: number;
  readonly onAt: (at: number) => void;
  readonly onType: (memberId: string, one: TypedMark) => void;
  readonly onDrop: (memberId: string) => void;
};

const ICONS = { present: IconCheck, late: IconClock, leave: IconNote, absent: IconX } as const;

/** Everybody on the sheet. Letters or digits mark the person one stands on and go to the next; arrows and Enter move, Backspace takes back. */
export function AttendanceGrid({ lines, typed, mayEdit, at, onAt, onType, onDrop }: AttendanceGridProps) {
  const { formatMessage } = useIntl();
  const body = useRef<HTMLTableSectionElement>(null);
  const go = (to: number) => {
    const next = Math.max(0, Math.min(lines.length - 1, to));
    onAt(next);
    body.current?.querySelectorAll<HTMLElement>('tr')[next]?.focus();
  };
  useEffect(() => body.current?.querySelector<HTMLElement>('tr')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    const line = lines[at];
    const mark = mayEdit ? markOfKey(event) : undefined;
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: 1, PageDown: 10, PageUp: -10, Home: -lines.length, End: lines.length }[event.key];
    if (line && mark) onType(line.memberId, { mark, note: typed[line.memberId]?.note ?? line.note });
    else if (line && event.key === 'Backspace') onDrop(line.memberId);
    else if (step === undefined || (event.key === 'Enter' && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key !== 'Backspace') go(at + (mark ? 1 : (step ?? 0)));
  };
  return (
    <>
      {mayEdit && (
        <div className={classes['keys']}>
          {attendanceMarks.map((mark) => <span key={mark}><Kbd size="xs"><FormattedMessage id={`training.mark.key.${mark}`} /></Kbd> <FormattedMessage id={`training.mark.${mark}`} /></span>)}
          <Text size="sm" c="dimmed"><FormattedMessage id="training.mark.keys" /></Text>
        </div>
      )}
      <table className={classes['sheet']} role="grid" aria-label={formatMessage({ id: 'training.session' })} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className={classes['number']}>#</th>
            {(['memberId', 'gridName', 'mark', 'note'] as const).map((field) => <th key={field} scope="col"><FormattedMessage id={`training.field.${field}`} /></th>)}
          </tr>
        </thead>
        <tbody ref={body}>
          {lines.map((line, index) => <Line key={line.memberId} line={line} one={typed[line.memberId]} number={index + 1} isActive={index === at} mayEdit={mayEdit} onFocus={() => index !== at && onAt(index)} onType={(one) => onType(line.memberId, one)} onDrop={() => onDrop(line.memberId)} />)}
        </tbody>
      </table>
    </>
  );
}

type LineProps = { readonly line: SheetLine; readonly one: TypedMark | undefined; readonly number: number; readonly isActive: boolean; readonly mayEdit: boolean; readonly onFocus: () => void; readonly onType: (one: TypedMark) => void; readonly onDrop: () => void };

function Line({ line, one, number, isActive, mayEdit, onFocus, onType, onDrop }: LineProps) {
  const { formatMessage } = useIntl();
  const mark = one?.mark ?? line.mark;
  const words = (value: AttendanceMark | null): string => (value === null ? formatMessage({ id: 'training.mark.none' }) : formatMessage({ id: `training.mark.${value}` }));
  const differs = one?.mark != null && line.mark !== null && one.mark !== line.mark;
  return (
    <tr tabIndex={isActive ? 0 : -1} data-active={isActive || undefined} aria-selected={isActive} aria-label={`${line.name} ${words(mark)}`} onFocus={onFocus}>
      <td className={classes['number']}>{number}</td>
      <td>{line.name}</td>
      <td>{line.gridName}</td>
      <td>
        {mayEdit ? (
          <div className={classes['marks']}>
            {attendanceMarks.map((value) => {
              const Icon = ICONS[value];
              return <Button key={value} tabIndex={-1} size="compact-xs" variant={mark === value ? 'filled' : 'default'} aria-pressed={mark === value} leftSection={mark === value ? <Icon size={12} aria-hidden /> : undefined} onClick={() => onType({ mark: value, note: one?.note ?? line.note })}>{words(value)}</Button>;
            })}
            {differs && <Button tabIndex={-1} size="compact-xs" variant="subtle" leftSection={<IconAlertTriangle size={12} aria-hidden />} onClick={onDrop}><FormattedMessage id="training.sheet.kept" values={{ was: words(line.mark), by: line.by }} /></Button>}
          </div>
        ) : words(mark)}
      </td>
      <td>{mayEdit ? <TextInput size="xs" variant="unstyled" tabIndex={-1} maxLength={100} aria-label={formatMessage({ id: 'training.sheet.note-of' }, { name: line.name })} value={one?.note ?? line.note} onChange={(event) => onType({ mark, note: event.currentTarget.value })} /> : line.note}</td>
    </tr>
  );
}
