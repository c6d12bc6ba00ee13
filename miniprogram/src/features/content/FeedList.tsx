import type { Input } from '@shared/contract';
import { View } from '@tarojs/components';
import { usePages } from '@/platform/usePages';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { ListEnd } from '@/ui/ListEnd';
import { SkeletonList } from '@/ui/Skeleton';
import { ArticleCard } from './ArticleCard';
import './FeedList.scss';

/** What is read here: a list of the feed, and what to say when there is nothing in it. */
interface FeedListProps {
  list: Input<'content.listFeed'>;
  empty: { title: string; text: string };
}

/** Articles, page by page as one scrolls; a page is appended, and what stands above is not touched. */
export function FeedList({ list, empty }: FeedListProps) {
  const feed = usePages('content.listFeed', list);
  useReachEnd(feed.loadMore);
  usePullToRefresh(feed.refresh);

  if (feed.loading) return <SkeletonList />;
  if (!feed.pages || feed.refusal) return <ErrorBlank onRetry={() => void feed.refresh()} />;
  if (feed.pages.every((page) => page.articles.length === 0)) return <Blank icon="newspaper" {...empty} />;
  return (
    <>
      {/* A view for each page, and the foot outside: Taro sends a list anew when something comes before its last child. */}
      <View className="feed-list">
        {feed.pages.map((page, index) => (
          <View key={page.articles[0]?.articleId ?? 'none'} className="feed-list__page">
            {page.articles.map((article, place) => (
              <ArticleCard key={article.articleId} article={article} soon={index === 0 && place < 2} />
            ))}
          </View>
        ))}
      </View>
      <ListEnd state={feed.end} onMore={feed.loadMore} />
    </>
  );
}
