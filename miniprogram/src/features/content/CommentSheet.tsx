import { commentLimits } from '@shared/content/limits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/platform/call';
import { newId } from '@/platform/newId';
import { remember, remembered } from '@/platform/remembered';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { forgetDraft, useDraft } from '@/platform/useDraft';
import { Button } from '@/ui/Button';
import { Field, TextInput } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { TextArea } from '@/ui/TextArea';
import { refusalText } from './refusalText';

interface CommentSheetProps {
  articleId: string;
  onClose(): void;
  /** It was taken. */
  onSaid(): void;
}

const nameKey = 'comment-name';
const usualName = '顾客';

/** Writes one comment, which waits on the phone until it was sent. A retry after a lost answer is the same comment. */
export function CommentSheet({ articleId, onClose, onSaid }: CommentSheetProps) {
  const [name, setName] = useState(() => remembered(nameKey)[0] ?? '');
  const [{ commentId, text }, change] = useDraft('comment', articleId, () => ({ commentId: newId(), text: '' }));
  const saying = useAction(async () => {
    if (!text.trim()) return showSnack({ text: '写几个字再发' });
    const words = { articleId, commentId, name: name.trim() || usualName, text };
    const reply = await call('content.commentOn', words);
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    forgetDraft('comment');
    remember(nameKey, name.trim() ? [name.trim()] : []);
    onSaid();
    showSnack({ text: reply.value.waiting ? '已收到，店家审核后大家就能看到' : '已发布' });
  });
  return (
    <Sheet
      open
      title="写留言"
      onClose={onClose}
      bar={
        <Button id="comment-send" wide busy={saying.busy} onPress={() => void saying.run()}>
          发布
        </Button>
      }
    >
      <TextArea
        id="comment-text"
        value={text}
        placeholder="说说您的想法，或向店家提问"
        maxLength={commentLimits.text}
        onChange={(words) => change((before) => ({ ...before, text: words }))}
      />
      <View className="comment-sheet__name">
        <Field label="称呼">
          <TextInput
            id="comment-name"
            label="称呼"
            value={name}
            placeholder={usualName}
            maxLength={commentLimits.name}
            onChange={setName}
          />
        </Field>
      </View>
    </Sheet>
  );
}
