import { articleLimits } from '@shared/content/limits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { Button } from '@/ui/Button';
import { Field, TextInput } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { TextArea } from '@/ui/TextArea';
import { refusalText } from '../refusalText';
import './ImportSheet.scss';

interface ImportSheetProps {
  shopId: string;
  onClose(): void;
  onImported(articleId: string): void;
}

/** Takes over an article by hand: its link, its title, and its text as it was copied. */
export function ImportSheet({ shopId, onClose, onImported }: ImportSheetProps) {
  const [originalUrl, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const [body, setBody] = useState('');
  const importing = useAction(async () => {
    if (!/^https:\/\/\S+$/.test(originalUrl.trim())) return showSnack({ text: '请粘贴 https 开头的文章链接' });
    if (!title.trim() || !body.trim()) return showSnack({ text: '请填写标题和正文' });
    const pasted = { shopId, originalUrl: originalUrl.trim(), title, body };
    const reply = await call('content.importArticle', pasted);
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    showSnack({ text: reply.value.isNew ? '已存为草稿，放上商品再发布' : '这个链接已经添加过，为您打开' });
    onImported(reply.value.articleId);
  });
  return (
    <Sheet
      open
      title="粘贴公众号文章"
      onClose={onClose}
      bar={
        <Button id="import-save" wide busy={importing.busy} onPress={() => void importing.run()}>
          存为草稿
        </Button>
      }
    >
      <Field label="链接">
        <TextInput
          id="import-url"
          label="链接"
          value={originalUrl}
          placeholder="https://mp.weixin.qq.com/s/…"
          maxLength={500}
          onChange={setUrl}
        />
      </Field>
      <Field label="标题">
        <TextInput
          id="import-title"
          label="标题"
          value={title}
          placeholder="文章的标题"
          maxLength={articleLimits.title}
          onChange={setTitle}
        />
      </Field>
      <View className="import-sheet__body">
        <TextArea
          id="import-body"
          lines
          value={body}
          placeholder="把正文复制到这里"
          maxLength={articleLimits.html}
          onChange={setBody}
        />
      </View>
    </Sheet>
  );
}
