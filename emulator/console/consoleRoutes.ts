import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Route } from '../server/exchange';
import { contentType } from '../storage/contentType';

/** Nothing foreign is loaded, and no page from elsewhere can put the console in a frame and have it clicked. */
const policy = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const folder = path.join(__dirname, 'page');

/** The console at `/_emulator`: the files of `page/`, as they are. All it shows and does goes through the door. */
export function consoleRoutes(): Route[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return [
    page('/_emulator', path.join(folder, 'index.html')),
    ...files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return page(`/_emulator/console/${path.relative(folder, file).replaceAll(path.sep, '/')}`, file);
    }),
  ];
}

function page(address: string, file: string): Route {
  const headers = { 'content-type': contentType(file), 'cache-control': 'no-cache', 'content-security-policy': policy };
  return { method: 'GET', path: address, answer: () => ({ status: 200, headers, body: readFileSync(file) }) };
}
