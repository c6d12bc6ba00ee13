import type { Output } from '@shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ArticleBar } from '@/features/content/ArticleBar';
import { ArticleBody } from '@/features/content/ArticleBody';
import { ArticleHead } from '@/features/content/ArticleHead';
import { CommentList } from '@/features/content/CommentList';
import { CommentSheet } from '@/features/content/CommentSheet';
import { useArticle } from '@/features/content/useArticle';
import { PosterSheet } from '@/features/traffic/poster/PosterSheet';
import { articlePoster } from '@/features/traffic/poster/posterSubject';
import { useCountedShare } from '@/features/traffic/useCountedShare';
import { useVisit } from '@/features/traffic/useVisit';
import { QuickAdd } from '@/pages/home/QuickAdd';
import { copyText } from '@/platform/copyText';
import { isSinglePage } from '@/platform/isSinglePage';
import { goBack, open, pathOf, useRouteParams } from '@/platform/navigate';
import { openOriginal } from '@/platform/openOriginal';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';
import { SinglePageHint } from '@/ui/SinglePageHint';
import { SkeletonList } from '@/ui/Skeleton';
import './index.scss';

/**
 * An article: read, liked, kept, talked about, and bought from without leaving it. It needs nobody's name to be read,
 * and from Moments, where WeChat tells none and opens no other page, nothing else is offered.
 */
export default function ArticlePage() {
  const { articleId } = useRouteParams('article');
  const { data: article, refusal, fault, refresh, like, favour } = useArticle(articleId);
  const [adding, add] = useState<string>();
  const [speaks, speak] = useState(false);
  const [posterOpen, openPoster] = useState(false);
  useVisit(article && { kind: 'article', shopId: article.shopId, articleId: article.articleId });
  useCountedShare('article', { articleId: articleId ?? '' }, article?.title, article?.shopId);

  if (refusal || !articleId) {
    const more = { label: '看看别的', run: () => (articleId ? open('feed', {}) : goBack()) };
    return (
      <Screen>
        <Blank icon="newspaper" title="文章已经收起来了" text="店家可能正在修改" action={more} />
      </Screen>
    );
  }
  if (!article) return <Screen>{fault ? <ErrorBlank onRetry={() => void refresh()} /> : <SkeletonList />}</Screen>;

  const alone = isSinglePage();
  return (
    <Screen
      bar={
        !alone && (
          <ArticleBar
            article={article}
            onLike={() => void like.run()}
            onFavour={() => void favour.run()}
            onComment={() => speak(true)}
          />
        )
      }
    >
      <ArticleHead article={article} leads={!alone} />
      <ArticleBody
        blocks={article.blocks}
        products={article.products}
        buying={alone ? undefined : { onOpen: (productId) => open('product', { productId, a: articleId }), onAdd: add }}
      />
      {alone ? (
        <SinglePageHint text="可以购买文中的商品、点赞和留言" />
      ) : (
        <ArticleLinks article={article} onPoster={() => openPoster(true)} />
      )}
      <CommentList articleId={articleId} comments={article.comments} />
      {/* Each in a view of its own: Taro sends all of a parent's children anew when one comes late or goes. */}
      <View>{posterOpen && <PosterSheet subject={articlePoster(article)} onClose={() => openPoster(false)} />}</View>
      <View>{adding && <QuickAdd key={adding} productId={adding} onDone={() => add(undefined)} />}</View>
      <View>
        {speaks && (
          <CommentSheet
            articleId={articleId}
            onClose={() => speak(false)}
            onSaid={() => {
              speak(false);
              void refresh();
            }}
          />
        )}
      </View>
    </Screen>
  );
}

/** Where an article can be taken from here. */
function ArticleLinks({ article, onPoster }: { article: Output<'content.getArticle'>; onPoster(): void }) {
  const { articleId, originalUrl } = article;
  return (
    <View className="article__links">
      {originalUrl && (
        <Button id="open-original" size="s" kind="quiet" icon="newspaper" onPress={() => openOriginal(originalUrl)}>
          在公众号里看原文
        </Button>
      )}
      <Button
        id="copy-link"
        size="s"
        kind="quiet"
        icon="link"
        onPress={() => void copyText(originalUrl ?? pathOf('article', { articleId }))}
      >
        复制链接
      </Button>
      <Button id="make-poster" size="s" kind="quiet" icon="share" onPress={onPoster}>
        做张海报
      </Button>
    </View>
  );
}
