import { chinaMomentText } from '@shared/kernel/chinaTime';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { ListEnd } from '@/ui/ListEnd';
import { Pressable } from '@/ui/Pressable';
import { SkeletonList } from '@/ui/Skeleton';
import { Tag } from '@/ui/Tag';
import './CampaignList.scss';
import { beginsAt, kindText, stageText } from './campaignText';
import type { Campaign, useCampaigns } from './useCampaigns';

/** What a shop has written to many. */
export function CampaignList({ shopId, campaigns }: { shopId: string; campaigns: ReturnType<typeof useCampaigns> }) {
  const { list, begin } = campaigns;
  useReachEnd(list.loadMore);
  usePullToRefresh(list.refresh);
  if (list.loading) return <SkeletonList />;
  if (!list.pages || list.refusal) return <ErrorBlank onRetry={() => void list.refresh()} />;
  const shown = list.pages.flatMap((page) => page.campaigns);
  if (shown.length === 0) {
    const text = '挑出一群老客，告诉他们上新，或送一张券';
    return <Blank icon="message" title="还没有群发过" text={text} action={{ label: '写第一条', run: begin }} />;
  }
  return (
    <View className="campaign-list">
      {shown.map((campaign) => (
        <Card key={campaign.campaignId} shopId={shopId} campaign={campaign} />
      ))}
      <ListEnd state={list.end} onMore={list.loadMore} />
    </View>
  );
}

function Card({ shopId, campaign }: { shopId: string; campaign: Campaign }) {
  const { campaignId, name, status, message, sent, looked } = campaign;
  const now = Date.now();
  const begins = beginsAt(campaign, now);
  const facts = begins === undefined ? `发出 ${sent}，看过 ${looked} 人` : `${chinaMomentText(begins)} 开始`;
  return (
    <Pressable
      id={`campaign-${campaignId}`}
      role="link"
      className="campaign-list__card"
      onPress={() => open('campaign', { shopId, campaignId })}
    >
      <View className="campaign-list__head">
        <Text className="campaign-list__name">{name}</Text>
        <Tag text={stageText(campaign, now)} tone={status === 'sending' ? 'action' : 'plain'} />
      </View>
      <Text className="campaign-list__facts">{`${kindText[message.kind]} · ${facts}`}</Text>
    </Pressable>
  );
}
