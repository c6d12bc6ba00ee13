import { View } from '@tarojs/components';
import { Choices } from '@/ui/Choices';
import { Field, TextInput } from '@/ui/Field';
import { Panel } from '@/ui/Panel';
import { PicturePicker } from '@/ui/PicturePicker';
import { Problem } from '@/ui/Problem';
import { TextArea } from '@/ui/TextArea';
import { OptionFields } from './OptionFields';
import type { ProductDraft, productProblems } from './productDraft';
import { ShelfFields } from './ShelfFields';
import { SkuRows } from './SkuRows';
import './ProductForm.scss';

interface ProductFormProps {
  draft: ProductDraft;
  problems: ReturnType<typeof productProblems>;
  categories: readonly { categoryId: string; name: string }[];
  onChange(change: (draft: ProductDraft) => ProductDraft): void;
}

const mostPictures = 9;

/** A product, as its seller writes it. */
export function ProductForm({ draft, problems, categories, onChange }: ProductFormProps) {
  const set = (part: Partial<ProductDraft>) => onChange((now) => ({ ...now, ...part }));
  return (
    <View className="product-form">
      <Panel title="图片">
        <PicturePicker
          fileIds={draft.pictures}
          most={mostPictures}
          first="主图"
          onChange={(change) => onChange((now) => ({ ...now, pictures: change(now.pictures) }))}
        />
        <Problem text={problems.pictures} />
      </Panel>
      <Panel flush>
        <Field label="名称" problem={problems.name}>
          <TextInput
            id="product-name"
            label="商品名称"
            value={draft.name}
            placeholder="如：隰县玉露香梨"
            maxLength={30}
            onChange={(name) => set({ name })}
          />
        </Field>
        <Field label="一句话">
          <TextInput
            id="product-subtitle"
            label="一句话介绍"
            value={draft.subtitle}
            placeholder="好在哪里，可不填"
            maxLength={40}
            onChange={(subtitle) => set({ subtitle })}
          />
        </Field>
        <Field label="角标">
          <TextInput
            id="product-badge"
            label="角标"
            value={draft.badge}
            placeholder="如：新果，可不填"
            maxLength={6}
            onChange={(badge) => set({ badge })}
          />
        </Field>
      </Panel>
      <Panel title="分类">
        <Choices
          id="product-category"
          choices={categories.map(({ categoryId, name }) => ({ key: categoryId, text: name }))}
          chosen={draft.categoryId}
          onChoose={(categoryId) => set({ categoryId })}
        />
        <Problem text={problems.categoryId} />
      </Panel>
      <OptionFields options={draft.options} problem={problems.options} onChange={(options) => set({ options })} />
      <SkuRows draft={draft} problem={problems.skus} onChange={onChange} />
      <ShelfFields draft={draft} problem={problems.shelf} onChange={set} />
      <Panel title="商品故事">
        <TextArea
          id="product-story"
          lines
          value={draft.story}
          placeholder="每行一段：从哪里来，怎么做的，怎么吃"
          maxLength={4_000}
          onChange={(story) => set({ story })}
        />
        <Problem text={problems.story} />
      </Panel>
      <Panel title="商品参数">
        <TextArea
          id="product-facts"
          lines
          value={draft.facts}
          placeholder={'每行一条，如\n产地：临汾隰县\n储存：冷藏 15 天'}
          maxLength={1_000}
          onChange={(facts) => set({ facts })}
        />
        <Problem text={problems.facts} />
      </Panel>
    </View>
  );
}
