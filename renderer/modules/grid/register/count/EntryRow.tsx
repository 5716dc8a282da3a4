import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { countedFields, outcomes, type DoorResidents, type DoorRow, type Outcome } from '#shared/modules/grid/register/count/count.schema.ts';
import classes from './count.module.css';
import { AS_REGISTERED, asRegistered, keyedOutcome, type Typed } from './entry-values.ts';

/** What tells a door from the others of its building, which is named above the list. */
const withinBlock = ({ address, block }: DoorRow): string => {
  const at = block === '' ? -1 : address.indexOf(block);
  return at < 0 ? address : address.slice(at + block.length) || address;
};

type EntryRowProps = {
  readonly door: DoorRow;
  readonly typed: Typed;
  readonly isKept: boolean;
  readonly residents: DoorResidents | undefined;
  readonly isSaving: boolean;
  readonly onTyped: (typed: Typed) => void;
  readonly onSave: (typed: Typed) => void;
  readonly onMove: (steps: number) => void;
};

/** The door that is being written down. Figures choose the outcome, Enter walks through the fields and saves in the last one. */
export function EntryRow({ door, typed, isKept, residents, isSaving, onTyped, onSave, onMove }: EntryRowProps) {
  const { formatMessage } = useIntl();
  const { options } = useCodes('dwelling-use');
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    row.current?.querySelector('select')?.focus();
    row.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const isCounted = typed.outcome === 'counted';
  const title = (field: 'outcome' | 'foundUse' | 'note' | (typeof countedFields)[number]) => `${door.address} ${formatMessage({ id: `count.field.${field}` })}`;
  const choose = (event: KeyboardEvent<HTMLSelectElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const outcome = keyedOutcome(event.key);
    if (outcome === null && event.key !== AS_REGISTERED) return;
    event.preventDefault();
    onTyped(outcome === null ? asRegistered(typed, residents) : { ...typed, outcome });
  };
  const walk = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isOnList = event.target instanceof HTMLSelectElement;
    if (event.key === 'ArrowDown' && !event.altKey) return steer(event, () => onMove(1));
    if (event.key === 'ArrowUp' && !event.altKey) return steer(event, () => onMove(-1));
    if (event.key !== 'Enter') return undefined;
    const isLast = event.target instanceof HTMLInputElement && event.target.dataset['last'] === 'true';
    return steer(event, () => (isLast || (isOnList && typed.outcome !== null && !isCounted) ? onSave(typed) : next(event)));
  };
  const choices = [{ value: '', label: '' }, ...outcomes.map((outcome, at) => ({ value: outcome, label: `${String(at + 1)} ${formatMessage({ id: `count.state.${outcome}` })}` }))];
  return (
    <tr ref={row} data-active onKeyDown={walk}>
      <td className={classes['number']}>{door.no}</td>
      <td className={classes['address']} title={door.address}>{withinBlock(door)}</td>
      <td className={classes['number']}>{door.personsNow}</td>
      <td><NativeSelect size="xs" w={108} aria-label={title('outcome')} data={choices} value={typed.outcome ?? ''} onKeyDown={choose} onChange={(event) => onTyped({ ...typed, outcome: (event.currentTarget.value || null) as Outcome | null })} /></td>{/* values of the list above */}
      {countedFields.map((field) => (
        <td key={field}>
          <TextInput size="xs" w={48} inputMode="numeric" maxLength={4} disabled={!isCounted} aria-label={title(field)} value={isCounted ? typed.numbers[field] : ''} onFocus={(event) => event.currentTarget.select()} onChange={(event) => onTyped({ ...typed, numbers: { ...typed.numbers, [field]: event.currentTarget.value.normalize('NFKC').replaceAll(/\D/g, '') } })} />
        </td>
      ))}
      <td><NativeSelect size="xs" w={92} aria-label={title('foundUse')} data={[{ value: '', label: '' }, ...options]} value={typed.foundUse} onChange={(event) => onTyped({ ...typed, foundUse: event.currentTarget.value })} /></td>
      <td><TextInput size="xs" w={120} maxLength={300} data-last="true" aria-label={title('note')} value={typed.note} onChange={(event) => onTyped({ ...typed, note: event.currentTarget.value })} /></td>
      <td><ActionIcon size="sm" loading={isSaving} disabled={typed.outcome === null} aria-label={formatMessage({ id: 'count.entry.save' })} onClick={() => onSave(typed)}><IconCheck size={16} aria-hidden /></ActionIcon>{isKept && <> <FormattedMessage id="count.entry.unsaved" /></>}</td>
    </tr>
  );
}

function steer(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  act();
}

/** To the next field that can be filled in. */
function next(event: KeyboardEvent<HTMLTableRowElement>): void {
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('select:enabled, input:enabled')];
  fields[fields.indexOf(event.target as HTMLElement) + 1]?.focus(); // the key came from one of them
}

/** A door that is not being written down: what was found there, and the way to it. */
export function ShownRow({ door, isKept, onOpen }: { readonly door: DoorRow; readonly isKept: boolean; readonly onOpen: () => void }) {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('dwelling-use');
  const isCounted = door.state === 'counted';
  return (
    <tr onClick={onOpen}>
      <td className={classes['number']}>{door.no}</td>
      <td className={classes['address']} title={door.address}>{withinBlock(door)}</td>
      <td className={classes['number']}>{door.personsNow}</td>
      <td>{door.state === 'open' ? '' : formatMessage({ id: `count.state.${door.state}` })}</td>
      {countedFields.map((field) => <td key={field} className={classes['number']}>{isCounted && door[field] > 0 ? formatNumber(door[field]) : ''}</td>)}
      <td>{door.foundUse === '' ? '' : labelOf(door.foundUse)}</td>
      <td>{door.note}</td>
      <td>
        <ActionIcon size="sm" variant="subtle" color="gray" tabIndex={-1} aria-label={`${formatMessage({ id: 'common.edit' })} ${door.address}`} onClick={onOpen}><IconPencil size={16} aria-hidden /></ActionIcon>
        {isKept ? <> <FormattedMessage id="count.entry.unsaved" /></> : door.state === 'open' ? null : <> <FormattedMessage id="count.entry.saved" /></>}
      </td>
    </tr>
  );
}
