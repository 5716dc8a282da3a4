import { Checkbox, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { LineRow, YearPage } from '#shared/modules/budget/year/year.schema.ts';
import { MoneyInput } from '../parts/MoneyInput.tsx';
import { useSourceChoices } from '../parts/use-budget-options.ts';
import { useYuan } from '../parts/yuan.ts';
import { ActDialog } from '../requests/acts/ActDialog.tsx';

const still = { comboboxProps: { transitionProps: { duration: 0 } } };

export function OpenYearDialog({ standingSourceId, onOpened, onClose }: { /** Whose money the standing lines of the year on screen are; proposed for the next. */ readonly standingSourceId: string | null; readonly onOpened: (year: number) => void; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const sources = useSourceChoices();
  const [year, setYear] = useState<number | null>(Number(localToday().slice(0, 4)) + 1);
  const [sourceId, setSourceId] = useState<string | null>(standingSourceId);
  const [copyLines, setCopyLines] = useState(true);
  return (
    <ActDialog title={formatMessage({ id: 'budget.year.open' })} consequence={formatMessage({ id: 'budget.year.open-consequence' })} confirm={formatMessage({ id: 'budget.year.open' })} save={api.budget.openYear()} onDone={({ year: opened }) => onOpened(opened)} input={() => (year === null || sourceId === null ? null : { year, sourceId, copyLines })} onClose={onClose}>
      <NumberInput label={formatMessage({ id: 'budget.field.year' })} required min={2000} max={2100} allowDecimal={false} data-autofocus value={year ?? ''} onChange={(value) => setYear(typeof value === 'number' && value >= 2000 && value <= 2100 ? value : null)} />
      <Select label={formatMessage({ id: 'budget.year.standing-source' })} required data={[...sources]} value={sourceId} onChange={setSourceId} {...still} />
      <Checkbox label={formatMessage({ id: 'budget.year.copy-lines' })} checked={copyLines} onChange={(event) => setCopyLines(event.currentTarget.checked)} />
    </ActDialog>
  );
}

/** Asking for a line, or recording what was granted. */
export function AmountDialog({ line, act, onClose }: { readonly line: LineRow; readonly act: 'ask' | 'approve'; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const start = act === 'ask' ? line.figures.asked || (line.normFen ?? 0) * (line.quantity ?? 0) : line.figures.asked;
  const [fen, setFen] = useState<number | null>(start > 0 ? start : null);
  const [note, setNote] = useState('');
  const title = `${line.code} ${line.name}`;
  const amount = <MoneyInput label={formatMessage({ id: 'budget.field.amountFen' })} required data-autofocus defaultFen={fen} onFen={setFen} />;
  if (act === 'ask') return <ActDialog title={title} consequence={formatMessage({ id: 'budget.line.ask-consequence' })} confirm={formatMessage({ id: 'budget.line.ask' })} save={api.budget.askForLine()} input={() => (fen === null ? null : { id: line.id, version: line.version, fen })} onClose={onClose}>{amount}</ActDialog>;
  return (
    <ActDialog title={title} consequence={formatMessage({ id: 'budget.line.approve-consequence' })} confirm={formatMessage({ id: 'budget.line.approve' })} save={api.budget.approveLine()} input={() => (fen === null || fen <= 0 ? null : { id: line.id, version: line.version, fen, note: note.trim() })} onClose={onClose}>
      {amount}
      <TextInput label={formatMessage({ id: 'budget.field.documentNo' })} maxLength={200} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </ActDialog>
  );
}

/** From one line to another, or in from and out to the outside, with its reason. */
export function AdjustDialog({ lines, from, onClose }: { readonly lines: readonly LineRow[]; readonly from: string | null; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  const options = lines.map(({ id, code, name, figures }) => ({ value: id, label: formatMessage({ id: 'budget.line-free' }, { code, name, free: yuan(figures.free) }) }));
  const [fromLineId, setFrom] = useState<string | null>(from);
  const [toLineId, setTo] = useState<string | null>(null);
  const [fen, setFen] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const isComplete = fromLineId !== toLineId && fen !== null && fen > 0 && reason.trim().length >= 2;
  return (
    <ActDialog title={formatMessage({ id: 'budget.year.adjust' })} consequence={formatMessage({ id: 'budget.year.adjust-consequence' })} confirm={formatMessage({ id: 'budget.year.adjust' })} save={api.budget.adjustLines()} input={() => (isComplete ? { fromLineId, toLineId, fen, reason: reason.trim() } : null)} onClose={onClose}>
      <Select label={formatMessage({ id: 'budget.year.adjust-from' })} placeholder={formatMessage({ id: 'budget.year.outside' })} clearable data={options} value={fromLineId} onChange={setFrom} {...still} />
      <Select label={formatMessage({ id: 'budget.year.adjust-to' })} placeholder={formatMessage({ id: 'budget.year.outside' })} clearable data={options} value={toLineId} onChange={setTo} {...still} />
      <MoneyInput label={formatMessage({ id: 'budget.field.amountFen' })} required defaultFen={null} onFen={setFen} />
      <Textarea label={formatMessage({ id: 'budget.field.reasonText' })} required autosize minRows={2} maxLength={200} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </ActDialog>
  );
}

/** After this nobody changes the year; ticked lines take their free money into the next. */
export function CloseYearDialog({ page, onClose }: { readonly page: YearPage; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  const withFree = page.lines.filter(({ figures }) => figures.free > 0);
  const [carry, setCarry] = useState<string[]>([]);
  const [typed, setTyped] = useState('');
  return (
    <ActDialog title={formatMessage({ id: 'budget.year.close-title' }, { year: String(page.year.year) })} consequence={formatMessage({ id: 'budget.year.close-consequence' })} confirm={formatMessage({ id: 'budget.year.close' })} danger save={api.budget.closeYear()} input={() => (typed.trim() === String(page.year.year) ? { id: page.year.id, version: page.year.version, carryLineIds: carry } : null)} onClose={onClose}>
      {withFree.length > 0 && (
        <Checkbox.Group label={formatMessage({ id: 'budget.year.carry' })} value={carry} onChange={setCarry}>
          <Stack gap={6} mt={6}>{withFree.map(({ id, code, name, figures }) => <Checkbox key={id} size="sm" value={id} label={formatMessage({ id: 'budget.line-free' }, { code, name, free: yuan(figures.free) })} />)}</Stack>
        </Checkbox.Group>
      )}
      <TextInput label={formatMessage({ id: 'budget.year.close-type' }, { year: String(page.year.year) })} inputMode="numeric" autoComplete="off" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
    </ActDialog>
  );
}
