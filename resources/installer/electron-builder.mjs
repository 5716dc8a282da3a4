import { join } from 'node:path';
import { folders } from '#resources/tools/package-folders.mjs';
import { removeDefaultProgram } from '#resources/installer/after-pack.mjs';
import { appId, chromiumLanguages, productName, publisher, shortcutName, windowsKey } from '#resources/installer/identity.mjs';

// Left to itself electron-builder collects the packages of the whole checkout; the folder has its own, which only a set of its own reaches.
const programFor = (platform) => ['**/*', '!node_modules/**', { from: join(folders.program(platform), 'node_modules'), to: 'node_modules' }];

/**
 * What ships. The program comes from a folder that holds nothing but the files it needs (see package-program.mjs); one folder per system,
 * because the native modules differ. GRIDDESK_PACKAGE_FOR names the system.
 * @type {import('electron-builder').Configuration}
 */
export default {
  appId,
  productName,
  copyright: `Copyright © 2026 ${publisher}`,
  // A .deb demands both addresses. They are of a reserved name until the project has a public one.
  extraMetadata: { author: { name: publisher, email: 'contributors@griddesk.invalid' }, homepage: 'https://griddesk.invalid' },
  directories: { app: folders.program(process.env.GRIDDESK_PACKAGE_FOR ?? process.platform), buildResources: 'resources/installer', output: 'dist' },
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  extraResources: [
    { from: 'electron/database/migrations', to: 'migrations', filter: ['*.sql'] },
    { from: 'resources/icons', to: 'icons', filter: ['icon.png'] },
    { from: 'LICENSE', to: 'LICENSE.txt' },
    { from: folders.licences, to: 'THIRD-PARTY-LICENSES.txt' },
  ],
  npmRebuild: false,
  nodeGypRebuild: false,
  electronVersion: '45.4.1',
  electronLanguages: chromiumLanguages,
  compression: 'normal',
  publish: null,
  afterPack: removeDefaultProgram,
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: {
    files: programFor('linux'),
    icon: 'resources/icons/icon.png',
    target: [
      { target: 'AppImage', arch: ['x64'] },
      { target: 'deb', arch: ['x64'] },
    ],
    category: 'Office',
    executableName: 'griddesk',
    synopsis: 'Working desk for grid governance in communities',
    desktop: { entry: { Name: productName, 'Name[zh_CN]': shortcutName, 'Comment[zh_CN]': '社区网格治理工作台，数据加密保存在本机', StartupWMClass: productName } },
  },
  win: { files: programFor('win32'), icon: 'resources/icons/icon.ico', target: [{ target: 'nsis', arch: ['x64'] }], requestedExecutionLevel: 'asInvoker' },
  nsis: {
    guid: windowsKey,
    oneClick: false,
    perMachine: true,
    allowElevation: true,
    allowToChangeInstallationDirectory: true,
    installerLanguages: ['zh_CN', 'en_US'],
    displayLanguageSelector: false,
    shortcutName,
    uninstallDisplayName: shortcutName,
    deleteAppDataOnUninstall: false,
    differentialPackage: false,
  },
};
