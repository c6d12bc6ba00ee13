import type { FanContract } from '../../shared/fan/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { callAccount, credentialsOf } from './accountApi';
import { keyedId } from './fanKeys';
import { insertFollowCode, readFollowCode } from './followCodes';
import { readAccount } from './officialAccounts';

const sameFor = 10 * 60_000;
const goodFor = 2 * sameFor;

/** The id comes from shop, shopper, place and the ten minutes, so a retry finds the code that was made. */
export const makeFollowCode: Handler<FanContract['makeFollowCode']> = async (input, { openId, now }) => {
  const { shopId, from, articleId } = input;
  const period = Math.floor(now / sameFor) * sameFor;
  const codeId = keyedId('code', shopId, openId, String(period), from, articleId ?? '');
  const [account, made] = await Promise.all([readAccount(shopId), readFollowCode(codeId)]);
  if (account?.status !== 'bound') return refuse({ code: 'NOT_BOUND' });
  if (made) return accept({ text: made.text, expiresAt: made.expiresAt });

  const expiresAt = period + goodFor;
  const asked = await callAccount<{ url: string }>(credentialsOf(account), qrCode(codeId, expiresAt - now), now);
  if (!asked.ok) return refuse({ code: asked.refusal.code === 'noRight' ? 'NO_RIGHT' : 'TRY_LATER' });
  const { url: text } = asked.value;
  await insertFollowCode({
    _id: codeId,
    shopId,
    shopperOpenId: openId,
    from,
    ...(articleId && { articleId }),
    text,
    expiresAt,
  });
  return accept({ text, expiresAt });
};

/** A temporary code whose scene is our id: 43 of the 64 characters it may have. Source: 生成带参数的二维码. */
const qrCode = (codeId: string, ms: number) => ({
  path: 'qrcode/create',
  body: {
    expire_seconds: Math.ceil(ms / 1000),
    action_name: 'QR_STR_SCENE',
    action_info: { scene: { scene_str: codeId } },
  },
});
