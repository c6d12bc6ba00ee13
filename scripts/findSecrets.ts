import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** What must not be in the repository, by what to call it. */
const forbidden: Record<string, RegExp> = {
  // With key material behind the header: code may well say the header itself.
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----(\\n|\s)*[\w+/=]{32}/,
  "a WeChat app's secret": /secret['"]?\s*[:=]\s*['"](?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{32}['"]/i,
  'a signed token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/,
  'a Tencent Cloud secret id': /\bAKID\w{32}\b/,
  "a path of somebody's machine": /(?<![\w.])(\/(home|Users)\/[\w.-]+\/|[A-Z]:\\+Users\\)/,
};

const ignored = new Set(['.git', '.meidian', '.swc', 'dist', 'node_modules']);

/**
 * Looks through every text file below `root`, whether or not Git knows it. Answers one line for each file that holds a
 * key or a path of a machine: `scripts/x.ts:7 holds a private key`.
 */
export function findSecrets(root: string): string[] {
  const here: [string, RegExp] = ['a path of this machine', anyOf([root, homedir()])];
  const patterns = [...Object.entries(forbidden), here];
  return filesBelow(root).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    if (text.includes('\0')) return [];
    return patterns.flatMap(([name, pattern]) => {
      const found = pattern.exec(text);
      return found ? [`${path.relative(root, file)}:${lineAt(text, found.index)} holds ${name}`] : [];
    });
  });
}

const anyOf = (folders: readonly string[]): RegExp =>
  new RegExp(folders.map((folder) => `(?<![\\w.])${folder.replace(/\W/g, '\\$&')}(?=/)`).join('|'));

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const whole = path.join(folder, entry.name);
    if (entry.isDirectory()) return ignored.has(entry.name) ? [] : filesBelow(whole);
    return entry.isFile() && !ignored.has(entry.name) ? [whole] : [];
  });

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
