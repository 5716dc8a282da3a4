import { app, Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import english from '#resources/locales/en/menu.json' with { type: 'json' };
import chinese from '#resources/locales/zh-CN/menu.json' with { type: 'json' };
import type { DeskEvent } from '#shared/contract/bridge.ts';

type Word = keyof typeof chinese;
const words: Readonly<Record<'zh-CN' | 'en', Readonly<Record<Word, string>>>> = { 'zh-CN': chinese, en: english };

/**
 * The native menu in the desk's language. What a window can do by itself is a role of the system; everything else is a command of the
 * desk, answered by whatever screen is open and silently passed over where there is none.
 */
export function installMenu(window: BrowserWindow, locale: 'zh-CN' | 'en', tell: (event: DeskEvent) => void): void {
  const word = (id: Word): string => words[locale][id].replace('{version}', app.getVersion());
  const command = (id: Word, commandId: string, accelerator?: string): MenuItemConstructorOptions => ({
    label: word(id),
    // shown beside the word; the page itself listens for the keys, so that they also work where a text field has its own meaning for them
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    click: () => tell({ type: 'menu', commandId }),
  });
  const role = (id: Word, name: NonNullable<MenuItemConstructorOptions['role']>): MenuItemConstructorOptions => ({ label: word(id), role: name });
  // a text field takes back its own letters; outside one the page takes back the last act
  const turn = (id: Word, way: 'undo' | 'redo', accelerator: string): MenuItemConstructorOptions => ({
    label: word(id),
    accelerator,
    registerAccelerator: false,
    click: () => {
      window.webContents[way]();
      tell({ type: 'menu', commandId: `edit.${way}` });
    },
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const menu = Menu.buildFromTemplate([
    {
      label: word('menu.file'),
      submenu: [
        command('menu.file.new', 'record.new', 'CmdOrCtrl+N'),
        command('menu.file.save', 'record.save', 'CmdOrCtrl+S'),
        command('menu.file.import', 'go:/system/imports'),
        command('menu.file.print', 'frame.print', 'CmdOrCtrl+P'),
        line,
        command('menu.file.lock', 'frame.lock', 'CmdOrCtrl+L'),
        command('menu.file.sign-out', 'frame.sign-out'),
        role('menu.file.quit', 'quit'),
      ],
    },
    {
      label: word('menu.edit'),
      submenu: [turn('menu.edit.undo', 'undo', 'CmdOrCtrl+Z'), turn('menu.edit.redo', 'redo', 'CmdOrCtrl+Y'), line, role('menu.edit.cut', 'cut'), role('menu.edit.copy', 'copy'), role('menu.edit.paste', 'paste'), role('menu.edit.select-all', 'selectAll'), line, command('menu.edit.search', 'frame.search', 'CmdOrCtrl+K')],
    },
    {
      label: word('menu.view'),
      submenu: [
        command('menu.view.zoom-in', 'frame.zoom-in', 'CmdOrCtrl+Plus'),
        command('menu.view.zoom-out', 'frame.zoom-out', 'CmdOrCtrl+-'),
        command('menu.view.zoom-reset', 'frame.zoom-reset', 'CmdOrCtrl+0'),
        line,
        command('menu.view.refresh', 'frame.refresh', 'F5'),
        command('menu.view.next-pane', 'frame.next-pane', 'F6'),
        role('menu.view.full-screen', 'togglefullscreen'),
      ],
    },
    { label: word('menu.tools'), submenu: [command('menu.tools.backup', 'go:/system/backup'), command('menu.tools.password', 'frame.password'), command('menu.tools.settings', 'go:/system/settings')] },
    { label: word('menu.help'), submenu: [command('menu.help.screen', 'frame.help', 'F1'), command('menu.help.keyboard', 'frame.keyboard', 'CmdOrCtrl+/'), line, { label: word('menu.help.about'), enabled: false }] },
  ]);
  Menu.setApplicationMenu(menu);
  window.setTitle(locale === 'en' ? 'GridDesk' : '网格工作站');
}
