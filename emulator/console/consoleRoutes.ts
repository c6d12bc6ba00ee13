import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Route } from '../server/exchange';
import { contentType } from '../storage/contentType';

/** Nothing foreign is loaded, and no page from elsewhere can put the console in a frame and have it clicked. */
const policy = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The console at `/_emulator`: three files, as they are. All it shows and does goes through the door. */
export function consoleRoutes(): Route[] {
  return [
    page('/_emulator', path.join(__dirname, 'console.html')),
    page('/_emulator/console.css', path.join(__dirname, 'console.css')),
    page('/_emulator/console.js', require.resolve('./console.js')),
  ];
}

function page(address: string, file: string): Route {
  const headers = { 'content-type': contentType(file), 'cache-control': 'no-cache', 'content-security-policy': policy };
  return { method: 'GET', path: address, answer: () => ({ status: 200, headers, body: readFileSync(file) }) };
}
