import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import dayjs from 'dayjs';
import { usePages } from '@/platform/usePages';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { LongList } from '@/ui/LongList';
import { SkeletonList } from '@/ui/Skeleton';
import { aboutText, deedText } from './deedText';
import { roleText } from './roleText';
import './AuditLog.scss';

/** What the staff did, the newest first. */
export function AuditLog({ shopId }: { shopId: string }) {
  const list = usePages('shop.listAuditLog', { shopId });
  useReachEnd(list.loadMore);
  usePullToRefresh(list.refresh);
  if (list.loading) return <SkeletonList />;
  if (!list.pages || list.refusal) return <ErrorBlank onRetry={() => void list.refresh()} />;
  const entries = list.pages.flatMap((page) => page.entries.map((entry) => ({ ...entry, names: page.names })));
  if (entries.length === 0) {
    return (
      <Blank icon="clock" title="还没有记录" text="改价、退款、发货、调库存……谁在什么时候做的，都会记在这里半年" />
    );
  }
  return (
    <LongList
      frame="panel"
      rows={entries}
      row={(entry) => <EntryRow key={entry.entryId} entry={entry} />}
      end={list.end}
      onMore={list.loadMore}
    />
  );
}

type Log = Output<'shop.listAuditLog'>;

function EntryRow({ entry }: { entry: Log['entries'][number] & Pick<Log, 'names'> }) {
  const { name, role, at } = entry;
  const about = aboutText(entry, entry.names);
  return (
    <View className="audit-entry">
      <View className="audit-entry__head">
        <Text className="audit-entry__deed">{`${name || roleText[role]} ${deedText(entry)}`}</Text>
        <Text className="audit-entry__at">{dayjs(at).format('MM-DD HH:mm')}</Text>
      </View>
      {about && <Text className="audit-entry__about">{about}</Text>}
    </View>
  );
}
