import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { usePages } from '@/platform/usePages';
import { refusalText } from '../refusalText';

/** Where a comment stands. */
export type CommentState = 'waiting' | 'shown' | 'hidden';

/** A shop's comments in one state, and what the shop makes of them. */
export function useShopComments(shopId: string, state: CommentState) {
  const list = usePages('content.listShopComments', { shopId, state });

  const deciding = useAction(async (commentId: string, decision: 'show' | 'hide') => {
    const reply = await call('content.moderateComment', { shopId, commentId, decision });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    const undo = decision === 'show' ? 'hide' : 'show';
    const text = decision === 'show' ? '大家现在能看到' : '已隐藏';
    showSnack({ text, action: { label: '撤销', run: () => void deciding.run(commentId, undo) } });
    await list.refresh();
  });

  const ruling = useAction(async (passedAppear: boolean) => {
    const reply = await call('content.setCommentRule', { shopId, passedAppear });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    await list.refresh();
  });

  /** Answers a comment, or takes the answer away; answers whether that was done. */
  async function say(commentId: string, text: string): Promise<boolean> {
    const reply = await call('content.answerComment', { shopId, commentId, text });
    showSnack({ text: reply.ok ? '已回复' : refusalText(reply.refusal) });
    await list.refresh();
    return reply.ok;
  }

  return {
    list,
    passedAppear: list.pages?.[0]?.passedAppear,
    decide: (commentId: string, decision: 'show' | 'hide') => void deciding.run(commentId, decision),
    setRule: (passedAppear: boolean) => void ruling.run(passedAppear),
    say,
  };
}
