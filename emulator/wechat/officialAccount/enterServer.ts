import { randomInt } from 'node:crypto';
import { CloudBaseError } from '../../CloudBaseError';
import { echoUrl, type PushServer } from './signedPush';

const answerLimit = 5_000;

/**
 * Sees that a server answers `echostr`, as WeChat does before it takes one. Throws INVALID_PARAM, in the words of the
 * account's page, when it does not. Source: developers.weixin.qq.com, 接入指南.
 */
export async function enterServer(server: PushServer, now: number): Promise<void> {
  const echostr = String(randomInt(10 ** 9, 2 ** 40));
  const answer = await fetch(echoUrl(server, echostr, now), { signal: AbortSignal.timeout(answerLimit) }).catch(
    () => undefined,
  );
  if (!answer) throw new CloudBaseError('INVALID_PARAM', '请求URL超时');
  if ((await answer.text()) !== echostr) throw new CloudBaseError('INVALID_PARAM', 'Token校验失败');
}
