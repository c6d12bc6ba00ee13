import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * A text that changes with any file of a function's folder. `node_modules` and hidden files are passed over: packages
 * are deployed once, and looking at thousands of files before each call would be slow. Throws when there is no folder.
 */
export function folderVersion(folder: string): string {
  const parts: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) parts.push(folderVersion(file));
    else parts.push(versionOf(file, entry.name));
  }
  return parts.join('\n');
}

function versionOf(file: string, name: string): string {
  // It may be gone by now: builds replace files.
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${name} ${found.mtimeMs} ${found.size}` : `${name} gone`;
}
