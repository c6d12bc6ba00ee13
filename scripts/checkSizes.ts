import { paths } from './paths';
import { runTool } from './runTool';

/** Measures what was built against `.size-limit.cjs`. Answers the table; throws it when something is over its limit. */
export async function checkSizes(): Promise<string> {
  const { code, stdout, stderr } = await runTool(paths.root, 'size-limit/bin.js');
  if (code !== 0) throw new Error(`${stdout}${stderr}`);
  return stdout;
}
