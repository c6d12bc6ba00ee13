import { connect } from '../test/support/connect';

/**
 * Recounts every cell of the map's grid: `npx tsx scripts/rebuildCells.ts [URL of the emulator]`. It may run beside everything
 * else. Without a URL it works on the environment that the variables of CloudBase's SDK name.
 */
async function rebuildCells(url: string | undefined): Promise<void> {
  if (url !== undefined) await connect(url);
  // Loaded only now, because the SDK reads where CloudBase is when it is loaded.
  const { rebuildCells: rebuild } = await import('../cloudfunctions/shop/rebuildCells');
  console.log(`${await rebuild(Date.now())} of the finest cells recounted, with all around them`);
}

rebuildCells(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
