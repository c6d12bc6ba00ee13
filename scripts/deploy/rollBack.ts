import { type CloudBaseEnvironment, codeIn } from './CloudBaseEnvironment';

/**
 * Brings back the code that each of these functions ran before its last change; variables, limits and the database stay
 * as they are. A function that was never changed stays. Answers a line for each.
 */
export async function rollBack(cloud: CloudBaseEnvironment, names: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for (const name of names) lines.push(`${name}: ${await rollBackOne(cloud, name)}`);
  return lines;
}

async function rollBackOne(cloud: CloudBaseEnvironment, name: string): Promise<string> {
  const [detail, versions] = await Promise.all([cloud.readFunction(name), cloud.listVersions(name)]);
  const present = codeIn(detail.Description);
  const now = versions.findIndex(({ code }) => code === present);
  const before = versions.slice(now + 1).find(({ code }) => code !== present);
  if (!before) return 'nothing to go back to';
  await cloud.updateCode(name, await cloud.readArchive(name, before.version));
  await cloud.configure(name, {
    timeout: detail.Timeout,
    memorySize: detail.MemorySize,
    variables: Object.fromEntries((detail.Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value])),
    code: before.code,
  });
  return `back to version ${before.version} (${before.code})`;
}
