import type { Bundle } from './bundles';
import type { CloudBaseEnvironment } from './CloudBaseEnvironment';
import { type Step, stepText } from './planDeployment';

/** Does the steps in their order, saying each. Throws at the first that is refused; a new plan then goes on from there. */
export async function carryOut(
  steps: readonly Step[],
  cloud: CloudBaseEnvironment,
  bundles: ReadonlyMap<string, Bundle>,
  say: (line: string) => void,
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    say(`${index + 1}/${steps.length} ${stepText(step)}`);
    await take(step, cloud, bundles);
  }
}

async function take(step: Step, cloud: CloudBaseEnvironment, bundles: ReadonlyMap<string, Bundle>): Promise<void> {
  switch (step.do) {
    case 'createCollection':
      return cloud.createCollection(step.collection);
    case 'createIndex':
      return cloud.createIndex(step.collection, step.index, step.replaces);
    case 'lockCollection':
      return cloud.lock(step.collection);
    case 'setStorageRule':
      return cloud.setStorageRule(step.rule);
    case 'createFunction':
      await cloud.createFunction(step.name, archiveOf(step.name, bundles), step.state);
      return cloud.keepVersion(step.name, step.state.code);
    case 'updateFunction':
      return update(step, cloud, bundles);
    case 'setTimer':
      return cloud.setTimer(step.name, step.cron);
    case 'openPath':
      return cloud.openPath(step.path, step.function);
  }
}

/** The description, which says what code it is, comes last: whatever dies before is done again. */
async function update(
  { name, state, changes }: Extract<Step, { do: 'updateFunction' }>,
  cloud: CloudBaseEnvironment,
  bundles: ReadonlyMap<string, Bundle>,
): Promise<void> {
  const hasNewCode = changes.includes('code');
  if (hasNewCode) await cloud.updateCode(name, archiveOf(name, bundles));
  await cloud.configure(name, state);
  if (hasNewCode) await cloud.keepVersion(name, state.code);
}

function archiveOf(name: string, bundles: ReadonlyMap<string, Bundle>): Buffer {
  const bundle = bundles.get(name);
  if (!bundle) throw new Error(`${name} was not built`);
  return bundle.archive;
}
