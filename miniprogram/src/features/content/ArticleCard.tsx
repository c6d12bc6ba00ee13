import { topicText } from '@shared/content/topics';
import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import { memo } from 'react';
import { open } from '@/platform/navigate';
import { pictureUrl } from '@/platform/pictureUrl';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import { agoText } from './agoText';
import './ArticleCard.scss';

/** An article as lists give it. */
export type CardArticle = Output<'content.listFeed'>['articles'][number];

/** An article in a list: cover, title, what it is about, who tells it. A tap opens it. */
export const ArticleCard = memo(function ArticleCard({ article, soon = false }: ArticleCardProps) {
  const { articleId, title, summary, cover, minutes, likes, shopName, topics, publishedAt } = article;
  const about = [...topics.map((topic) => topicText[topic]), `${minutes} 分钟`].join(' · ');
  const from = [shopName, agoText(publishedAt, Date.now()), ...(likes > 0 ? [`${likes} 赞`] : [])].join(' · ');
  return (
    <Pressable
      id={`article-${articleId}`}
      role="link"
      className="article-card"
      onPress={() => open('article', { articleId })}
    >
      {cover && (
        <View className="article-card__cover">
          <Picture src={pictureUrl(cover)} alt="" soon={soon} />
        </View>
      )}
      <Text className="article-card__title">{title}</Text>
      {summary && <Text className="article-card__summary">{summary}</Text>}
      <View className="article-card__foot">
        <Text className="article-card__from">{from}</Text>
        <Text className="article-card__about">{about}</Text>
      </View>
    </Pressable>
  );
});
interface ArticleCardProps {
  article: CardArticle;
  /** On the first screen: load its cover at once. */
  soon?: boolean;
}
