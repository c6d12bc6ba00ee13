import { type Topic, topicText } from '@shared/content/topics';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { FeedList } from '@/features/content/FeedList';
import { TopicChips } from '@/features/content/TopicChips';
import { useFavourites } from '@/features/shop/nearby/useFavourites';
import { useMyPlace } from '@/features/shop/nearby/useMyPlace';
import { useShare } from '@/platform/useShare';
import { Blank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';
import { Tabs } from '@/ui/Tabs';
import './index.scss';

type Part = 'latest' | 'shops' | 'nearby';
const parts: readonly { key: Part; text: string }[] = [
  { key: 'latest', text: '最新' },
  { key: 'shops', text: '收藏的店' },
  { key: 'nearby', text: '附近' },
];
/** More the contract does not take; the latest kept come first. */
const mostShops = 50;

/** What the shops tell: all of them, those that the person keeps, and those around. */
export default function FeedPage() {
  const [part, choose] = useState<Part>('latest');
  const [topic, chooseTopic] = useState<Topic>();
  useShare('feed', {}, '店里的新鲜事');
  return (
    <Screen>
      <View className="feed__tabs">
        <Tabs<Part> tabs={parts} chosen={part} onChoose={choose} />
        <TopicChips chosen={topic} onChoose={chooseTopic} />
      </View>
      {part === 'latest' && <FeedList list={{ of: 'latest', ...(topic && { topic }) }} empty={emptyOf(topic)} />}
      {part === 'shops' && <OfKeptShops topic={topic} />}
      {part === 'nearby' && <Nearby topic={topic} />}
    </Screen>
  );
}

const nothingYet = { title: '还没有文章', text: '店家正在写，过几天再来看看' };

/** What to say where there is nothing; about a topic there may be something elsewhere. */
const emptyOf = (topic: Topic | undefined, otherwise = nothingYet) =>
  topic ? { title: `还没有讲${topicText[topic]}的文章`, text: '换个话题，或再点一下看全部' } : otherwise;

function OfKeptShops({ topic }: { topic: Topic | undefined }) {
  const { favourites } = useFavourites();
  const shopIds = favourites.slice(0, mostShops).map(({ shopId }) => shopId);
  if (shopIds.length === 0)
    return <Blank icon="heart" title="还没有收藏的店" text="在附近的店里点一下心形，这里就有它们的新鲜事" />;
  const list = { of: 'shops' as const, shopIds, ...(topic && { topic }) };
  return <FeedList list={list} empty={emptyOf(topic, { title: '它们还没写过文章', text: '先看看最新的吧' })} />;
}

/** Asks where the person is only when this list is wanted. */
function Nearby({ topic }: { topic: Topic | undefined }) {
  const { mine, ask } = useMyPlace(() => undefined);
  if (mine.state === 'locating') return <SkeletonList />;
  if (mine.state === 'unknown') {
    const again = { label: '再试一次', run: () => void ask() };
    return <Blank icon="locate" title="不知道您在哪里" text="允许使用位置后，能看到附近的店在说什么" action={again} />;
  }
  const [longitude, latitude] = mine.place;
  const at = { longitude: rounded(longitude), latitude: rounded(latitude) };
  return (
    <FeedList
      list={{ of: 'nearby', at, ...(topic && { topic }) }}
      empty={emptyOf(topic, { title: '附近的店还没写过文章', text: '先看看最新的吧' })}
    />
  );
}

/** About a kilometre: no more of where somebody is leaves the phone. */
const rounded = (degrees: number): number => Math.round(degrees * 100) / 100;
