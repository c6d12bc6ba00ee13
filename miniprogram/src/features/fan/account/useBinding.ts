import type { Input, Output } from '@shared/contract';
import { useState } from 'react';
import { ask } from '@/platform/ask';
import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { refusalText } from '../refusalText';

/** A binding that stands, as its owner is told. */
export type Bound = Extract<Output<'fan.getBinding'>, { status: 'bound' }>;

/** A shop's binding to its official account, and what its owner can do about it. */
export function useBinding(shopId: string) {
  const binding = useCall('fan.getBinding', { shopId });

  const bind = useAction(async (credentials: Omit<Input<'fan.bindOfficialAccount'>, 'shopId'>) => {
    const reply = await call('fan.bindOfficialAccount', { shopId, ...credentials });
    showSnack({ text: reply.ok ? '已绑定，接着把服务器配置填到公众平台' : bindText(reply.refusal) });
    await binding.refresh();
  });
  const [authorisation, setAuthorisation] = useState<Output<'fan.beginAuthorisation'>>();
  const authorise = useAction(async () => {
    const reply = await call('fan.beginAuthorisation', { shopId });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    setAuthorisation(reply.value);
  });
  /** The administrator says that they did it: whether WeChat has told us. */
  const finish = useAction(async () => {
    const done = await call('fan.getBinding', { shopId });
    if (!done.ok || done.value.status !== 'bound') return showSnack({ text: '还没有收到微信的授权通知，过一会儿再试' });
    setAuthorisation(undefined);
    showSnack({ text: '已授权绑定' });
    await binding.refresh();
  });
  const unbind = useAction(async () => {
    const agreed = await ask({
      title: '解除绑定？',
      text: '会员价和礼券随即停止，粉丝资料会删除；已经送出的券不收回。',
      agree: '解除',
      keep: '保留',
    });
    if (!agreed) return;
    const reply = await call('fan.unbind', { shopId });
    showSnack({ text: reply.ok ? '已解除绑定' : refusalText(reply.refusal) });
    await binding.refresh();
  });
  const putOnMenu = useAction(async () => {
    const reply = await call('fan.putShopOnMenu', { shopId });
    showSnack({ text: reply.ok ? menuText[reply.value.entry] : refusalText(reply.refusal) });
  });
  const describe = useAction(async (facts: Omit<Input<'fan.describeAccount'>, 'shopId'>) => {
    const reply = await call('fan.describeAccount', { shopId, ...facts });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    showSnack({ text: '已保存' });
    await binding.refresh();
  });
  return { binding, bind, authorise, authorisation, finish, unbind, putOnMenu, describe };
}

type BindRefusal = Parameters<typeof refusalText>[0];

const bindText = (refusal: BindRefusal): string =>
  refusal.code === 'INVALID_INPUT' ? '请核对 AppID（wx 开头 18 位）和 AppSecret（32 位）' : refusalText(refusal);

const menuText = { made: '菜单里已加上「进店逛逛」', there: '菜单里已经有进店入口' };
