import { buildFunctions } from './buildFunctions';
import { buildMiniprogram } from './buildMiniprogram';
import { checkSizes } from './checkSizes';

const builds: Record<string, () => Promise<void>> = {
  weapp: async () => {
    await buildMiniprogram('weapp');
    console.log(await checkSizes());
  },
  h5: () => buildMiniprogram('h5'),
  functions: async () => {
    await buildFunctions();
    console.log(await checkSizes());
  },
};

/** `npm run build:<target>`: one of weapp, h5, functions. Sizes are printed, and limits hold. */
async function build(target = ''): Promise<void> {
  const chosen = builds[target];
  if (!chosen) throw new Error(`usage: tsx scripts/build.ts ${Object.keys(builds).join('|')}`);
  await chosen();
}

build(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
