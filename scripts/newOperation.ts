import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { paths } from './paths';
import { runTool } from './runTool';

const usage = 'npm run new order.holdOrder -- --who staff';

/** By who may call: what the first input is, and whom the test calls as. */
const callers: Record<string, { input: string; example: string; person: string }> = {
  anyone: { input: 'v.object({})', example: '{}', person: 'shoppers[0]' },
  shopper: { input: 'v.object({})', example: '{}', person: 'shoppers[0]' },
  staff: { input: 'v.object({ shopId: Id })', example: "{ shopId: 'jinmei' }", person: 'sellers.clerk' },
  manager: { input: 'v.object({ shopId: Id })', example: "{ shopId: 'jinmei' }", person: 'sellers.manager' },
  owner: { input: 'v.object({ shopId: Id })', example: "{ shopId: 'jinmei' }", person: 'sellers.owner' },
};

/**
 * `npm run new order.holdOrder -- --who staff` (`shopper` unless said): adds the contract's entry, the handler, its
 * registration, a right input for the tests that call every operation, a story, and for staff a name in the shop's log. Everything compiles; the story fails, by
 * name, until the handler is written. Nothing is written when the name is bad or taken, or the domain unknown.
 */
async function newOperation(args: readonly string[]): Promise<void> {
  const operation = read(args);
  // All edits are made before the first is written, so that a file of an unknown form leaves the others alone.
  const edits = [contract, handler, registration, rightInput, story].map((edit) => edit(operation));
  edits.push(...deed(operation));
  for (const { file, text } of edits) writeFileSync(path.join(paths.root, file), text);

  const files = edits.map(({ file }) => file);
  const formatted = await runTool(paths.root, '@biomejs/biome/bin/biome', 'check', '--write', ...files);
  if (formatted.code !== 0) throw new Error(`Biome complains about what was written:\n${formatted.stderr}`);
  console.log(`written, in the order to read them:\n${files.map((file) => `  ${file}`).join('\n')}`);
  console.log(`npm test -- ${path.basename(operation.story)} fails until the handler does what the story says.`);
}

interface NewOperation {
  /** `order` */
  domain: string;
  /** `holdOrder` */
  name: string;
  who: string;
  caller: { input: string; example: string; person: string };
  /** Path of its story, from the root. */
  story: string;
}

interface Edit {
  file: string;
  text: string;
}

function read(args: readonly string[]): NewOperation {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { who: { type: 'string', default: 'shopper' } },
    allowPositionals: true,
  });
  const [, domain, name] = /^([a-z]+)\.([a-z]+[A-Z][A-Za-z]*)$/.exec(positionals.join(' ')) ?? [];
  if (!domain || !name) throw new Error(`An operation is called domain.verbNoun: ${usage}`);

  const domains = readdirSync(path.join(paths.root, 'shared')).filter((each) => existsSync(at(contractOf(each))));
  if (!domains.includes(domain)) throw new Error(`There is no domain ${domain}; there are ${domains.join(', ')}.`);
  const caller = callers[values.who];
  if (!caller) throw new Error(`Nobody is called ${values.who}; there are ${Object.keys(callers).join(', ')}.`);

  const story = `test/journeys/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.test.ts`;
  if (existsSync(at(handlerOf(domain, name))))
    throw new Error(`${domain}.${name} exists: see ${handlerOf(domain, name)}.`);
  if (existsSync(at(story))) throw new Error(`${domain}.${name} would overwrite ${story}.`);
  return { domain, name, who: values.who, caller, story };
}

function contract({ domain, name, who, caller }: NewOperation): Edit {
  const { file, text } = insert(
    contractOf(domain),
    '} satisfies Contract;',
    `  /** To be written: what ${name} does, in one sentence. */
  ${name}: { who: '${who}',${duty({ name, who })} input: ${caller.input}, output: v.object({}), refusals: {} },\n`,
  );
  // A contract that is put together from parts may not name these yet; Biome puts the imports in order.
  const schemas =
    caller.input.includes('Id') && !/\bId\b.*from/.test(text) && "import { Id } from '../kernel/schemas';";
  const valibot = !text.includes("from 'valibot'") && "import * as v from 'valibot';";
  return { file, text: [valibot, schemas, text].filter(Boolean).join('\n') };
}

const writes = ({ name, who }: Pick<NewOperation, 'name' | 'who'>): boolean =>
  who !== 'anyone' && !/^(get|list|find|preview|read|count)[A-Z]/.test(name);

/** What an operation that writes has to say: how often a shopper may, what the shop's log keeps of it. */
function duty(operation: Pick<NewOperation, 'name' | 'who'>): string {
  if (!writes(operation)) return '';
  return operation.who === 'shopper' ? ' limit: { times: 20, seconds: 3_600 },' : ' audit: [],';
}

/** What the shop's log calls it, for its seller to read. */
const deed = (operation: NewOperation): Edit[] =>
  writes(operation) && operation.who !== 'shopper'
    ? [insert(deeds, '};', `  '${operation.domain}.${operation.name}': '${operation.name}',\n`)]
    : [];

const handler = ({ domain, name }: NewOperation): Edit => ({
  file: handlerOf(domain, name),
  text: `import type { ${typeOf(domain)} } from '../../shared/${domain}/contract';
import type { Handler } from '../_runtime/serve';

export const ${name}: Handler<${typeOf(domain)}['${name}']> = async () => {
  throw new Error('${domain}.${name} is not written yet');
};
`,
});

function registration({ domain, name }: NewOperation): Edit {
  const { file, text } = insert(`cloudfunctions/${domain}/index.ts`, '});', `  ${name},\n`);
  return { file, text: `import { ${name} } from './${name}';\n${text}` };
}

const rightInput = ({ domain, name, caller }: NewOperation): Edit =>
  insert('test/journeys/rightInputs.ts', '};', `  '${domain}.${name}': ${caller.example},\n`);

const story = ({ domain, name, caller, story: file }: NewOperation): Edit => ({
  file,
  text: `import { type Caller, openStorefront, type Storefront } from '../support/Storefront';
import { ${caller.person.replace(/\W.*/, '')} } from '../support/world/people';

let storefront: Storefront;
let caller: Caller;

beforeAll(async () => {
  storefront = await openStorefront();
  caller = await storefront.as(${caller.person});
});
afterAll(() => storefront.close());

test('${domain}.${name}: say here what becomes true by it', async () => {
  expect(await caller.call('${domain}.${name}', ${caller.example})).toMatchObject({ ok: true });
});
`,
});

/** Puts lines before the first line that reads exactly `before`. */
function insert(file: string, before: string, lines: string): Edit {
  const text = readFileSync(at(file), 'utf8');
  const index = text.indexOf(`\n${before}\n`);
  if (index < 0) throw new Error(`${file} has no line \`${before}\` before which to add the operation.`);
  return { file, text: `${text.slice(0, index + 1)}${lines}${text.slice(index + 1)}` };
}

const deeds = 'miniprogram/src/features/shop/staff/deedText.ts';
const at = (file: string): string => path.join(paths.root, file);
const contractOf = (domain: string): string => `shared/${domain}/contract.ts`;
const handlerOf = (domain: string, name: string): string => `cloudfunctions/${domain}/${name}.ts`;
const typeOf = (domain: string): string => `${domain.charAt(0).toUpperCase()}${domain.slice(1)}Contract`;

newOperation(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
