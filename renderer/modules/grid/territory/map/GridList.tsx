import { useRef, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { IconVectorOff } from '@tabler/icons-react';
import { isComposing } from '#renderer/app/use-command-keys.ts';
import { ClassSwatch } from './ClassSwatch.tsx';
import classes from './map.module.css';

export type ListedGrid = { readonly id: string; readonly name: string; readonly value: string; readonly fill: number | null; readonly isDrawn: boolean };

type GridListProps = { readonly grids: readonly ListedGrid[]; readonly hasPattern: boolean; readonly chosen: string | null; readonly onChoose: (id: string) => void; /** Enter: brings the grid into view. */ readonly onShow: (id: string) => void };

/** Every grid of the map, drawn or not: the keyboard's way around it. */
export function GridList({ grids, hasPattern, chosen, onChoose, onShow }: GridListProps) {
  const { formatMessage } = useIntl();
  const list = useRef<HTMLUListElement>(null);
  const at = grids.findIndex(({ id }) => id === chosen);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at < 0 ? 0 : at - 1, Home: 0, End: grids.length - 1, PageDown: at + 10, PageUp: at - 10 };
    const next = steps[event.key];
    if (next !== undefined) {
      const index = Math.min(grids.length - 1, Math.max(0, next));
      const grid = grids[index];
      if (grid) onChoose(grid.id);
      list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
      event.preventDefault();
    } else if (event.key === 'Enter' && chosen !== null) onShow(chosen);
  };
  return (
    <ul ref={list} className={classes['list']} role="listbox" tabIndex={0} aria-label={formatMessage({ id: 'map.list' })} aria-activedescendant={chosen === null ? undefined : `map-grid-${chosen}`} onKeyDown={onKeyDown}>
      {grids.map(({ id, name, value, fill, isDrawn }) => (
        <li key={id} id={`map-grid-${id}`} role="option" aria-selected={id === chosen} className={classes['row']} onClick={() => onChoose(id)} onDoubleClick={() => onShow(id)}>
          {isDrawn ? <ClassSwatch fill={fill} hasPattern={hasPattern} /> : <IconVectorOff size={18} aria-label={formatMessage({ id: 'map.not-drawn' })} />}
          <span>{name}</span>
          <span className={classes['figure']}>{isDrawn ? value : formatMessage({ id: 'map.not-drawn' })}</span>
        </li>
      ))}
    </ul>
  );
}
