import { topicText } from '@shared/content/topics';
import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { Pressable } from '@/ui/Pressable';
import { Tag } from '@/ui/Tag';
import { agoText } from './agoText';
import './ArticleHead.scss';

/** What an article is called, who tells it and how long it takes to read; with `leads`, to the shop, too. */
export function ArticleHead({ article, leads }: { article: Output<'content.getArticle'>; leads: boolean }) {
  const { title, shopId, shopName, minutes, publishedAt, topics } = article;
  return (
    <View className="article-head">
      <Text id="article-title" className="article-head__title">
        {title}
      </Text>
      <View className="article-head__facts">
        {leads ? (
          <Pressable
            id="article-shop"
            role="link"
            className="article-head__shop"
            onPress={() => open('shop', { shopId })}
          >
            {shopName}
          </Pressable>
        ) : (
          <Text>{shopName}</Text>
        )}
        <Text>{`${agoText(publishedAt, Date.now())} · 读完约 ${minutes} 分钟`}</Text>
        {topics.map((topic) => (
          <Tag key={topic} text={topicText[topic]} />
        ))}
      </View>
    </View>
  );
}
