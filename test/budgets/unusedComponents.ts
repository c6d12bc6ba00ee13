import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Components that a page of a built mini program declares and no template names: `pages/home/index: comp`. */
export function unusedComponents(dist: string): string[] {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  const textOf = (file: string): string => readFileSync(path.join(dist, file), 'utf8');
  const shared = files.filter((file) => /^(base|utils|comp|custom-wrapper)\.wxml$/.test(file)).map(textOf);
  return files
    .filter((file) => file.endsWith('.wxml') && files.includes(file.replace('.wxml', '.json')))
    .flatMap((file) => {
      const page = file.replace('.wxml', '');
      const { usingComponents = {} } = JSON.parse(textOf(`${page}.json`)) as {
        usingComponents?: Record<string, string>;
      };
      const templates = [textOf(file), ...shared].join('\n');
      const unused = Object.keys(usingComponents).filter((tag) => !templates.includes(`<${tag}`));
      return unused.map((tag) => `${page}: ${tag}`);
    });
}
