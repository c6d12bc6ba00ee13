import type { ArticleStatus } from '@shared/content/articleStatus';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { pictureUrl } from '@/platform/pictureUrl';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { LongList } from '@/ui/LongList';
import { Picture } from '@/ui/Picture';
import { SkeletonList } from '@/ui/Skeleton';
import { Tag } from '@/ui/Tag';
import { agoText } from '../agoText';
import { type MyArticle, useMyArticles } from './useMyArticles';
import './MyArticleList.scss';

/** A shop's articles in one status, with what can be done with each. */
export function MyArticleList({ shopId, status }: { shopId: string; status: ArticleStatus }) {
  const { list, step, pin } = useMyArticles(shopId, status);
  useReachEnd(list.loadMore);

  if (list.loading) return <SkeletonList />;
  if (!list.pages || list.refusal) return <ErrorBlank onRetry={() => void list.refresh()} />;
  const articles = list.pages.flatMap((page) => page.articles);
  if (articles.length === 0)
    return <Blank icon="newspaper" title="这里还没有文章" text="写一篇，把商品放进去，读的人就能直接买" />;
  return (
    <LongList
      className="my-articles"
      rows={articles}
      row={(article) => (
        <Card key={article.articleId} shopId={shopId} article={article}>
          <Button
            id={`edit-${article.articleId}`}
            size="s"
            kind="second"
            onPress={() => open('shopArticle', { shopId, articleId: article.articleId })}
          >
            编辑
          </Button>
          {status === 'published' && (
            <Button id={`pin-${article.articleId}`} size="s" kind="second" onPress={() => pin(article)}>
              {article.pinned ? '取消置顶' : '置顶'}
            </Button>
          )}
          {status === 'published' ? (
            <Button
              id={`withdraw-${article.articleId}`}
              size="s"
              kind="second"
              onPress={() => step(article.articleId, 'withdrawArticle')}
            >
              下架
            </Button>
          ) : (
            <>
              <Button
                id={`remove-${article.articleId}`}
                size="s"
                kind="second"
                onPress={() => step(article.articleId, 'removeArticle')}
              >
                删除
              </Button>
              <Button
                id={`publish-${article.articleId}`}
                size="s"
                onPress={() => step(article.articleId, 'publishArticle')}
              >
                发布
              </Button>
            </>
          )}
        </Card>
      )}
      end={list.end}
      onMore={list.loadMore}
    />
  );
}

const fromText: Record<MyArticle['from'], string | undefined> = {
  own: undefined,
  link: '粘贴的链接',
  account: '公众号同步',
};

function Card({ article, children }: { shopId: string; article: MyArticle; children: React.ReactNode }) {
  const { title, cover, pinned, from, likes, comments, products, savedAt } = article;
  const facts = [`${products} 件商品`, `${likes} 赞`, `${comments} 留言`, `${agoText(savedAt, Date.now())}改`];
  const origin = fromText[from];
  return (
    <View className="my-article">
      <View className="my-article__head">
        {cover && (
          <View className="my-article__cover">
            <Picture src={pictureUrl(cover)} alt={title} />
          </View>
        )}
        <View className="my-article__words">
          <Text className="my-article__title">{title}</Text>
          <View className="my-article__facts">
            {pinned && <Tag text="置顶" tone="seal" />}
            {origin && <Tag text={origin} tone="plain" />}
            <Text>{facts.join(' · ')}</Text>
          </View>
        </View>
      </View>
      <View className="my-article__deeds">{children}</View>
    </View>
  );
}
