import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { Icon, type IconName } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import './ArticleBar.scss';

interface ArticleBarProps {
  article: Output<'content.getArticle'>;
  onLike(): void;
  onFavour(): void;
  onComment(): void;
}

/** What a reader may do, within reach of the thumb. */
export function ArticleBar({ article: { liked, likes, favourite }, onLike, onFavour, onComment }: ArticleBarProps) {
  return (
    <View className="article-bar">
      <Button id="comment" kind="second" icon="message" wide onPress={onComment}>
        写留言
      </Button>
      <Deed
        id="like"
        icon="heart"
        on={liked}
        text={likes > 0 ? `${likes}` : '赞'}
        label={likes > 0 ? `${likes} 人赞过，${liked ? '取消点赞' : '点赞'}` : '点赞'}
        onPress={onLike}
      />
      <Deed
        id="favour"
        icon="bookmark"
        on={favourite}
        text={favourite ? '已收藏' : '收藏'}
        label={favourite ? '已收藏，点按取消' : '收藏'}
        onPress={onFavour}
      />
    </View>
  );
}

function Deed({ id, icon, on, text, label, onPress }: DeedProps) {
  return (
    <Pressable
      id={id}
      label={label}
      className={`article-bar__deed ${on ? 'article-bar__deed--on' : ''}`}
      onPress={onPress}
    >
      <Icon name={icon} size={22} />
      <Text className="article-bar__text">{text}</Text>
    </Pressable>
  );
}
interface DeedProps {
  id: string;
  icon: IconName;
  on: boolean;
  text: string;
  label: string;
  onPress(): void;
}
