import { open } from '@/platform/navigate';
import { usePages } from '@/platform/usePages';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { LongList } from '@/ui/LongList';
import { SkeletonList } from '@/ui/Skeleton';
import { ArticleCard } from './ArticleCard';
import './FeedList.scss';

/** The articles that the person keeps, the latest kept first. */
export function MyFavourites() {
  const list = usePages('content.listMyFavourites', {});
  useReachEnd(list.loadMore);
  usePullToRefresh(list.refresh);

  if (list.loading) return <SkeletonList />;
  if (!list.pages || list.refusal) return <ErrorBlank onRetry={() => void list.refresh()} />;
  const articles = list.pages.flatMap((page) => page.articles);
  if (articles.length === 0 && list.end === 'end') {
    const browse = { label: '去逛逛', run: () => open('feed', {}) };
    return <Blank icon="bookmark" title="还没有收藏的文章" text="读到喜欢的，点一下收藏" action={browse} />;
  }
  return (
    <LongList
      className="feed-list"
      rows={articles}
      row={(article) => <ArticleCard key={article.articleId} article={article} />}
      end={list.end}
      onMore={list.loadMore}
    />
  );
}
