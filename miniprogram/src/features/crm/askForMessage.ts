import { askToSubscribe } from '@/platform/askToSubscribe';
import { showSnack } from '@/platform/snacks';

/**
 * Asks for one message of a template, right after a tap. Resolves to whether the person said yes; where WeChat did not ask
 * them, they are told why nothing happened.
 */
export async function askForMessage(templateId: string): Promise<boolean> {
  const outcome = await askToSubscribe(templateId);
  if (outcome === 'off') showSnack({ text: '通知关着，请在右上角“···”的设置里打开' });
  if (outcome === 'failed') showSnack({ text: '微信没有打开通知，请稍后再试' });
  return outcome === 'accepted';
}
