import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { Icon } from '@/ui/Icon';
import { Panel } from '@/ui/Panel';
import { Pressable } from '@/ui/Pressable';
import { failureText } from './campaigns/campaignText';
import './UnsentMessages.scss';

type Unsent = Output<'shop.getToday'>['unsent'];
type Failed = Unsent['welcome'];

/** Messages that could not be sent lately, with why; a campaign's lead to it. Nothing where all were. */
export function UnsentMessages({ shopId, unsent }: { shopId: string; unsent: Unsent }) {
  const ofClock = [
    { key: 'restock', name: '到货提醒', failed: unsent.restock },
    { key: 'welcome', name: '关注后的欢迎消息', failed: unsent.welcome },
  ].filter(({ failed }) => countOf(failed) > 0);
  const total = [...unsent.campaigns, ...ofClock].reduce((sum, { failed }) => sum + countOf(failed), 0);
  if (total === 0) return null;
  return (
    <Panel title={`近 7 天有 ${total} 条消息没发出`}>
      {unsent.campaigns.map(({ campaignId, name, failed }) => (
        <Pressable
          key={campaignId}
          id={`unsent-${campaignId}`}
          role="link"
          className="unsent"
          onPress={() => open('campaign', { shopId, campaignId })}
        >
          <Words name={`群发「${name}」`} failed={failed} />
          <Icon name="right" size={16} />
        </Pressable>
      ))}
      {ofClock.map(({ key, name, failed }) => (
        <View key={key} id={`unsent-${key}`} className="unsent">
          <Words name={name} failed={failed} />
        </View>
      ))}
    </Panel>
  );
}

const Words = ({ name, failed }: { name: string; failed: Failed }) => (
  <View className="unsent__words">
    <Text>{`${name} ${countOf(failed)} 条`}</Text>
    <Text className="unsent__reasons">{reasonsText(failed)}</Text>
  </View>
);

const reasons = Object.keys(failureText) as (keyof typeof failureText)[];

const countOf = (failed: Failed): number => reasons.reduce((sum, reason) => sum + (failed[reason] ?? 0), 0);

/** Why, each with how many where there are several: `微信说没有订阅次数了 2，公众号已经联系不上 1`. */
function reasonsText(failed: Failed): string {
  const given = reasons.filter((reason) => (failed[reason] ?? 0) > 0);
  return given.map((reason) => `${failureText[reason]}${given.length > 1 ? ` ${failed[reason]}` : ''}`).join('，');
}
