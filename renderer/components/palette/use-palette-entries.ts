import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { acceleratorText } from '#renderer/app/accelerators.ts';
import { useCommands } from '#renderer/app/commands.ts';
import { useNavigation } from '#renderer/app/navigation.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { useRecentSearches } from '#renderer/components/recent/use-recent-searches.ts';
import { messageId, type MessageId } from '#renderer/i18n/messages.ts';
import type { SearchHit } from '#shared/kernel/search/search.contract.ts';

export type PaletteEntry = { readonly key: string; readonly title: string; readonly detail: string; readonly kind: string; readonly isFound: boolean; readonly run: () => void };
export type PaletteGroup = { readonly title: MessageId; readonly entries: readonly PaletteEntry[] };

const RECENT_KEY = 'searches';
const RECENT_MOST = 8;
const SHOWN_MOST = 20;

/** Everything the box can lead to for what is typed: finds of the register first, then screens and commands whose name holds it. */
export function usePaletteEntries(text: string): { readonly groups: readonly PaletteGroup[]; readonly remember: (text: string) => void } {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const navigation = useNavigation();
  const commands = useCommands();
  const { recent, remember } = useRecentSearches(RECENT_KEY);
  const { data: found } = useQuery({ ...api.search.findEverywhere({ text: text === '' ? '-' : text, limit: SHOWN_MOST }), enabled: text !== '', placeholderData: keepPreviousData });
  const { data: again } = useQuery({ ...api.search.findEverywhere({ text: recent[0] ?? '-', limit: RECENT_MOST }), enabled: text === '' && recent.length > 0 });
  const holds = (name: string): boolean => name.toLowerCase().includes(text.toLowerCase());

  const hit = (one: SearchHit): PaletteEntry => ({
    key: `${one.entity} ${one.id}`,
    title: one.title,
    detail: one.detail,
    kind: `${formatMessage({ id: messageId(`palette.entity.${one.entity}`) })} · ${formatMessage({ id: `palette.matched.${one.matched}` })}`,
    isFound: true,
    run: () => goTo(one.to),
  });
  const screens = navigation.flatMap(({ title, screens: own }) =>
    own.map((screen): PaletteEntry => ({ key: screen.path, title: formatMessage({ id: screen.title }), detail: formatMessage({ id: title }), kind: '', isFound: false, run: () => goTo(screen.path) })),
  );
  const actions = commands.map((command): PaletteEntry => ({ key: command.id, title: formatMessage({ id: command.title }), detail: '', kind: command.accelerator ? acceleratorText(command.accelerator) : '', isFound: false, run: command.run }));
  const groups: readonly PaletteGroup[] = [
    text === '' ? { title: 'palette.recent', entries: (again ?? []).map(hit) } : { title: 'palette.found', entries: (found ?? []).map(hit) },
    { title: 'palette.screens', entries: screens.filter((entry) => holds(entry.title)) },
    { title: 'palette.commands', entries: actions.filter((entry) => holds(entry.title)) },
  ];
  return { groups: groups.filter((group) => group.entries.length > 0), remember };
}
