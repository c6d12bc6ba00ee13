import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '@/platform/navigate';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { CheckRow } from '@/ui/CheckRow';
import { Choices } from '@/ui/Choices';
import { ListEnd } from '@/ui/ListEnd';
import { Pressable } from '@/ui/Pressable';
import { SkeletonList } from '@/ui/Skeleton';
import { Tag } from '@/ui/Tag';
import { agoText } from '../agoText';
import { AnswerSheet } from './AnswerSheet';
import { type CommentState, useShopComments } from './useShopComments';
import './ShopComments.scss';

type ShopComment = Output<'content.listShopComments'>['comments'][number];

const states: readonly { key: CommentState; text: string }[] = [
  { key: 'waiting', text: '待审核' },
  { key: 'shown', text: '已显示' },
  { key: 'hidden', text: '已隐藏' },
];

/** What readers said to a shop: shown, hidden, answered. */
export function ShopComments({ shopId }: { shopId: string }) {
  const [state, choose] = useState<CommentState>('waiting');
  const [answers, answer] = useState<ShopComment>();
  const { list, passedAppear, setRule, decide, say } = useShopComments(shopId, state);
  useReachEnd(list.loadMore);

  return (
    <View className="shop-comments">
      <Choices<CommentState> id="comments" choices={states} chosen={state} onChoose={choose} />
      {passedAppear !== undefined && (
        <CheckRow
          id="passed-appear"
          text="微信检测通过的直接显示"
          hint="拿不准的仍由您审核"
          checked={passedAppear}
          onChange={setRule}
        />
      )}
      {list.loading && <SkeletonList />}
      {!list.loading && (!list.pages || list.refusal) && <ErrorBlank onRetry={() => void list.refresh()} />}
      {list.pages?.flatMap((page) => page.comments).length === 0 && (
        <Blank icon="message" title="这里没有留言" text="有人留言时，在这里审核和回复" />
      )}
      {list.pages
        ?.flatMap((page) => page.comments)
        .map((comment) => (
          <Said key={comment.commentId} comment={comment} onAnswer={() => answer(comment)}>
            {state !== 'shown' && (
              <Button id={`show-${comment.commentId}`} size="s" onPress={() => decide(comment.commentId, 'show')}>
                显示
              </Button>
            )}
            {state !== 'hidden' && (
              <Button
                id={`hide-${comment.commentId}`}
                size="s"
                kind="second"
                onPress={() => decide(comment.commentId, 'hide')}
              >
                隐藏
              </Button>
            )}
          </Said>
        ))}
      {list.pages && <ListEnd state={list.end} onMore={list.loadMore} />}
      {answers && (
        <AnswerSheet
          comment={answers}
          onClose={() => answer(undefined)}
          onSay={async (text) => {
            if (await say(answers.commentId, text)) answer(undefined);
          }}
        />
      )}
    </View>
  );
}

const checkText: Record<ShopComment['check'], string | undefined> = {
  pass: undefined,
  review: '微信拿不准',
  none: '微信还没检测',
};

function Said({ comment, children, onAnswer }: SaidProps) {
  const { commentId, name, text, at, articleId, articleTitle, answer, check } = comment;
  const doubt = checkText[check];
  return (
    <View className="shop-comment">
      <View className="shop-comment__head">
        <Text className="shop-comment__name">{name}</Text>
        {doubt && <Tag text={doubt} />}
        <Text className="shop-comment__at">{agoText(at, Date.now())}</Text>
      </View>
      <Text className="shop-comment__text">{text}</Text>
      {answer && <Text className="shop-comment__answer">{`店家回复：${answer.text}`}</Text>}
      <Pressable role="link" className="shop-comment__where" onPress={() => open('article', { articleId })}>
        {articleTitle}
      </Pressable>
      <View className="shop-comment__deeds">
        <Button id={`answer-${commentId}`} size="s" kind="second" onPress={onAnswer}>
          {answer ? '改回复' : '回复'}
        </Button>
        {children}
      </View>
    </View>
  );
}
interface SaidProps {
  comment: ShopComment;
  children: React.ReactNode;
  onAnswer(): void;
}
