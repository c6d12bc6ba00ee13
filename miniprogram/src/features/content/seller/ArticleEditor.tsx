import { articleLimits } from '@shared/content/limits';
import { type Topic, topics, topicText } from '@shared/content/topics';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { choosePictures } from '@/platform/choosePictures';
import { newId } from '@/platform/newId';
import { pictureSize } from '@/platform/pictureSize';
import { pictureUrl } from '@/platform/pictureUrl';
import { uploadPicture } from '@/platform/uploadPicture';
import { useAction } from '@/platform/useAction';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Field, TextInput } from '@/ui/Field';
import { Picture } from '@/ui/Picture';
import { type ArticleDraft, type DraftBlock, movedBlock } from './articleDraft';
import { BlockEditor } from './BlockEditor';
import { ProductPicker } from './ProductPicker';
import './ArticleEditor.scss';

interface ArticleEditorProps {
  shopId: string;
  draft: ArticleDraft;
  onChange(part: Partial<ArticleDraft>): void;
}

/** Writes an article: what it is called, its cover, and its pieces in their order. */
export function ArticleEditor({ shopId, draft, onChange }: ArticleEditorProps) {
  const [picks, pick] = useState(false);
  const { blocks } = draft;
  const add = (block: DraftBlock) => onChange({ blocks: [...blocks, block] });
  const addingPicture = useAction(async () => {
    for (const local of await choosePictures(1)) {
      const [picture, size] = await Promise.all([uploadPicture(local), pictureSize(local)]);
      add({ key: newId(), kind: 'picture', picture, ...size, caption: '' });
    }
  });
  return (
    <View className="article-editor">
      <Words draft={draft} onChange={onChange} />
      {blocks.map((block) => (
        <BlockEditor
          key={block.key}
          block={block}
          onChange={(changed) => onChange({ blocks: blocks.map((each) => (each.key === block.key ? changed : each)) })}
          onMove={(by) => onChange({ blocks: movedBlock(blocks, block.key, by) })}
          onRemove={() => onChange({ blocks: blocks.filter((each) => each.key !== block.key) })}
        />
      ))}
      {blocks.length < articleLimits.blocks && (
        <View className="article-editor__add">
          <Button
            id="add-text"
            size="s"
            kind="second"
            icon="words"
            onPress={() => add({ key: newId(), kind: 'text', text: '' })}
          >
            文字
          </Button>
          <Button
            id="add-picture"
            size="s"
            kind="second"
            icon="picture"
            busy={addingPicture.busy}
            onPress={() => void addingPicture.run()}
          >
            图片
          </Button>
          <Button id="add-product" size="s" kind="second" icon="bag" onPress={() => pick(true)}>
            商品
          </Button>
        </View>
      )}
      {picks && (
        <ProductPicker
          shopId={shopId}
          onClose={() => pick(false)}
          onPick={(product) => {
            pick(false);
            add({ key: newId(), kind: 'product', product });
          }}
        />
      )}
    </View>
  );
}

/** Title, summary, topic and cover. */
function Words({ draft, onChange }: Pick<ArticleEditorProps, 'draft' | 'onChange'>) {
  const { title, summary, cover, topics: chosen } = draft;
  const choosing = useAction(async () => {
    for (const local of await choosePictures(1)) onChange({ cover: await uploadPicture(local) });
  });
  return (
    <View className="article-editor__words">
      <Field label="标题">
        <TextInput
          id="article-title-input"
          label="标题"
          value={title}
          placeholder="一句话说清这篇讲什么"
          maxLength={articleLimits.title}
          onChange={(text) => onChange({ title: text })}
        />
      </Field>
      <Field label="摘要">
        <TextInput
          id="article-summary-input"
          label="摘要"
          value={summary}
          placeholder="列表里显示，可以不写"
          maxLength={articleLimits.summary}
          onChange={(text) => onChange({ summary: text })}
        />
      </Field>
      <View className="article-editor__cover">
        {cover && (
          <View className="article-editor__picture">
            <Picture src={pictureUrl(cover)} alt="封面" />
          </View>
        )}
        <Button
          id="choose-cover"
          size="s"
          kind="second"
          icon="camera"
          busy={choosing.busy}
          onPress={() => void choosing.run()}
        >
          {cover ? '换封面' : '选封面'}
        </Button>
      </View>
      <Text className="article-editor__label">讲的是</Text>
      <Choices<Topic | 'none'>
        id="article-topic"
        choices={[{ key: 'none', text: '不分类' }, ...topics.map((topic) => ({ key: topic, text: topicText[topic] }))]}
        chosen={chosen[0] ?? 'none'}
        onChoose={(topic) => onChange({ topics: topic === 'none' ? [] : [topic] })}
      />
    </View>
  );
}
