import type { Input } from '@shared/contract';
import { usePages } from '@/platform/usePages';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { LongList } from '@/ui/LongList';
import { SkeletonList } from '@/ui/Skeleton';
import { ArticleCard } from './ArticleCard';
import './FeedList.scss';

/** What is read here: a list of the feed, and what to say when there is nothing in it. */
interface FeedListProps {
  list: Input<'content.listFeed'>;
  empty: { title: string; text: string };
}

/** Articles, page by page as one scrolls. */
export function FeedList({ list, empty }: FeedListProps) {
  const feed = usePages('content.listFeed', list);
  useReachEnd(feed.loadMore);
  usePullToRefresh(feed.refresh);

  if (feed.loading) return <SkeletonList />;
  if (!feed.pages || feed.refusal) return <ErrorBlank onRetry={() => void feed.refresh()} />;
  const articles = feed.pages.flatMap((page) => page.articles);
  if (articles.length === 0) return <Blank icon="newspaper" {...empty} />;
  return (
    <LongList
      className="feed-list"
      rows={articles}
      row={(article, index) => <ArticleCard key={article.articleId} article={article} soon={index < 2} />}
      end={feed.end}
      onMore={feed.loadMore}
    />
  );
}
