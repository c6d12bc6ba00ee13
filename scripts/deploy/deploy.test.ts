import path from 'node:path';
import collections from '../../cloudfunctions/collections.json';
import { deployments } from '../../cloudfunctions/deploy';
import { CloudApi, cloudKey } from '../../test/support/CloudApi';
import { paths } from '../paths';
import { runTool } from '../runTool';
import { type Bundle, makeBundles } from './bundles';
import { type Deployment, runDeployment } from './runDeployment';
import { settings, settingsTemplate } from './settings';

jest.setTimeout(120_000);

const good: Record<string, string> = {
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_APP_SECRET: 'a'.repeat(32),
  FAN_KEY: 'b'.repeat(64),
  WECHAT_NEWS_TEMPLATE: 'd'.repeat(43),
  WECHAT_RESTOCK_TEMPLATE: 'e'.repeat(43),
  WECHAT_PAY_MCHID: '1900000001',
  WECHAT_PAY_SERIAL: '1'.repeat(40),
  WECHAT_PAY_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n',
  WECHAT_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_1',
  WECHAT_PAY_PUBLIC_KEY: '-----BEGIN PUBLIC KEY-----\ncHVibGlj\n-----END PUBLIC KEY-----\n',
  WECHAT_PAY_API_V3_KEY: 'c'.repeat(32),
};

let api: CloudApi;
beforeEach(async () => {
  api = await CloudApi.open('shop-1');
});
afterEach(() => api.close());

let bundles: Map<string, Bundle>;
beforeAll(async () => {
  bundles = await makeBundles();
});

/** Runs it with an account and good settings, but for `more`. */
async function deploy(task: Deployment['task'] = 'deploy', more: NodeJS.ProcessEnv = {}): Promise<string> {
  let said = '';
  const say = (line: string) => {
    said += `${line}\n`;
  };
  const variables = {
    ...{ TENCENTCLOUD_SECRETID: cloudKey.secretId, TENCENTCLOUD_SECRETKEY: cloudKey.secretKey },
    ...{ MEIDIAN_ENV_ID: 'shop-1', MEIDIAN_CLOUD_ENDPOINT: api.endpoint },
    ...good,
    ...more,
  };
  await runDeployment({ task, variables, bundle: async () => bundles, say });
  return said;
}

test('a first deployment makes everything, and a second changes nothing', async () => {
  await deploy();
  const { state, changes } = api;
  expect([...state.collections.keys()]).toEqual(Object.keys(collections.collections));
  expect([...state.collections.values()].every(({ acl }) => acl === 'ADMINONLY')).toBe(true);
  expect(state.collections.get('shops')?.indexes).toContainEqual({
    ...{ Name: 'location', Unique: false },
    Keys: [{ Name: 'location', Direction: '2dsphere' }],
  });
  expect([...state.functions.keys()]).toEqual(Object.keys(deployments));
  expect(state.functions.get('timers')?.timers).toEqual([
    { TriggerName: 'clock', Type: 'timer', TriggerDesc: '0 * * * * * *' },
  ]);
  expect(Object.fromEntries(state.paths)).toEqual({ '/wechat/payNotify': 'payNotify', '/wechat/push': 'wechatPush' });
  expect(state.storageRule).toBe('READONLY');
  // Known only once HTTP access has its address.
  expect(state.functions.get('order')?.variables).toContainEqual({
    Key: 'WECHAT_PAY_NOTIFY_URL',
    Value: `https://${state.domain}/wechat/payNotify`,
  });

  const before = changes.length;
  expect(await deploy()).toContain('Nothing to do.');
  expect(changes).toHaveLength(before);
});

test('a function gets what its own code reads and no more, and no plan shows a secret', async () => {
  const said = await deploy();
  for (const [name, { variables }] of api.state.functions) {
    const names = variables.map(({ Key }) => Key).sort();
    const read = bundles.get(name)?.settings.filter((each) => !settings[each]?.optional);
    expect([name, names]).toEqual([name, read]);
  }
  expect(api.state.functions.get('shop')?.variables).toEqual([{ Key: 'LIMIT_FACTOR', Value: '1' }]);
  for (const name of ['WECHAT_APP_SECRET', 'FAN_KEY', 'WECHAT_PAY_PRIVATE_KEY', 'WECHAT_PAY_API_V3_KEY']) {
    expect(said).not.toContain(good[name]);
  }
});

