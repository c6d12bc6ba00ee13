import { existsSync, watch } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import collections from '../cloudfunctions/collections.json';
import type { CollectionDeclarations } from '../emulator/database/declarations';
import { type Emulator, type EmulatorOptions, startEmulator } from '../emulator/Emulator';
import { connect } from '../test/support/connect';
import { demoSettings } from '../test/support/demoSettings';
import { people } from '../test/support/world/people';
import { plantPictures, plantWorld } from '../test/support/world/plantWorld';
import { buildFunctions } from './buildFunctions';
import { buildMiniprogram, isBuilt } from './buildMiniprogram';
import { paths } from './paths';

/** `npm start`: builds what is missing, plants the demo world on the first run, serves it all on one port. */
async function start(): Promise<void> {
  const began = Date.now();
  const previewBuilt = await isBuilt('h5');
  if (!previewBuilt) say('正在构建预览（首次约一分钟）…');
  const preview = previewBuilt ? undefined : buildMiniprogram('h5');
  const [emulator] = await Promise.all([open(), preview]);
  console.log(
    `\n  媒店已开张：${emulator.url}\n  控制台：${emulator.url}/_emulator\n  （${seconds(began)} 秒；按 Ctrl+C 关店）\n`,
  );

  const stop = () => void emulator.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (process.argv.includes('--watch')) watchSources();
}

/** Opens the local CloudBase with the demo world in it. */
async function open(): Promise<Emulator> {
  await buildFunctions();
  const planted = path.join(paths.data, 'planted');
  const first = !existsSync(planted);
  const options = {
    dataDir: paths.data,
    functionsDir: paths.functions,
    collections: collections as CollectionDeclarations,
    functionEnv: demoSettings,
  };
  if (first) {
    say('正在布置演示数据…');
    await plant(options);
    await writeFile(planted, new Date().toISOString());
  }
  const emulator = await openOnSomePort({ ...options, previewDir: paths.h5, people });
  await door(emulator, 'prewarm', { functions: ['shop', 'order'] });
  return emulator;
}

/** Plants the demo world in an emulator of its own, whose timers are still: a chore must not find half a world. */
async function plant(options: Omit<EmulatorOptions, 'port'>): Promise<void> {
  // A first run that was cut off left half a world: begin again.
  await rm(options.dataDir, { recursive: true, force: true });
  const emulator = await startEmulator({ ...options, port: 0, timers: false });
  const cloudbase = await connect(emulator.url);
  const world = await plantWorld(cloudbase, Date.now());
  await plantPictures(cloudbase, world, paths.pictures);
  await emulator.stop();
}

/** The port of the environment, else 9900, else any that is free. */
async function openOnSomePort(options: Omit<EmulatorOptions, 'port'>): Promise<Emulator> {
  const wanted = Number(process.env.PORT ?? 9900);
  try {
    return await startEmulator({ ...options, port: wanted });
  } catch (error) {
    if (process.env.PORT || !/port/i.test(String(error))) throw error;
    return startEmulator({ ...options, port: 0 });
  }
}

async function door(emulator: Emulator, what: string, body: object): Promise<void> {
  const response = await fetch(`${emulator.url}/_emulator/${what}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
}

/** Rebuilds what a changed file goes into; the emulator takes new functions by itself. */
function watchSources(): void {
  let waiting: NodeJS.Timeout | undefined;
  const rebuild = async () => {
    const began = Date.now();
    await Promise.all([buildFunctions(), (await isBuilt('h5')) || buildMiniprogram('h5')]);
    say(`已更新（${seconds(began)} 秒），刷新页面即可`);
  };
  for (const folder of ['miniprogram/src', 'shared', 'cloudfunctions']) {
    watch(path.join(paths.root, folder), { recursive: true }, () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void rebuild().catch((error: unknown) => say(String(error))), 200);
    });
  }
}

const say = (line: string): void => console.log(`  ${line}`);
const seconds = (since: number): string => ((Date.now() - since) / 1000).toFixed(1);

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
