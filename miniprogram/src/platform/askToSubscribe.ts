import Taro from '@tarojs/taro';

/**
 * What came of asking for a message. `off`: the person has switched all such messages off; `failed`: WeChat did not ask
 * them, say because it could not be reached.
 */
export type Subscribed = 'accepted' | 'declined' | 'off' | 'failed';

/** The person's main switch is off. Source: developers.weixin.qq.com, wx.requestSubscribeMessage, 错误码. */
const mainSwitchOff = 20004;

/** Asks the person whether they want one message of a template; WeChat takes this only right after a tap. */
export async function askToSubscribe(templateId: string): Promise<Subscribed> {
  try {
    const answers: object = await Taro.requestSubscribeMessage({
      tmplIds: [templateId],
      // Alipay's, which Taro's type asks for as well.
      entityIds: [],
    });
    // It answers by the templates' ids, which the type does not know.
    const answer = (answers as Record<string, unknown>)[templateId];
    if (answer === 'accept') return 'accepted';
    return answer === 'reject' ? 'declined' : 'failed';
  } catch (error) {
    return (error as { errCode?: number }).errCode === mainSwitchOff ? 'off' : 'failed';
  }
}
