import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api } from '#renderer/api/index.ts';
import { flushDrafts } from '#renderer/components/form/unsaved-forms.ts';
import { registerCommand, useDeskCommand } from '../commands.ts';
import { useKeepPlace } from '../kept-place.ts';
import { useNavigation } from '../navigation.ts';
import { useChangePreferences, usePreferences } from '../preferences.ts';
import { focusNextPane } from './panes.ts';

export type Layer = 'palette' | 'help' | 'keyboard' | 'password';

/** Commands that every screen has. Their ids are those of the native menu (electron/shell/menu.ts). */
export function useFrameCommands(show: (layer: Layer) => void): void {
  useDeskCommand({ id: 'frame.search', title: 'frame.command.search', accelerator: 'CmdOrCtrl+K', run: () => show('palette') });
  useDeskCommand({ id: 'frame.help', title: 'frame.command.help', accelerator: 'F1', run: () => show('help') });
  useDeskCommand({ id: 'frame.keyboard', title: 'frame.command.keyboard', accelerator: 'CmdOrCtrl+/', run: () => show('keyboard') });
  useDeskCommand({ id: 'frame.password', title: 'frame.password', run: () => show('password') });
  useDeskCommand({ id: 'frame.next-pane', title: 'frame.command.next-pane', accelerator: 'F6', run: () => focusNextPane(1) });
  useDeskCommand({ id: 'frame.previous-pane', title: 'frame.command.previous-pane', accelerator: 'Shift+F6', run: () => focusNextPane(-1) });
  useRefresh();
  useScreenPrint();
  useLeaving();
  useZoom();
  useGroupKeys();
}

/** Reads again whatever is on screen. Nothing is stale by itself; this is for who is used to F5. */
function useRefresh(): void {
  const client = useQueryClient();
  useDeskCommand({ id: 'frame.refresh', title: 'frame.command.refresh', accelerator: 'F5', run: () => void client.invalidateQueries() });
}

/** A screen that has no paper of its own is printed as it stands, with its title and the pages' numbers. */
function useScreenPrint(): void {
  const { mutate } = useMutation(api.printing.printPaper());
  const run = (): void => {
    const title = document.title.slice(0, 120);
    mutate({ entity: 'screen', entityId: '', rows: 0, pages: 0, size: 'A4', landscape: false, hasOwnFrame: false, title, reason: '', to: 'printer', suggestedName: title });
  };
  useDeskCommand({ id: 'frame.print', title: 'common.print', accelerator: 'CmdOrCtrl+P', run });
}

function useLeaving(): void {
  const { history } = useRouter();
  const { mutate: lock } = useMutation(api.session.lock());
  const { mutate: signOut } = useMutation(api.session.signOut());
  const { forget } = useKeepPlace();
  useDeskCommand({
    id: 'frame.lock',
    title: 'frame.lock',
    accelerator: 'CmdOrCtrl+L',
    run: () => {
      flushDrafts();
      lock({ place: history.location.href.slice(0, 500) });
    },
  });
  useDeskCommand({
    id: 'frame.sign-out',
    title: 'frame.sign-out',
    run: () => {
      flushDrafts();
      void forget().finally(() => signOut({}));
    },
  });
  useDeskCommand({ id: 'frame.back', title: 'frame.command.back', accelerator: 'Alt+Left', run: () => history.back() });
}

const STEP = 0.1;
const inBounds = (zoom: number): number => Math.min(3, Math.max(0.5, Math.round(zoom * 10) / 10));

function useZoom(): void {
  const { zoom } = usePreferences();
  const change = useChangePreferences();
  useDeskCommand({ id: 'frame.zoom-in', title: 'frame.command.zoom-in', accelerator: 'CmdOrCtrl+Plus', run: () => change({ zoom: inBounds(zoom + STEP) }) });
  useDeskCommand({ id: 'frame.zoom-out', title: 'frame.command.zoom-out', accelerator: 'CmdOrCtrl+-', run: () => change({ zoom: inBounds(zoom - STEP) }) });
  useDeskCommand({ id: 'frame.zoom-reset', title: 'frame.command.zoom-reset', accelerator: 'CmdOrCtrl+0', run: () => change({ zoom: 1 }) });
}

/** Alt+1 to Alt+9 open the groups of the rail in their order. */
function useGroupKeys(): void {
  const groups = useNavigation();
  const { history } = useRouter();
  useEffect(() => {
    const commands = groups.slice(0, 9).map(({ id, title, screens }, index) => registerCommand({ id: `frame.group.${id}`, title, accelerator: `Alt+${index + 1}`, run: () => history.push(screens[0]?.path ?? '/today') }));
    return () => commands.forEach((withdraw) => withdraw());
  }, [groups, history]);
}
