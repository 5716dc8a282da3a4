import { useMediaQuery } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/api/index.ts';
import { useCurrentScreen, useNavigation } from '../navigation.ts';
import type { ScreenGroup } from '../screens.ts';

const KEY = 'frame/second-level';
/** Below this the second level would take the room of a list's columns, so it floats even when pinned (1280 px at 125 % is 1024). */
const WIDE_ENOUGH = '(min-width: 68.75em)';

export type RailState = {
  /** The group whose screens the second level shows; null when it has only one screen or is closed. */
  readonly shown: ScreenGroup | null;
  readonly isFloating: boolean;
  readonly isPinned: boolean;
  readonly open: (groupId: string) => void;
  readonly close: () => void;
  readonly togglePin: () => void;
};

/** Which group's screens stand beside the rail, and whether they stay. Pinned until the person says otherwise; remembered for each person. */
export function useRailState(): RailState {
  const groups = useNavigation();
  const current = useCurrentScreen();
  const isWide = useMediaQuery(WIDE_ENOUGH, true, { getInitialValueInEffect: false });
  const stored = useQuery(api.deskState.list({ kind: 'view', prefix: KEY }));
  const { mutate } = useMutation(api.deskState.put());
  const [openId, setOpenId] = useState<string | null>(null);
  const isPinned = stored.data?.[0]?.value !== 'unpinned';
  const stays = isPinned && isWide;
  const group = groups.find(({ id }) => id === (openId ?? (stays ? current?.group.id : undefined)));
  return {
    shown: group && group.screens.length > 1 ? group : null,
    isFloating: !stays,
    isPinned,
    open: setOpenId,
    close: () => setOpenId(null),
    togglePin: () => {
      mutate({ kind: 'view', key: KEY, value: isPinned ? 'unpinned' : 'pinned' });
      setOpenId(null);
    },
  };
}
