import { VisuallyHidden } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconWand } from '@tabler/icons-react';
import { useEffect, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import type { Finding } from '#shared/kernel/imports/imports.contract.ts';
import { useFindingWords } from './use-finding-words.ts';
import classes from './import-sheet.module.css';

const ICONS = { error: IconAlertCircle, warning: IconAlertTriangle, normalised: IconWand } as const;

type ImportCellProps = {
  id: string;
  place: CSSProperties;
  column: number;
  text: string;
  finding: Finding | undefined;
  isActive: boolean;
  onPick: () => void;
  onEdit: () => void;
};

/** One cell as the file has it; a finding shows as a mark with its words. */
export function ImportCell({ id, place, column, text, finding, isActive, onPick, onEdit }: ImportCellProps) {
  const findingWords = useFindingWords();
  const Icon = finding && ICONS[finding.severity];
  const words = finding && findingWords(finding);
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={isActive}
      aria-invalid={finding?.severity === 'error'}
      className={classes['cell']}
      style={place}
      data-severity={finding?.severity}
      data-active={isActive || undefined}
      title={words ? `${text}\n${words}` : text}
      onMouseDown={onPick}
      onDoubleClick={onEdit}
    >
      {Icon && <Icon size={14} className={classes['mark']} aria-hidden />}
      <span className={classes['text']}>{text}</span>
      {words && <VisuallyHidden>{words}</VisuallyHidden>}
    </div>
  );
}

type ImportCellEditorProps = { place: CSSProperties; label: string; initialText: string; onSave: (text: string) => void; onLeave: () => void; onBlur: (text: string) => void };

/** The right value, typed where the wrong one stands: Enter keeps it, Esc leaves the cell as it was, a click elsewhere loses nothing. */
export function ImportCellEditor({ place, label, initialText, onSave, onLeave, onBlur }: ImportCellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => input.current?.select(), []);
  const once = (end: () => void) => {
    if (isDone.current) return;
    isDone.current = true;
    end();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || event.keyCode === 229) return; // half-typed pinyin
    const text = event.currentTarget.value;
    if (event.key === 'Enter') once(() => onSave(text));
    else if (event.key === 'Escape') once(onLeave);
    else return;
    event.preventDefault();
  };
  return (
    <div role="gridcell" className={classes['cell']} style={place} data-editing>
      <input ref={input} className={classes['editor']} aria-label={label} defaultValue={initialText} maxLength={1000} autoFocus onKeyDown={onKeyDown} onBlur={(event) => once(() => onBlur(event.target.value))} />
    </div>
  );
}
