import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/platform/call';
import { useAction } from '@/platform/useAction';
import { LongList } from '@/ui/LongList';
import { Tag } from '@/ui/Tag';
import { agoText } from './agoText';
import './CommentList.scss';

type Comments = Output<'content.getArticle'>['comments'];
type Comment = Comments['shown'][number];

/** What readers said, one's own that wait first, and the shop's answers under them. */
export function CommentList({ articleId, comments }: { articleId: string; comments: Comments }) {
  const { older, more, busy } = useOlder(articleId, comments);
  const all = [...comments.mine, ...comments.shown, ...older];
  return (
    <View className="comments">
      <Text id="comment-count" className="comments__title">
        {comments.count > 0 ? `留言 ${comments.count}` : '留言'}
      </Text>
      {all.length === 0 ? (
        <Text className="comments__none">还没有人留言，说说您的想法</Text>
      ) : (
        <LongList
          rows={all}
          row={(comment) => <Said key={comment.commentId} comment={comment} />}
          end={busy ? 'loading' : more ? 'more' : 'end'}
          onMore={() => more?.()}
        />
      )}
    </View>
  );
}

function Said({ comment: { name, text, at, waiting, answer } }: { comment: Comment }) {
  return (
    <View className="comment">
      <View className="comment__head">
        <Text className="comment__name">{name}</Text>
        {waiting && <Tag text="待审核" />}
        <Text className="comment__at">{agoText(at, Date.now())}</Text>
      </View>
      <Text className="comment__text">{text}</Text>
      {answer && (
        <View className="comment__answer">
          <Text className="comment__by">店家回复</Text>
          <Text>{answer.text}</Text>
        </View>
      )}
    </View>
  );
}

/** The comments beyond those that came with the article. They begin anew when those have changed. */
function useOlder(articleId: string, { shown, next: first }: Comments) {
  const since = `${shown[0]?.commentId ?? ''} ${first ?? ''}`;
  const [read, setRead] = useState<{ since: string; older: Comment[]; next: string | undefined }>();
  const here = read?.since === since ? read : { since, older: [], next: first };
  const reading = useAction(async () => {
    if (!here.next) return;
    const reply = await call('content.listComments', { articleId, after: here.next });
    if (reply.ok) setRead({ since, older: [...here.older, ...reply.value.comments], next: reply.value.next });
  });
  return { older: here.older, busy: reading.busy, more: here.next ? () => void reading.run() : undefined };
}
