import { app, type Session, type WebContents } from 'electron';

/**
 * What no page of the desk may do, whatever runs in it (security.md 2.12): no permission, no request outside `app:`, no download, no
 * second window, no navigation away, no webview.
 */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !/^(app|devtools|blob|data):/.test(details.url) }));
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
}

export function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) contents.on(name as 'will-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Must run before the app is ready. No name and no address is ever found: the browser's own services (dictionaries, time, components) ask past a session's filter. */
export function hardenApp(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
}
