import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where the same script of a journey can run, by the driver that a test gives it. */
const engines = { browserDriver: 'browser', weappDriver: 'exparser', drawnDriver: 'glass-easel' } as const;
type DriverName = keyof typeof engines;

/** What an engine cannot show yet, by journey: it would fail there by that name. */
const cannot: Record<string, Partial<Record<DriverName, string>>> = {
  lossyJourney: { drawnDriver: 'the network is the same object as under exparser' },
  slowJourney: { drawnDriver: 'the network is the same object as under exparser' },
};

/** The table of `docs/JOURNEYS.md`: read off the scripts and the tests that run them, so nobody keeps it by hand. */
export function journeyTable(folder = __dirname): string {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  const textOf = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  const tests = files.filter((file) => file.endsWith('.test.ts')).map((file) => ({ file, text: textOf(file) }));
  const scripts = files.filter((file) => /Journeys?\.ts$/.test(file));
  const rows = scripts.flatMap((file) => storiesIn(textOf(file)).map((story) => rowOf(story, tests)));
  const head = ['journey', 'what happens', ...Object.values(engines)];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

interface Story {
  name: string;
  about: string;
}

/** The exported scripts of a file, with their docstrings. */
const storiesIn = (text: string): Story[] =>
  [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export async function (\w+Journey)\b/g)].map(
    ([, about = '', name = '']) => ({ name, about: about.replace(/\s*\n\s*\*\s?/g, ' ').trim() }),
  );

function rowOf({ name, about }: Story, tests: readonly { file: string; text: string }[]): string[] {
  const cells = (Object.keys(engines) as DriverName[]).map((driver) => {
    const runs = tests.filter(({ text }) => new RegExp(`\\b${name}\\b`).test(text) && text.includes(`${driver}(`));
    const reason = cannot[name]?.[driver];
    if (runs.length > 0 && reason) throw new Error(`${name} runs under ${driver} after all: ${runs[0]?.file}`);
    if (runs.length > 0) return '✓';
    return reason ?? 'not tried';
  });
  return [`\`${name}\``, about, ...cells];
}
