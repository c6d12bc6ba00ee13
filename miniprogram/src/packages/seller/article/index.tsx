import { useState } from 'react';
import { ArticleBody } from '@/features/content/ArticleBody';
import { ArticleEditor } from '@/features/content/seller/ArticleEditor';
import { articleOf, productsOf } from '@/features/content/seller/articleDraft';
import { useArticleDraft } from '@/features/content/seller/useArticleDraft';
import { goBack, open, useRouteParams } from '@/platform/navigate';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';

/** Writes an article of a shop, a new one or one that is there. */
export default function ShopArticlePage() {
  const { shopId, articleId } = useRouteParams('shopArticle');
  if (shopId) return <Writing shopId={shopId} articleId={articleId} />;
  return (
    <Screen>
      <Blank icon="store" title="没有找到这家店" action={{ label: '返回', run: goBack }} />
    </Screen>
  );
}

function Writing({ shopId, articleId }: { shopId: string; articleId: string | undefined }) {
  const { draft, saved, change, saving, publishing } = useArticleDraft(shopId, articleId);
  const [previews, preview] = useState(false);
  if (saved.refusal)
    return (
      <Screen>
        <Blank icon="newspaper" title="没有找到这篇文章" action={{ label: '返回', run: goBack }} />
      </Screen>
    );
  if (!draft)
    return <Screen>{saved.fault ? <ErrorBlank onRetry={() => void saved.refresh()} /> : <SkeletonList />}</Screen>;

  const isPublished = saved.data?.status === 'published';
  return (
    <Screen
      bar={
        <>
          <Button id="article-preview" kind="second" icon="eye" onPress={() => preview(!previews)}>
            {previews ? '接着写' : '预览'}
          </Button>
          <Button id="article-save" kind="second" wide busy={saving.busy} onPress={() => void saving.run()}>
            保存
          </Button>
          {!isPublished && (
            <Button id="article-publish" wide busy={publishing.busy} onPress={() => void publishing.run(goBack)}>
              发布
            </Button>
          )}
        </>
      }
    >
      {previews ? (
        <ArticleBody
          blocks={articleOf(draft, shopId).blocks}
          products={productsOf(draft)}
          buying={{ onOpen: showProduct, onAdd: showProduct }}
        />
      ) : (
        <ArticleEditor shopId={shopId} draft={draft} onChange={change} />
      )}
    </Screen>
  );
}

const showProduct = (productId: string) => open('product', { productId });
