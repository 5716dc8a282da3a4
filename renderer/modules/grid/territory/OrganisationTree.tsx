import { Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight, IconHome } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type MouseEvent } from 'react';
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
    const at = items.findIndex((item) => item === document.activeElement);
    const item = items[at];
    if (!item) return;
    const { id = '', parent = '' } = item.dataset;
    const isExpanded = item.getAttribute('aria-expanded');
    const go = (to: HTMLElement | undefined) => to?.focus();
    if (event.key === 'ArrowDown') go(items[at + 1]);
    else if (event.key === 'ArrowUp') go(items[at - 1]);
    else if (event.key === 'Home') go(items[0]);
    else if (event.key === 'End') go(items.at(-1));
    else if (event.key === 'ArrowRight') isExpanded === 'false' ? toggle(id, true) : isExpanded === 'true' && go(items[at + 1]);
    else if (event.key === 'ArrowLeft') isExpanded === 'true' ? toggle(id, false) : go(items.find((other) => other.dataset['id'] === parent));
    else if (event.key === 'Enter' || event.key === ' ') onSelect(id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ul role="tree" aria-label={formatMessage({ id: 'territory.tree' })} className={classes['tree']} onKeyDown={onKeyDown}>
      <TreeLevel parentId={null} depth={1} isOpen={isOpen} toggle={toggle} selectedId={selectedId} onSelect={onSelect} tabStop={focusId ?? selectedId} onFocus={setFocusId} />
    </ul>
  );
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
  return data.map((node, index) => <TreeNode key={node.id} {...props} node={node} isFirst={props.depth === 1 && index === 0} />);
}

function TreeNode({ node, isFirst, ...level }: TreeLevelProps & { readonly node: Organisation; readonly isFirst: boolean }) {
  const { formatMessage } = useIntl();
  const { depth, isOpen, toggle, selectedId, onSelect, tabStop, onFocus } = level;
  const hasChildren = node.children > 0;
  const open = hasChildren && isOpen(node.id);
  const onClick = (event: MouseEvent) => {
    event.stopPropagation();
    onSelect(node.id);
    if (hasChildren && !open) toggle(node.id, true);
  };
  return (
    <li
      role="treeitem"
      aria-level={depth}
      aria-selected={node.id === selectedId}
      {...(hasChildren && { 'aria-expanded': open })}
      aria-label={[node.name, ...(node.own ? [formatMessage({ id: 'territory.own' })] : []), ...(node.problem ? [formatMessage({ id: `territory.problem.${node.problem}` })] : [])].join('，')}
      data-id={node.id}
      data-parent={node.parentId ?? ''}
      tabIndex={node.id === tabStop || (tabStop === null && isFirst) ? 0 : -1}
      className={classes['item']}
      onClick={onClick}
      onFocus={(event) => {
        if (event.target === event.currentTarget) onFocus(node.id);
      }}
    >
      <div className={classes['line']} data-selected={node.id === selectedId || undefined} aria-hidden>
        <span
          className={classes['mark']}
          data-open={open || undefined}
          onClick={(event) => {
            event.stopPropagation();
            if (hasChildren) toggle(node.id, !open);
          }}
        >
          {hasChildren && <IconChevronRight size={14} />}
        </span>
        <span className={classes['name']}>{node.name}</span>
        {node.own && <IconHome size={14} />}
        {node.problem && <IconAlertTriangle size={14} />}
        {hasChildren && <span className={classes['count']}>{node.children}</span>}
      </div>
      {open && <ul role="group" className={classes['group']}><TreeLevel {...level} parentId={node.id} depth={depth + 1} /></ul>}
    </li>
  );
}
