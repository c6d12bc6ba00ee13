import { commentLimits } from '@shared/content/limits';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { useAction } from '@/platform/useAction';
import { Button } from '@/ui/Button';
import { Sheet } from '@/ui/Sheet';
import { TextArea } from '@/ui/TextArea';

interface AnswerSheetProps {
  comment: { text: string; answer?: { text: string } | undefined };
  onClose(): void;
  onSay(text: string): Promise<void>;
}

/** Writes the shop's one answer to a comment. */
export function AnswerSheet({ comment, onClose, onSay }: AnswerSheetProps) {
  const [text, setText] = useState(comment.answer?.text ?? '');
  const saying = useAction(() => onSay(text));
  return (
    <Sheet
      open
      title="回复留言"
      onClose={onClose}
      bar={
        <Button id="answer-send" wide busy={saying.busy} onPress={() => void saying.run()}>
          {text.trim() || !comment.answer ? '回复' : '撤下回复'}
        </Button>
      }
    >
      <Text>{comment.text}</Text>
      <TextArea
        id="answer-text"
        value={text}
        placeholder="大家都能看到，显示在这条留言下面"
        maxLength={commentLimits.answer}
        onChange={setText}
      />
    </Sheet>
  );
}
