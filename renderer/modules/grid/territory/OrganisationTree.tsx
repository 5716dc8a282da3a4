import { Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight, IconHome } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { Organisation } from '#shared/modules/grid/territory/organisation.schema.ts';
import classes from './organisations.module.css';
import { useAncestors } from './use-ancestors.ts';

type OrganisationTreeProps = { readonly selectedId: string | null; readonly onSelect: (id: string) => void };

/** Opened or closed by hand; whatever leads to the selected node is open unless closed. */
type Hand = ReadonlyMap<string, boolean>;

/** The chain of authorities, level by level: a level is read when its node is opened. Arrow keys move as in every tree. */
export function OrganisationTree({ selectedId, onSelect }: OrganisationTreeProps) {
  const { formatMessage } = useIntl();
  const ancestors = useAncestors(selectedId);
  const [hand, setHand] = useState<Hand>(new Map());
  const [focusId, setFocusId] = useState<string | null>(null);
  const isOpen = (id: string): boolean => hand.get(id) ?? ancestors.includes(id);
  const toggle = (id: string, open: boolean) => setHand(new Map(hand).set(id, open));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')];
    const item = items.find((one) => one === document.activeElement);
    if (!item) return;
    const step = treeStep(event.key, item, items);
    if (step === null) return;
    event.preventDefault();
    event.stopPropagation();
    const { id = '' } = item.dataset;
    if (step === 'select') onSelect(id);
    else if (step === 'open' || step === 'close') toggle(id, step === 'open');
    else step.focus();
  };
  return (
    <ul role="tree" aria-label={formatMessage({ id: 'territory.tree' })} className={classes['tree']} onKeyDown={onKeyDown}>
      <TreeLevel parentId={null} depth={1} isOpen={isOpen} toggle={toggle} selectedId={selectedId} onSelect={onSelect} tabStop={focusId ?? selectedId} onFocus={setFocusId} />
    </ul>
  );
}

/** What a key does at a node (ARIA tree pattern): go to another node, open, close, select; null for keys that mean nothing here. */
function treeStep(key: string, item: HTMLElement, items: readonly HTMLElement[]): HTMLElement | 'open' | 'close' | 'select' | null {
  const at = items.indexOf(item);
  const expanded = item.getAttribute('aria-expanded');
  switch (key) {
    case 'ArrowDown':
      return items[at + 1] ?? item;
    case 'ArrowUp':
      return items[at - 1] ?? item;
    case 'Home':
      return items[0] ?? item;
    case 'End':
      return items.at(-1) ?? item;
    case 'ArrowRight':
      if (expanded === 'false') return 'open';
      return (expanded === 'true' ? items[at + 1] : item) ?? item;
    case 'ArrowLeft':
      return expanded === 'true' ? 'close' : (items.find((other) => other.dataset['id'] === item.dataset['parent']) ?? item);
    case 'Enter':
    case ' ':
      return 'select';
    default:
      return null;
  }
}

type TreeLevelProps = {
  readonly parentId: string | null;
  readonly depth: number;
  readonly isOpen: (id: string) => boolean;
  readonly toggle: (id: string, open: boolean) => void;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** The one node that the tab key reaches; until one was visited, the first. */
  readonly tabStop: string | null;
  readonly onFocus: (id: string) => void;
};

function TreeLevel(props: TreeLevelProps) {
  const { data, error, refetch } = useQuery(api.grid.listOrganisations({ parentId: props.parentId }));
  if (error) return <li role="none"><ErrorNote error={error} onRetry={() => void refetch()} /></li>;
  if (!data) return <li role="none" aria-busy><Skeleton height={14} width="60%" my={8} /></li>;
  return data.map((node, index) => <TreeNode key={node.id} {...props} node={node} isFirst={props.depth === 1 && index === 0} position={index + 1} setSize={data.length} />);
}

type TreeNodeProps = TreeLevelProps & { readonly node: Organisation; readonly isFirst: boolean; readonly position: number; readonly setSize: number };

function TreeNode({ node, isFirst, position, setSize, ...level }: TreeNodeProps) {
  const { formatMessage } = useIntl();
  const { depth, isOpen, toggle, selectedId, onSelect, tabStop, onFocus } = level;
  const hasChildren = node.children > 0;
  const open = hasChildren && isOpen(node.id);
  const onClick = (event: MouseEvent) => {
    event.stopPropagation();
    onSelect(node.id);
    if (hasChildren && !open) toggle(node.id, true);
  };
  // the levels stand side by side with their depth named: a node's name is then its own words, not those of everything below it
  return (
    <li role="none">
      <div
        role="treeitem"
        aria-level={depth}
        aria-setsize={setSize}
        aria-posinset={position}
        aria-selected={node.id === selectedId}
        {...(hasChildren && { 'aria-expanded': open })}
        data-id={node.id}
        data-parent={node.parentId ?? ''}
        data-selected={node.id === selectedId || undefined}
        tabIndex={node.id === tabStop || (tabStop === null && isFirst) ? 0 : -1}
        className={classes['line']}
        onClick={onClick}
        onFocus={() => onFocus(node.id)}
      >
        <span
          className={classes['mark']}
          data-open={open || undefined}
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            if (hasChildren) toggle(node.id, !open);
          }}
        >
          {hasChildren && <IconChevronRight size={14} />}
        </span>
        <span className={classes['name']}>{node.name}</span>
        {node.own && <Mark icon={<IconHome size={14} aria-hidden />} words={formatMessage({ id: 'territory.own' })} />}
        {node.problem && <Mark icon={<IconAlertTriangle size={14} aria-hidden />} words={formatMessage({ id: `territory.problem.${node.problem}` })} />}
        {hasChildren && <span className={classes['count']} aria-hidden>{node.children}</span>}
      </div>
      {open && <ul role="none" className={classes['group']}><TreeLevel {...level} parentId={node.id} depth={depth + 1} /></ul>}
    </li>
  );
}

function Mark({ icon, words }: { readonly icon: ReactNode; readonly words: string }) {
  return <span className={classes['remark']}>{icon}{words}</span>;
}
