import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { pictureUrl } from '@/platform/pictureUrl';
import { useCall } from '@/platform/useCall';
import { Icon } from '@/ui/Icon';
import { Panel } from '@/ui/Panel';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import './ArticleRows.scss';

const shown = 3;

/** The articles that tell of a product; nothing where there are none, or they cannot be read. */
export function ArticlesOfProduct({ productId }: { productId: string }) {
  const { data } = useCall('content.listArticlesOfProduct', { productId });
  const articles = data?.articles.slice(0, shown) ?? [];
  if (articles.length === 0) return null;
  return (
    <Panel title="讲到它的文章">
      {articles.map((article) => (
        <Row key={article.articleId} article={article} />
      ))}
    </Panel>
  );
}

/** A shop's first article, as a row of its front; nothing where there is none. */
export function ShopArticle({ shopId }: { shopId: string }) {
  const { data } = useCall('content.listShopArticles', { shopId });
  const article = data?.articles[0];
  return article ? (
    <View className="shop-article">
      <Row article={article} />
    </View>
  ) : null;
}

function Row({ article: { articleId, title, cover, minutes } }: RowProps) {
  return (
    <Pressable
      id={`read-${articleId}`}
      role="link"
      className="article-row"
      onPress={() => open('article', { articleId })}
    >
      {cover && (
        <View className="article-row__cover">
          <Picture src={pictureUrl(cover)} alt="" />
        </View>
      )}
      <View className="article-row__words">
        <Text className="article-row__title">{title}</Text>
        <Text className="article-row__minutes">{`文章 · ${minutes} 分钟`}</Text>
      </View>
      <Icon name="right" size={18} />
    </Pressable>
  );
}
interface RowProps {
  article: { articleId: string; title: string; cover?: string | undefined; minutes: number };
}
