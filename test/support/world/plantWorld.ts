import type { CloudBase } from '../connect';
import { buildWorld, type World } from './buildWorld';
import { drawScene } from './pictures';

const atOnce = 500;

/**
 * Puts the demo world's records into a CloudBase environment whose collections are empty, and answers the world.
 * Pictures come apart (`plantPictures`): most tests do not look at them.
 */
export async function plantWorld(cloudbase: CloudBase, now: number): Promise<World> {
  const world = buildWorld(now, (path) => `cloud://meidian.6c6f-meidian-1250000000/${path}`);
  const db = cloudbase.database();
  await Promise.all(
    Object.entries(world.records).map(async ([collection, records]) => {
      for (let start = 0; start < records.length; start += atOnce) {
        await db.collection(collection).add(records.slice(start, start + atOnce));
      }
    }),
  );
  return world;
}

/** Draws the world's pictures, two at a time, and uploads them. */
export async function plantPictures(cloudbase: CloudBase, { scenes }: World, cacheDir: string): Promise<void> {
  const waiting = [...scenes];
  const worker = async () => {
    for (let scene = waiting.shift(); scene; scene = waiting.shift()) {
      await cloudbase.uploadFile({ cloudPath: scene.path, fileContent: await drawScene(scene, cacheDir) });
    }
  };
  await Promise.all([worker(), worker()]);
}
