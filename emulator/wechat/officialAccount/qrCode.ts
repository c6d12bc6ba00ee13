import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { NotEmulated } from '../../CloudBaseError';
import { WeChatError } from '../WeChatError';
import type { OfficialAccounts } from './OfficialAccounts';

const longest = 2_592_000;
const CreateQrCode = v.object({
  expire_seconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longest)), 60),
  action_name: v.string(),
  action_info: v.object({ scene: v.object({ scene_str: v.optional(v.string(), '') }) }),
});

/**
 * `qrcode/create`, temporary codes with a text of 1 to 64 characters, for 60 seconds (unless said) to 30 days. Throws
 * WeChatError 47001, or 40053 for a scene or a time that may not be. Source: developers.weixin.qq.com, 生成带参数的二维码.
 */
export function createQrCode(
  accounts: OfficialAccounts,
  appId: string,
  body: unknown,
): { ticket: string; expire_seconds: number; url: string } {
  const parsed = v.safeParse(CreateQrCode, body);
  if (!parsed.success) {
    const field = v.getDotPath(parsed.issues[0]) ?? 'body';
    throw field === 'expire_seconds'
      ? new WeChatError(40053, 'invalid action info')
      : new WeChatError(47001, `data format error: ${field}`);
  }
  const { action_name, action_info, expire_seconds } = parsed.output;
  if (action_name !== 'QR_STR_SCENE') throw new NotEmulated(`qrcode/create with ${action_name}`);
  const { scene_str: scene } = action_info.scene;
  if (scene.length < 1 || scene.length > 64) throw new WeChatError(40053, 'invalid action info');
  const ticket = `g${randomBytes(60).toString('base64url')}==`;
  const url = `http://weixin.qq.com/q/02${randomBytes(15).toString('base64url')}`;
  const expiresAt = accounts.clock.now() + expire_seconds * 1000;
  accounts.records.saveQrCode({ ticket, appId, scene, url, expiresAt });
  return { ticket, expire_seconds, url };
}
