import { ask } from './ask';
import type { Subscribed } from './askToSubscribe';

/** The preview asks by itself, and WeChat of the emulator is told of a yes. */
export async function askToSubscribe(templateId: string): Promise<Subscribed> {
  const question = { title: '接收通知？', text: '上新与优惠，允许一次收一条', agree: '允许', keep: '取消' };
  if (!(await ask(question))) return 'declined';
  const response = await fetch('/_emulator/wechat/requestSubscribeMessage', {
    method: 'POST',
    body: JSON.stringify({ tmplIds: [templateId], outcome: 'accept' }),
  });
  return response.ok ? 'accepted' : 'failed';
}
