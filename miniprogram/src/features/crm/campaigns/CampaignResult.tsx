import { chinaMomentText } from '@shared/kernel/chinaTime';
import { yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { SkeletonList } from '@/ui/Skeleton';
import { Tag } from '@/ui/Tag';
import { leftOutText } from '../customerText';
import { refusalText } from '../refusalText';
import './CampaignResult.scss';
import { beginsAt, failureText, kindText, stageText } from './campaignText';

/** How far a campaign got, what came of it, and stopping it. */
export function CampaignResult({ shopId, campaignId }: { shopId: string; campaignId: string }) {
  const { data, loading, refresh } = useCall('crm.getCampaign', { shopId, campaignId });
  usePullToRefresh(refresh);
  const turn = useAction(async (to: 'startCampaign' | 'stopCampaign') => {
    const reply = await call(`crm.${to}`, { shopId, campaignId });
    if (!reply.ok) showSnack({ text: refusalText(reply.refusal) });
    await refresh();
  });
  if (loading) return <SkeletonList />;
  if (!data) return <ErrorBlank onRetry={() => void refresh()} />;
  const { name, status, message, looked, sent, failed, leftOut, opened, orders, paid } = data;
  const now = Date.now();
  const begins = beginsAt(data, now);
  return (
    <View>
      <Panel>
        <View className="campaign-result__head">
          <Text className="campaign-result__name">{name}</Text>
          <Tag text={stageText(data, now)} tone={status === 'sending' ? 'action' : 'plain'} />
        </View>
        <Text className="campaign-result__hint">
          {`${kindText[message.kind]} · ${begins === undefined ? `看过 ${looked} 人` : `${chinaMomentText(begins)} 开始`}`}
        </Text>
        <View className="campaign-result__figures">
          <Figure label="发出" value={`${sent}`} />
          <Figure label="打开" value={`${opened}`} />
          <Figure label="下单" value={`${orders}`} />
          <Figure label="成交" value={yuanText(paid)} />
        </View>
        {status === 'sending' && (
          <Button id="campaign-stop" wide kind="second" busy={turn.busy} onPress={() => void turn.run('stopCampaign')}>
            停止发送
          </Button>
        )}
        {status === 'stopped' && (
          <Button id="campaign-go-on" wide busy={turn.busy} onPress={() => void turn.run('startCampaign')}>
            接着发
          </Button>
        )}
      </Panel>
      <Reasons title="没有发给" counts={leftOut} text={leftOutText} />
      <Reasons title="没有发成" counts={failed} text={failureText} />
    </View>
  );
}

const Figure = ({ label, value }: { label: string; value: string }) => (
  <View className="campaign-result__figure">
    <Text className="campaign-result__value">{value}</Text>
    <Text className="campaign-result__hint">{label}</Text>
  </View>
);

function Reasons<Reason extends string>({ title, counts, text }: ReasonsProps<Reason>) {
  const reasons = (Object.keys(text) as Reason[]).filter((reason) => (counts[reason] ?? 0) > 0);
  if (reasons.length === 0) return null;
  return (
    <Panel title={title}>
      {reasons.map((reason) => (
        <View key={reason} className="campaign-result__reason">
          <Text>{text[reason]}</Text>
          <Text className="campaign-result__hint">{`${counts[reason]} 人`}</Text>
        </View>
      ))}
    </Panel>
  );
}
interface ReasonsProps<Reason extends string> {
  title: string;
  counts: Partial<Record<Reason, number | undefined>>;
  text: Record<Reason, string>;
}
