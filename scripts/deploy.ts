import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeBundles } from './deploy/bundles';
import { runDeployment } from './deploy/runDeployment';
import { settingsTemplate } from './deploy/settings';
import { paths } from './paths';

/**
 * `npm run deploy`: brings a CloudBase environment to what is declared here, and changes nothing else.
 * `-- --dry-run` prints the plan; without an account, that for an empty environment. `-- --rollback` brings back the code
 * before the last. `-- --template` prints the variables to fill in and keep as `.env.production`.
 */
async function deploy(): Promise<void> {
  const flag = { type: 'boolean', default: false } as const;
  const { values: flags } = parseArgs({ options: { 'dry-run': flag, rollback: flag, template: flag } });
  if (flags.template) return void process.stdout.write(settingsTemplate());
  const file = path.join(paths.root, '.env.production');
  if (existsSync(file)) process.loadEnvFile(file);
  await runDeployment({
    task: flags['dry-run'] ? 'dryRun' : flags.rollback ? 'rollBack' : 'deploy',
    variables: process.env,
    bundle: makeBundles,
    say: (line) => console.log(line),
  });
}

deploy().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
