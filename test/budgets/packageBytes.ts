import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** How many bytes WeChat counts for each package of a built mini program; the main package is `main`. */
export function packageBytes(dist: string): Map<string, number> {
  const { subPackages } = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
    subPackages: { root: string }[];
  };
  const bytes = new Map<string, number>([['main', 0], ...subPackages.map(({ root }) => [root, 0] as const)]);
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const { size } = statSync(path.join(dist, file));
    if (!statSync(path.join(dist, file)).isFile()) continue;
    const owner = subPackages.find(({ root }) => file.startsWith(`${root}/`))?.root ?? 'main';
    bytes.set(owner, (bytes.get(owner) ?? 0) + size);
  }
  return bytes;
}
