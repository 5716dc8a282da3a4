import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/**
 * Serves the built pages from `folder` at `app://main/` and nothing else. A page gets a nonce for its styles and what it needs to paint
 * its first screen without asking (`boot`), both new at each load.
 */
export function serveApp(target: Electron.Protocol, folder: string, boot: () => unknown): void {
  target.handle('app', async (request) => {
    const url = new URL(request.url);
    const path = pathWithin(folder, url);
    if (!path) return new Response('not found', { status: 404 });
    const extension = extname(path);
    const headers = { 'content-type': TYPES[extension] ?? 'application/octet-stream', 'x-content-type-options': 'nosniff' };
    try {
      const body = await readFile(path);
      if (extension !== '.html') return new Response(new Uint8Array(body), { headers });
      const nonce = randomBytes(16).toString('base64');
      const page = body.toString('utf8').replaceAll('__CSP_NONCE__', nonce).replaceAll('__BOOT__', () => escapeHtml(JSON.stringify(boot())));
      return new Response(page, { headers: { ...headers, 'content-security-policy': policy(nonce), 'cache-control': 'no-store' } });
    } catch {
      return new Response('not found', { status: 404 });
    }
  });
}

function pathWithin(folder: string, url: URL): string | null {
  if (url.host !== 'main') return null;
  try {
    const path = normalize(join(folder, decodeURIComponent(url.pathname)));
    return path.startsWith(folder + sep) ? path : null;
  } catch {
    return null; // malformed percent encoding
  }
}
