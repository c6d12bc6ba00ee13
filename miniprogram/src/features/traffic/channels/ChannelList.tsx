import { Text, View } from '@tarojs/components';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { LongList } from '@/ui/LongList';
import { SkeletonList } from '@/ui/Skeleton';
import { Tabs } from '@/ui/Tabs';
import { Tag } from '@/ui/Tag';
import { kindText } from './channelText';
import type { Channel, Channels } from './useChannels';
import './ChannelList.scss';

/** A shop's channels, and what can be done with each; whoever may not edit shows the codes and links there are. */
export function ChannelList({ channels, mayEdit }: ChannelListProps) {
  const { list, archived, showArchived } = channels;
  useReachEnd(list.loadMore);
  usePullToRefresh(list.refresh);
  return (
    <>
      <Tabs
        tabs={[
          { key: 'inUse', text: '使用中' },
          { key: 'archived', text: '已收起' },
        ]}
        chosen={archived ? 'archived' : 'inUse'}
        onChoose={(key) => showArchived(key === 'archived')}
      />
      <Found channels={channels} mayEdit={mayEdit} />
    </>
  );
}
interface ChannelListProps {
  channels: Channels;
  mayEdit: boolean;
}

function Found({ channels, mayEdit }: ChannelListProps) {
  const { list, archived, begin } = channels;
  if (list.loading) return <SkeletonList />;
  if (!list.pages || list.refusal) return <ErrorBlank onRetry={() => void list.refresh()} />;
  const shown = list.pages.flatMap((page) => page.channels);
  if (shown.length === 0 && archived) return <Blank icon="qr" title="没有收起的推广码" />;
  if (shown.length === 0) {
    const create = { label: '做第一个推广码', run: begin };
    const text = '柜台、海报、微博各用各的码，就看得出客人从哪来';
    return <Blank icon="qr" title="还没有推广码" text={text} {...(mayEdit && { action: create })} />;
  }
  return (
    <LongList
      className="channel-list"
      rows={shown}
      row={(channel) => <ChannelCard key={channel.channelId} channel={channel} channels={channels} mayEdit={mayEdit} />}
      end={list.end}
      onMore={list.loadMore}
    />
  );
}

function ChannelCard({ channel, channels, mayEdit }: ChannelListProps & { channel: Channel }) {
  const { channelId, name, kind, targetName, archived } = channel;
  const { drawCode, copyLink, putAway, edit } = channels;
  return (
    <View id={`channel-${channelId}`} className="channel-card">
      <View className="channel-card__head">
        <Text className="channel-card__name">{name}</Text>
        <Tag text={kindText[kind]} tone="gold" />
      </View>
      <Text className="channel-card__target">{`打开 ${targetName}`}</Text>
      <View className="channel-card__deeds">
        {mayEdit && (
          <Button
            id={`away-${channelId}`}
            size="s"
            kind="quiet"
            label={archived ? `放回${name}` : `收起${name}`}
            onPress={() => void putAway.run(channel, !archived)}
          >
            {archived ? '放回' : '收起'}
          </Button>
        )}
        {mayEdit && (
          <Button id={`edit-${channelId}`} size="s" kind="quiet" label={`修改${name}`} onPress={() => edit(channel)}>
            修改
          </Button>
        )}
        <Button
          id={`link-${channelId}`}
          size="s"
          kind="second"
          busy={copyLink.busy}
          label={`复制链接，${name}`}
          onPress={() => void copyLink.run(channel)}
        >
          复制链接
        </Button>
        <Button
          id={`code-${channelId}`}
          size="s"
          kind="second"
          busy={drawCode.busy}
          label={`看${name}的小程序码`}
          onPress={() => void drawCode.run(channel)}
        >
          小程序码
        </Button>
      </View>
    </View>
  );
}
