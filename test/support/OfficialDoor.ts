import type { AccountSwitch } from '../../emulator/wechat/officialAccount/AccountSwitchboard';
import type { AccountMessage, OfficialAccount, Push } from '../../emulator/wechat/officialAccount/OfficialAccount';
import type { Output } from '../../shared/contract';
import type { Caller, Storefront } from './Storefront';
import { until } from './until';
import type { DemoPerson } from './world/people';

type Wanted = AccountSwitch extends infer Each
  ? Each extends AccountSwitch
    ? Omit<Each, 'times' | 'delayMs' | 'skip'>
    : never
  : never;

/** An official account in a story: what its administrator and its followers do in WeChat. */
export interface OfficialDoor {
  account: OfficialAccount;
  follow(person: DemoPerson): Promise<void>;
  unfollow(person: DemoPerson): Promise<void>;
  /** `code` is the QR code's text. */
  scan(person: DemoPerson, code: string): Promise<void>;
  /** So many followers more, of whom nothing is pushed. */
  addStrangers(count: number): Promise<void>;
  /** The administrator makes a new app secret. */
  changeSecret(): Promise<string>;
  /** Enters what `getBinding` tells as the account's server. */
  enterServer(binding: Output<'fan.getBinding'>): Promise<{ code?: string; message?: string }>;
  /** Goes wrong once, or as often as `times` says, after `skip` calls that go right. */
  switchOn(wanted: Wanted & { times?: number; delayMs?: number; skip?: number }): Promise<void>;
  reset(): Promise<void>;
  /** This account's pushes, the newest first. */
  pushes(): Promise<Push[]>;
  /** Resolves when no push is on its way any more. */
  settled(): Promise<Push[]>;
  messages(): Promise<AccountMessage[]>;
}

/** Opens an official account at WeChat. It knows unionids, and may call everything, unless said otherwise. */
export async function openOfficialDoor(
  { emulator }: Storefront,
  wanted: { name?: string; verified?: boolean; sharesOpenPlatform?: boolean } = {},
): Promise<OfficialDoor> {
  const door = `${emulator.url}/_emulator/wechat`;
  const post = async (what: string, body: object) =>
    (await (await fetch(`${door}/${what}`, { method: 'POST', body: JSON.stringify(body) })).json()) as {
      code?: string;
      message?: string;
      account: OfficialAccount;
    };
  const must = async (what: string, body: object) => {
    const answer = await post(what, body);
    if (answer.code !== undefined) throw new Error(`${what}: ${answer.code} ${answer.message}`);
    return answer;
  };
  const { account } = await must('accounts', { name: '晋美优品', ...wanted });
  const act = async (what: string, body: object) => {
    await must(`accounts/${account.appId}/${what}`, body);
  };
  const read = async () =>
    (await (await fetch(`${door}/accounts`)).json()) as { pushes: Push[]; messages: AccountMessage[] };
  const pushes = async () => (await read()).pushes.filter(({ appId }) => appId === account.appId);
  return {
    account,
    follow: ({ openId }) => act('follow', { openId }),
    unfollow: ({ openId }) => act('unfollow', { openId }),
    scan: ({ openId }, code) => act('scan', { openId, code }),
    addStrangers: (count) => act('strangers', { count }),
    changeSecret: async () => (await must(`accounts/${account.appId}/secret`, {})).account.secret,
    enterServer: (binding) => {
      if (binding.status !== 'bound' || !binding.server)
        throw new Error(`a binding that is ${binding.status} has no server`);
      return post(`accounts/${account.appId}/server`, binding.server);
    },
    switchOn: async (each) => {
      await must('accountSwitches', each);
    },
    reset: async () => {
      await must('accountSwitches/reset', {});
    },
    pushes,
    settled: async () => {
      await until(async () => (await pushes()).every(({ state }) => state !== 'pending'));
      return pushes();
    },
    messages: async () => (await read()).messages.filter(({ appId }) => appId === account.appId),
  };
}

/** Opens an account and binds a shop to it, as its owner would: credentials first, then the server. */
export async function bindShop(
  storefront: Storefront,
  owner: Caller,
  shopId: string,
  wanted: Parameters<typeof openOfficialDoor>[1] = {},
): Promise<OfficialDoor> {
  const door = await openOfficialDoor(storefront, wanted);
  const { appId, secret: appSecret } = door.account;
  const answer = await door.enterServer(await owner.ask('fan.bindOfficialAccount', { shopId, appId, appSecret }));
  if (answer.code !== undefined) throw new Error(`the server was not taken: ${answer.message}`);
  return door;
}
