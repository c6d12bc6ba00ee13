import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { CampaignRecord } from '../../cloudfunctions/crm/campaigns';
import { MessageRecords } from '../../emulator/wechat/messages/MessageRecords';
import { connect } from '../support/connect';
import { copyWorld } from '../support/copyWorld';
import { plantCrowd } from '../support/plantCrowd';
import { callerAt } from '../support/Storefront';
import { until } from '../support/until';
import { sellers } from '../support/world/people';

/** `CROWD=100000 npm test -- crm-survives-kill` is the whole of it. */
const crowd = Number(process.env.CROWD ?? 900);
const kills = 3;
/** Messages that `sendCampaigns` has under way at a time. */
const underWay = 10;
const campaignId = 'campaign-kill';
const shopId = 'fenhe';

jest.setTimeout(crowd * 200 + 60_000);

let dataDir: string;
let child: ChildProcess;
let url: string;
let port = 0;

beforeAll(async () => {
  dataDir = await copyWorld();
  await open();
  await plantCrowd(url, shopId, crowd, () => ({ here: 1, atWeChat: 2 }));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function open(): Promise<void> {
  child = fork(path.join(__dirname, '../support/serveStorefront.ts'), [dataDir, String(port)], {
    execArgv: ['--import', 'tsx'],
  });
  const [started] = (await once(child, 'message')) as [{ url: string; port: number }];
  ({ url, port } = started);
}

const post = async (what: string, body: object): Promise<void> => {
  const response = await fetch(`${url}/_emulator/${what}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
};
const runPeople = () => post('runTimer', { function: 'people' });

const database = async () => (await connect(url)).database();
const countSent = async (): Promise<number> =>
  (await (await database()).collection('sends').where({ campaignId, state: 'sent' }).count()).total ?? 0;
const readCampaign = async (): Promise<CampaignRecord> =>
  (await (await database()).collection('campaigns').doc(campaignId).get()).data[0];

test(`kill -9 again and again while ${crowd} people are written to: everybody once, nobody twice`, async () => {
  const owner = await callerAt(url, sellers.neighbour);
  await owner.ask('crm.saveCampaign', {
    ...{ shopId, campaignId, name: '新包子', conditions: {}, startAt: 0, gapDays: 7 },
    window: { from: '00:00', to: '23:59' },
    message: { kind: 'subscribe', title: '荠菜包子到店', tip: '每天早上六点' },
  });
  await owner.ask('crm.startCampaign', { shopId, campaignId });

  for (let kill = 1; kill <= kills; kill += 1) {
    const enough = Math.floor((crowd * kill) / (kills + 2));
    const run = runPeople().catch(() => undefined);
    await until(async () => (await countSent()) >= enough, crowd * 100 + 20_000);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await run;
    await open();
    const { status, tally } = await readCampaign();
    expect([status, tally.looked < crowd]).toEqual(['sending', true]);
    await post('clock', { advanceMs: 91_000 });
  }
  await until(
    async () => {
      await runPeople();
      return (await readCampaign()).status === 'done';
    },
    crowd * 100 + 20_000,
  );

  const { tally } = await readCampaign();
  const { unsure = 0 } = tally.failed;
  const { noneAllowed = 0 } = tally.leftOut;
  expect(tally.looked).toBe(crowd);
  expect(tally.sent + unsure + noneAllowed).toBe(crowd);
  // Whoever was just being written to when the process died may have theirs or not, and is not tried again.
  expect(unsure + noneAllowed).toBeLessThanOrEqual(kills * underWay);
  const below = (await database()).command.lt(0);
  expect(await (await database()).collection('messageQuotas').where({ left: below }).count()).toMatchObject({
    total: 0,
  });

  child.disconnect();
  await once(child, 'exit');
  const records = new MessageRecords(dataDir);
  const receivers = records.latest(crowd * 2).map(({ openId }) => openId);
  records.close();
  expect(new Set(receivers).size).toBe(receivers.length);
  expect(receivers.length).toBeGreaterThanOrEqual(tally.sent);
  expect(receivers.length).toBeLessThanOrEqual(tally.sent + unsure);
});
