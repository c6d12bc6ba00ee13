import { View } from '@tarojs/components';
import { useState } from 'react';
import { ImportSheet } from '@/features/content/seller/ImportSheet';
import { MyArticleList } from '@/features/content/seller/MyArticleList';
import { ShopComments } from '@/features/content/seller/ShopComments';
import { useSync } from '@/features/content/seller/useSync';
import { useMayAct } from '@/features/shop/staff/useMayAct';
import { goBack, open, useRouteParams } from '@/platform/navigate';
import { Blank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';
import { Tabs } from '@/ui/Tabs';
import './index.scss';

type Part = 'published' | 'draft' | 'withdrawn' | 'comments';
const parts: readonly { key: Part; text: string }[] = [
  { key: 'published', text: '已发布' },
  { key: 'draft', text: '草稿' },
  { key: 'withdrawn', text: '已下架' },
  { key: 'comments', text: '留言' },
];

/** What a shop tells, and what its readers say to that. */
export default function ShopArticlesPage() {
  const { shopId, part = 'published' } = useRouteParams('shopArticles');
  if (shopId) return <ShopArticles shopId={shopId} first={part} />;
  return (
    <Screen>
      <Blank icon="store" title="没有找到这家店" action={{ label: '返回', run: goBack }} />
    </Screen>
  );
}

function ShopArticles({ shopId, first }: { shopId: string; first: Part }) {
  const [part, choose] = useState(first);
  const [pastes, paste] = useState(false);
  // Counts what was taken over, so that the list of drafts is read anew.
  const [taken, setTaken] = useState(0);
  const sync = useSync(shopId, () => {
    setTaken((before) => before + 1);
    choose('draft');
  });
  const mayWrite = useMayAct(shopId, 'manager');
  const write = mayWrite && (
    <Button id="new-article" icon="pencil" wide onPress={() => open('shopArticle', { shopId })}>
      写文章
    </Button>
  );
  return (
    <Screen bar={write}>
      <View className="shop-articles__head">
        {mayWrite && (
          <View className="shop-articles__ways">
            <Button id="paste-link" size="s" kind="second" icon="link" onPress={() => paste(true)}>
              粘贴链接
            </Button>
            <Button id="sync-account" size="s" kind="second" icon="refresh" busy={sync.busy} onPress={sync.run}>
              {sync.progress ?? '同步公众号'}
            </Button>
          </View>
        )}
        <Tabs<Part> tabs={parts} chosen={part} onChoose={choose} />
      </View>
      {part === 'comments' ? (
        <ShopComments shopId={shopId} />
      ) : (
        <MyArticleList key={`${part} ${taken}`} shopId={shopId} status={part} />
      )}
      {pastes && (
        <ImportSheet
          shopId={shopId}
          onClose={() => paste(false)}
          onImported={(articleId) => {
            paste(false);
            open('shopArticle', { shopId, articleId });
          }}
        />
      )}
    </Screen>
  );
}
