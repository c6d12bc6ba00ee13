import Taro from '@tarojs/taro';

/**
 * Asks the person whether they want one message of a template; WeChat takes this only right after a tap. Resolves to
 * whether they do: a person who switched such messages off, or a WeChat without them, is a no.
 * Source: developers.weixin.qq.com, wx.requestSubscribeMessage.
 */
export async function askToSubscribe(templateId: string): Promise<boolean> {
  try {
    const answers: object = await Taro.requestSubscribeMessage({
      tmplIds: [templateId],
      // Alipay's, which Taro's type asks for as well.
      entityIds: [],
    });
    // It answers by the templates' ids, which the type does not know.
    return (answers as Record<string, unknown>)[templateId] === 'accept';
  } catch {
    return false;
  }
}
