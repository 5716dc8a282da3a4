import { Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import classes from './compare.module.css';

export type Choice = 'theirs' | 'ours';
export type ComparedField = { readonly field: string; readonly label: string; readonly theirs: string; readonly ours: string; readonly choice: Choice | 'undecided' };
type CompareProps = {
  fields: readonly ComparedField[];
  /** What the two sides are called here, e.g. "in the file" and "registered now". */
  theirsTitle: string;
  oursTitle: string;
  onChoose: (fields: readonly string[], choice: Choice) => void;
  isReadOnly?: boolean;
};

const SIDES = ['theirs', 'ours'] as const;

/** Moves among the choices as in a list: up and down between fields, left and right between the sides. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
  const here = document.activeElement?.getAttribute('data-place')?.split(':').map(Number);
  if (!step || !here) return;
  const row = (here[0] ?? 0) + (step[0] ?? 0);
  const side = (here[1] ?? 0) + (step[1] ?? 0);
  const next = event.currentTarget.querySelector<HTMLElement>(`[data-place="${row}:${side}"]`);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Two versions of one record, field by field: theirs or ours. Keyboard only works throughout: arrows move, Space chooses. */
export function Compare({ fields, theirsTitle, oursTitle, onChoose, isReadOnly = false }: CompareProps) {
  const { formatMessage } = useIntl();
  const titles = { theirs: theirsTitle, ours: oursTitle };
  return (
    <div className={classes['compare']} onKeyDown={moveFocus}>
      <div className={classes['head']}>
        {SIDES.map((side) => (
          <Group key={side} justify="space-between" gap={4}>
            <Text size="sm" fw={600}>{titles[side]}</Text>
            {!isReadOnly && fields.length > 1 && (
              <Button variant="subtle" size="compact-xs" className={classes['all']} onClick={() => onChoose(fields.map(({ field }) => field), side)}>
                {formatMessage({ id: 'compare.all' }, { side: titles[side] })}
              </Button>
            )}
          </Group>
        ))}
      </div>
      {fields.map((field, row) => (
        <div key={field.field} className={classes['field']} role="radiogroup" aria-label={field.label}>
          <Text size="sm" c="dimmed" className={classes['label']}>
            {field.label}
            {field.choice === 'undecided' && <span className={classes['open']}> · {formatMessage({ id: 'compare.undecided' })}</span>}
          </Text>
          {SIDES.map((side, column) => (
            <button
              key={side}
              type="button"
              role="radio"
              aria-checked={field.choice === side}
              aria-label={`${titles[side]}: ${field[side] || formatMessage({ id: 'compare.empty' })}`}
              className={classes['side']}
              data-place={`${row}:${column}`}
              disabled={isReadOnly}
              onClick={() => onChoose([field.field], side)}
            >
              {field.choice === side && <IconCheck size={14} aria-hidden />}
              <span>{field[side] || formatMessage({ id: 'compare.empty' })}</span>
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
