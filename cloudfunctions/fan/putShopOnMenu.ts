import type { FanContract } from '../../shared/fan/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { setting } from '../_runtime/setting';
import { callAccount, credentialsOf } from './accountApi';
import { readAccount } from './officialAccounts';
import { hasShopEntry, type MenuButton, withShopEntry } from './shopEntry';

/** Adds the entry behind what is in the menu, and reads the menu back: only what WeChat shows counts. */
export const putShopOnMenu: Handler<FanContract['putShopOnMenu']> = async ({ shopId }, { now }) => {
  const account = await readAccount(shopId);
  if (account?.status !== 'bound') return refuse({ code: 'NOT_BOUND' });
  const credentials = credentialsOf(account);
  const entry = { appId: setting('WECHAT_APPID'), pagePath: `packages/nearby/shop/index?shopId=${shopId}` };
  const readMenu = () => callAccount<Menu>(credentials, { path: 'menu/get', told: [noMenu] }, now);

  const before = await readMenu();
  if (!before.ok) return refused(before.refusal.code);
  const wanted = withShopEntry(buttonsOf(before.value), entry);
  if (wanted === 'there') return accept({ entry: 'there' });
  if (wanted === 'noRoom') return refuse({ code: 'NO_ROOM' });

  const made = await callAccount(credentials, { path: 'menu/create', body: { button: wanted } }, now);
  if (!made.ok) return refused(made.refusal.code);
  const after = await readMenu();
  if (!after.ok) return refused(after.refusal.code);
  return hasShopEntry(buttonsOf(after.value), entry) ? accept({ entry: 'made' }) : refuse({ code: 'TRY_LATER' });
};

interface Menu {
  menu?: { button: MenuButton[] };
}

/** 46003: the account has no menu. */
const noMenu = 46003;

const buttonsOf = ({ menu }: Menu): MenuButton[] => menu?.button ?? [];

const refused = (trouble: string) => refuse({ code: trouble === 'noRight' ? 'NO_RIGHT' : 'TRY_LATER' });
