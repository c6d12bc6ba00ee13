import { deployments } from '../../cloudfunctions/deploy';
import type { Bundle } from './bundles';
import { CloudAccount } from './CloudAccount';
import { CloudBaseEnvironment } from './CloudBaseEnvironment';
import { carryOut } from './carryOut';
import { type Environment, emptyEnvironment } from './Environment';
import { type Plan, planDeployment, stepText } from './planDeployment';
import { readEnvironment } from './readEnvironment';
import { rollBack } from './rollBack';
import { account, type ReadSettings, readSettings } from './settings';
import { wantedEnvironment } from './wantedEnvironment';

/** A run of the deployment: what is asked for, of whom, and with what. */
export interface Deployment {
  task: 'deploy' | 'dryRun' | 'rollBack';
  /** The variables of `settings.ts`; `MEIDIAN_REGION` (Shanghai unless said); for tests `MEIDIAN_CLOUD_ENDPOINT`. */
  variables: NodeJS.ProcessEnv;
  bundle: () => Promise<ReadonlyMap<string, Bundle>>;
  say: (line: string) => void;
}

/**
 * Brings a CloudBase environment to what is declared here, or says what that would take, or brings the code before the
 * last back. Throws, having changed nothing, while something is missing; CloudRefused in the middle, and then a second
 * run goes on from there.
 */
export async function runDeployment(deployment: Deployment): Promise<void> {
  const { task, variables, bundle, say } = deployment;
  const missing = Object.keys(account).filter((name) => !variables[name]);
  if (missing.length > 0) {
    if (task !== 'dryRun') throw new Error(whatIsMissing(missing));
    say(`No account (${missing.join(', ')} missing): this is the plan for an empty environment.\n`);
    const read = readSettings(variables, undefined);
    return tell(planFor(emptyEnvironment, await bundle(), read), read.problems, say);
  }
  const cloud = await openEnvironment(variables);
  if (task === 'rollBack') return say((await rollBack(cloud, Object.keys(deployments))).join('\n'));
  await bring(cloud, deployment);
}

async function bring(cloud: CloudBaseEnvironment, deployment: Deployment): Promise<void> {
  const { task, variables, bundle, say } = deployment;
  const [bundles, address, present] = await Promise.all([bundle(), cloud.readAddress(), readEnvironment(cloud)]);
  const read = readSettings(variables, address);
  const plan = planFor(present, bundles, read);
  if (task === 'dryRun') return tell(plan, read.problems, say);
  if (read.problems.length > 0) throw new Error(`Nothing was changed.\n${read.problems.join('\n')}`);
  tell(plan, [], say);
  await carryOut(plan.steps, cloud, bundles, say);
  // HTTP access has its address only now, and two variables follow from it.
  if (address === undefined) await bring(cloud, deployment);
}

const planFor = (present: Environment, bundles: ReadonlyMap<string, Bundle>, { values }: ReadSettings): Plan =>
  planDeployment(present, wantedEnvironment(bundles, values));

function tell({ steps, strangers }: Plan, problems: readonly string[], say: (line: string) => void): void {
  for (const step of steps) say(`  ${stepText(step)}`);
  say(steps.length === 0 ? 'Nothing to do.' : `\n${steps.length} steps.`);
  for (const stranger of strangers) say(`left alone, not ours: ${stranger}`);
  for (const problem of problems) say(`to be put right before: ${problem}`);
}

function openEnvironment(variables: NodeJS.ProcessEnv): Promise<CloudBaseEnvironment> {
  const { TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, TENCENTCLOUD_SESSIONTOKEN, MEIDIAN_ENV_ID } = variables;
  const { MEIDIAN_REGION = 'ap-shanghai', MEIDIAN_CLOUD_ENDPOINT: endpoint } = variables;
  const cloudAccount = new CloudAccount({
    secretId: TENCENTCLOUD_SECRETID ?? '',
    secretKey: TENCENTCLOUD_SECRETKEY ?? '',
    token: TENCENTCLOUD_SESSIONTOKEN,
    region: MEIDIAN_REGION,
    ...(endpoint && { endpoint }),
  });
  // A fake is never busy for long.
  return CloudBaseEnvironment.open(cloudAccount, MEIDIAN_ENV_ID ?? '', endpoint ? 0 : 1_000);
}

const whatIsMissing = (names: readonly string[]): string =>
  [
    'Say which environment, and who you are (npm run deploy -- --template > .env.production, then fill it in):',
    ...names.map((name) => `  ${name}: ${account[name]?.what} (${account[name]?.where})`),
  ].join('\n');
