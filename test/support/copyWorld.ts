import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A new emulator's folder that holds the demo world, with its pictures if `pictured`; whoever asks removes it. In a run of
 * tests the world is planted once, by whoever needs it first, and copied for all: planting takes longer than many a story.
 */
export async function copyWorld(pictured = false): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'meidian-'));
  const { TEST_WORLDS } = process.env;
  if (TEST_WORLDS) await cp(await plantedWorld(TEST_WORLDS, pictured), dataDir, { recursive: true });
  else await plant(dataDir, pictured);
  return dataDir;
}

async function plantedWorld(worlds: string, pictured: boolean): Promise<string> {
  const planted = path.join(worlds, pictured ? 'pictured' : 'plain');
  if (existsSync(planted)) return planted;
  const draft = await mkdtemp(path.join(worlds, 'draft-'));
  await plant(draft, pictured);
  // Of two that planted at the same time, the first is taken.
  await rename(draft, planted).catch(() => rm(draft, { recursive: true }));
  return planted;
}

async function plant(dataDir: string, pictured: boolean): Promise<void> {
  const program = path.join(__dirname, 'plantFolder.ts');
  const planting = fork(program, [dataDir, ...(pictured ? ['pictured'] : [])], { execArgv: ['--import', 'tsx'] });
  const [code] = await once(planting, 'exit');
  if (code !== 0) throw new Error(`planting the demo world ended with ${code}`);
}
