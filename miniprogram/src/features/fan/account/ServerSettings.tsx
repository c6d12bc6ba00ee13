import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import dayjs from 'dayjs';
import { copyText } from '@/platform/copyText';
import { IconButton } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { Tag } from '@/ui/Tag';
import './ServerSettings.scss';
import type { Bound } from './useBinding';

/**
 * What the owner enters at WeChat, line by line, and whether WeChat has checked it. Who authorised the third-party platform
 * has nothing to enter.
 */
export function ServerSettings({ bound }: { bound: Bound }) {
  const { by, appId, server, serverCheckedAt, trouble } = bound;
  return (
    <Panel title={by === 'platform' ? '公众号授权' : '公众号服务器'}>
      <View className="server__state">
        {by === 'platform' ? (
          <Tag text="已授权" tone="jade" />
        ) : serverCheckedAt === undefined ? (
          <Tag text="等微信核对" tone="action" />
        ) : (
          <Tag text={`微信已核对 · ${dayjs(serverCheckedAt).format('M 月 D 日 HH:mm')}`} />
        )}
        <Text className="server__app">{appId}</Text>
      </View>
      {by === 'platform' && <Text className="server__text">消息和粉丝由微信直接通知，不用填写服务器。</Text>}
      {by === 'credentials' && serverCheckedAt === undefined && (
        <Text className="server__text">
          把下面三项填到公众平台「设置与开发 → 基本配置 → 服务器配置」，消息加解密方式选「安全模式」，然后提交并启用。
        </Text>
      )}
      {server && (
        <>
          <Line id="server-url" name="URL" value={server.url} />
          <Line id="server-token" name="Token" value={server.token} />
          <Line id="server-key" name="EncodingAESKey" value={server.aesKey} />
        </>
      )}
      {trouble && (
        <View id="account-trouble" className="server__trouble" role="alert">
          {by === 'platform' && trouble === 'credentials' ? '授权已经失效，请重新授权。' : troubleText[trouble]}
        </View>
      )}
    </Panel>
  );
}

function Line({ id, name, value }: { id: string; name: string; value: string }) {
  return (
    <View className="server__line">
      <Text className="server__name">{name}</Text>
      <Text id={id} className="server__value">
        {value}
      </Text>
      <IconButton icon="copy" size={18} label={`复制 ${name}`} onPress={() => void copyText(value)} />
    </View>
  );
}

type Trouble = NonNullable<Extract<Output<'fan.getBinding'>, { status: 'bound' }>['trouble']>;

/** What WeChat did not do when it was last asked, and what the owner can do about it. */
const troubleText: Record<Trouble, string> = {
  credentials: '微信不认现在的 AppSecret，或服务器地址不在 IP 白名单里。重置过 AppSecret 的话，请在下面更新。',
  noRight: '这个公众号没有通过微信认证，拿不到粉丝资料、二维码和客服消息；关注和取消关注仍然收得到。',
  quota: '今天的接口次数用完了，明天会自动继续。',
  away: '上次问微信时没有回应，会自动再试。',
};
