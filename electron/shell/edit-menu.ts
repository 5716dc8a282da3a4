import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import english from '#resources/locales/en/menu.json' with { type: 'json' };
import chinese from '#resources/locales/zh-CN/menu.json' with { type: 'json' };

const words = { 'zh-CN': chinese, en: english };

/** The system's own menu in text fields, and "copy" on marked words; a row of a list brings its menu itself and never comes here. */
export function offerEditing(window: BrowserWindow, locale: () => 'zh-CN' | 'en'): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags, x, y }) => {
    const word = words[locale()];
    const item = (role: 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll', label: string, enabled: boolean): MenuItemConstructorOptions => ({ role, label, enabled });
    const copy = item('copy', word['menu.edit.copy'], editFlags.canCopy);
    const line: MenuItemConstructorOptions = { type: 'separator' };
    if (isEditable) {
      const all = [
        item('undo', word['menu.edit.undo'], editFlags.canUndo),
        item('redo', word['menu.edit.redo'], editFlags.canRedo),
        line,
        item('cut', word['menu.edit.cut'], editFlags.canCut),
        copy,
        item('paste', word['menu.edit.paste'], editFlags.canPaste),
        line,
        item('selectAll', word['menu.edit.select-all'], editFlags.canSelectAll),
      ];
      Menu.buildFromTemplate(all).popup({ window, x, y });
    } else if (selectionText.trim() !== '') Menu.buildFromTemplate([copy]).popup({ window, x, y });
  });
}
