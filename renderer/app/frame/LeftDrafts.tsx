import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { resumeDraft } from '#renderer/components/form/resumed-draft.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import type { DeskState } from '#shared/kernel/desk-state/desk-state.contract.ts';
import { useNavigation } from '../navigation.ts';
import classes from './frame.module.css';

/** Older ones wait until these are dealt with. */
const SHOWN = 3;

/** What was typed and never saved before this window opened: a crash, a power cut, a lock, a log-off. Each is taken up again or thrown away. */
export function LeftDrafts() {
  const { data } = useQuery(api.deskState.list({ kind: 'draft', prefix: '' }));
  const [left, setLeft] = useState<readonly DeskState[] | null>(null);
  const { mutate: remove } = useMutation(api.deskState.remove());
  const screens = useNavigation().flatMap((group) => group.screens);
  const goTo = useGoTo();
  if (data && left === null) setLeft(data);
  const still = (left ?? []).flatMap((draft) => {
    const screen = screens.find(({ drafts }) => drafts !== undefined && draft.key.startsWith(`${drafts}/`));
    return screen && data?.some(({ key, updatedAt }) => key === draft.key && updatedAt === draft.updatedAt) ? [{ draft, screen }] : [];
  });
  if (still.length === 0) return null;
  const settle = (key: string): void => setLeft((drafts) => drafts?.filter((draft) => draft.key !== key) ?? null);
  return still.slice(0, SHOWN).map(({ draft: { key, updatedAt }, screen }) => (
    <div key={key} className={classes['drafts']} role="status">
      <span>
        <IconPencil size={16} aria-hidden />{' '}
        <FormattedMessage id="draft.left" values={{ screen: <FormattedMessage id={screen.title} />, kind: key.endsWith('/new') ? 'new' : 'changed', at: <InstantText at={updatedAt} /> }} />
      </span>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          settle(key);
          resumeDraft(key);
          goTo(screen.path);
        }}
      >
        <FormattedMessage id="draft.restore" />
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        onClick={() => {
          settle(key);
          remove({ kind: 'draft', key });
        }}
      >
        <FormattedMessage id="draft.discard" />
      </Button>
    </div>
  ));
}
