/** The names under which every package of the desk is known to the system it is installed on. */
export const appId = 'cn.griddesk.desk';
export const productName = 'GridDesk';
export const shortcutName = 'GridDesk 网格工作站';
export const publisher = 'GridDesk contributors';

/** The key under which Windows lists the program. Both installers use it, so that either one finds what the other has installed. */
export const windowsKey = '6f6d1f0e-8a53-5b0c-9c55-3d2f7a1e4b90';

/** Chromium's own words (menus of text fields, accessible names) in the two languages of the desk. */
export const chromiumLanguages = ['zh-CN', 'en-US'];
