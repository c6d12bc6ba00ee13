import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '@/platform/useCall';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Field, TextInput } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { kindChoices, kindHint } from './channelText';
import type { Channel, ChannelDraft } from './useChannels';
import './ChannelForm.scss';

interface ChannelFormProps {
  shopId: string;
  draft: ChannelDraft;
  busy: boolean;
  onChange(part: Partial<ChannelDraft>): void;
  onSave(): void;
  onClose(): void;
}

/** Writes a channel: its name, what it is for, where it leads. */
export function ChannelForm({ shopId, draft, busy, onChange, onSave, onClose }: ChannelFormProps) {
  const [tried, setTried] = useState(false);
  const problem = tried && draft.name.trim() === '' ? '起个名字，报表里好认' : undefined;
  const save = () => {
    setTried(true);
    if (draft.name.trim() !== '') onSave();
  };
  return (
    <Sheet
      open
      title={draft.edited ? '修改推广码' : '新推广码'}
      onClose={onClose}
      bar={
        <Button id="channel-save" wide busy={busy} onPress={save}>
          保存
        </Button>
      }
    >
      {!draft.edited && (
        <Choices id="channel-kind" choices={kindChoices} chosen={draft.kind} onChoose={(kind) => onChange({ kind })} />
      )}
      <Text className="channel-form__hint">{kindHint[draft.kind]}</Text>
      <Field label="名称" problem={problem}>
        <TextInput
          id="channel-name"
          label="名称"
          value={draft.name}
          placeholder="如：柳巷店收银台"
          maxLength={20}
          onChange={(name) => onChange({ name })}
        />
      </Field>
      <TargetChoice shopId={shopId} draft={draft} onChange={onChange} />
    </Sheet>
  );
}

/** The shop's front, one of its products, found by words, or one of its articles. */
function TargetChoice({ shopId, draft, onChange }: Pick<ChannelFormProps, 'shopId' | 'draft' | 'onChange'>) {
  const [words, setWords] = useState('');
  const found = useCall('shop.searchProducts', { shopId, words }, { keepBefore: true });
  const told = useCall('content.listShopArticles', { shopId });
  const targets: { text: string; target: Channel['target'] }[] = [
    { text: '本店首页', target: { page: 'shop' } },
    ...(told.data?.articles ?? []).slice(0, 4).map(({ articleId, title }) => ({
      text: `文章：${title}`,
      target: { page: 'article' as const, articleId },
    })),
    ...(found.data?.products ?? []).slice(0, 12).map(({ productId, name }) => ({
      text: name,
      target: { page: 'product' as const, productId },
    })),
  ];
  return (
    <View>
      <Text className="channel-form__title">打开哪里</Text>
      <Field label="找商品">
        <TextInput
          id="channel-words"
          label="找商品"
          value={words}
          placeholder="商品名称"
          maxLength={20}
          onChange={setWords}
        />
      </Field>
      <Choices
        id="channel-target"
        choices={targets.map(({ text, target }) => ({ key: keyOf(target), text }))}
        chosen={keyOf(draft.target)}
        onChoose={(key) => {
          const chosen = targets.find(({ target }) => keyOf(target) === key);
          if (chosen) onChange({ target: chosen.target });
        }}
      />
    </View>
  );
}

/** A name for a target among the choices; ids of products and articles are told apart by their page. */
function keyOf(target: Channel['target']): string {
  if (target.page === 'shop') return 'front';
  return target.page === 'product' ? target.productId : `article-${target.articleId}`;
}