test('a deployment that broke off goes on where it was', async () => {
  api.refuseNext = { action: 'CreateTrigger', code: 'RequestLimitExceeded', after: false };
  await expect(deploy()).rejects.toThrow('CreateTrigger: RequestLimitExceeded');
  const made = api.state.functions.size;
  await deploy();
  expect(api.changes.filter((action) => action === 'CreateFunction')).toHaveLength(Object.keys(deployments).length);
  expect(made).toBeLessThan(Object.keys(deployments).length);
});

test('what was changed by hand is put right, what is not ours is named and stays', async () => {
  await deploy();
  const { collections: tables, functions } = api.state;
  tables.set('notes', { indexes: [], acl: 'READONLY' });
  const orders = tables.get('orders');
  const due = orders?.indexes.find(({ Name }) => Name === 'due');
  if (due) due.Keys = [{ Name: 'due', Direction: '-1' }];
  orders?.indexes.push({ Name: 'mine', Unique: false, Keys: [{ Name: 'mine', Direction: '1' }] });
  const order = functions.get('order');
  order?.variables.push({ Key: 'BY_HAND', Value: 'kept' });
  Object.assign(order ?? {}, { timeout: 3 });

  const said = await deploy();
  expect(said).toContain('replace index orders.due (due 1)');
  expect(said).toContain('function order: timeout');
  expect(said).toContain('left alone, not ours: collection notes');
  expect(said).toContain('left alone, not ours: index orders.mine');
  expect(tables.get('notes')?.acl).toBe('READONLY');
  expect(order).toMatchObject({ timeout: 15, variables: expect.arrayContaining([{ Key: 'BY_HAND', Value: 'kept' }]) });
  expect(await deploy()).toContain('Nothing to do.');
});

test('the code before the last comes back', async () => {
  await deploy();
  const order = api.state.functions.get('order');
  if (!order) throw new Error('there is no order');
  const { archive, description } = order;
  // As if another commit had been deployed after this one.
  order.versions.unshift({ Version: '2', Description: 'meidian 0123456789abcdef', archive: 'bmV3' });
  Object.assign(order, { archive: 'bmV3', description: 'meidian 0123456789abcdef' });

  const said = await deploy('rollBack');
  expect(said).toContain('order: back to version 1');
  expect(said).toContain('shop: nothing to go back to');
  expect(order).toMatchObject({ archive, description });
});

test('without good settings nothing is changed, and each is named with where to get it', async () => {
  const refused = deploy('deploy', { FAN_KEY: 'short', WECHAT_PAY_MCHID: '' });
  await expect(refused).rejects.toThrow(
    /^Nothing was changed\..*FAN_KEY does not look like .*WECHAT_PAY_MCHID is missing: /s,
  );
  expect(api.changes).toEqual([]);
});

test('a wrong key is told, and a dry run changes nothing', async () => {
  await expect(deploy('deploy', { TENCENTCLOUD_SECRETKEY: 'wrong' })).rejects.toThrow(
    'DescribeEnvs: AuthFailure.SignatureFailure',
  );
  expect(await deploy('dryRun')).toMatch(/\d+ steps\./);
  expect(api.changes).toEqual([]);
});

test('without an account, a dry run plans for an empty environment, and a deployment says what it needs', async () => {
  const { code, stdout } = await runTool(
    paths.root,
    'tsx/dist/cli.mjs',
    path.join(paths.root, 'scripts/deploy.ts'),
    '--dry-run',
  );
  expect(code).toBe(0);
  for (const name of Object.keys(collections.collections)) expect(stdout).toContain(`collection ${name}\n`);
  for (const name of Object.keys(deployments)) expect(stdout).toContain(`function ${name},`);
  expect(stdout).toContain('to be put right before: FAN_KEY is missing');
  await expect(deploy('deploy', { TENCENTCLOUD_SECRETID: '' })).rejects.toThrow('TENCENTCLOUD_SECRETID');
});

test('every variable that the code reads is described, and none that it does not', async () => {
  const read = [...bundles.values()].flatMap((bundle) => bundle.settings);
  expect([...new Set(read)].sort()).toEqual(Object.keys(settings).sort());
  for (const name of read) expect(settingsTemplate()).toContain(`${name}=`);
});
