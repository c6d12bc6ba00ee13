import { articleLimits } from '@shared/content/limits';
import { Text, View } from '@tarojs/components';
import { pictureUrl } from '@/platform/pictureUrl';
import { IconButton } from '@/ui/Button';
import { TextInput } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import { Picture } from '@/ui/Picture';
import { TextArea } from '@/ui/TextArea';
import type { DraftBlock } from './articleDraft';
import './BlockEditor.scss';

interface BlockEditorProps {
  block: DraftBlock;
  onChange(block: DraftBlock): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** What a phone's text field takes at once; HTML around it makes it longer. */
const longestText = 6_000;

/** One piece of an article, and where it goes. */
export function BlockEditor({ block, onChange, onMove, onRemove }: BlockEditorProps) {
  const kind = kindText[block.kind];
  return (
    <View className="block-editor">
      <View className="block-editor__head">
        <Text className="block-editor__kind">{kind}</Text>
        <IconButton icon="up" size={18} label={`${kind}上移`} onPress={() => onMove(-1)} />
        <IconButton icon="down" size={18} label={`${kind}下移`} onPress={() => onMove(1)} />
        <IconButton icon="trash" size={18} label={`删除${kind}`} onPress={onRemove} />
      </View>
      <Piece block={block} onChange={onChange} />
    </View>
  );
}

const kindText: Record<DraftBlock['kind'], string> = { text: '文字', picture: '图片', product: '商品' };

function Piece({ block, onChange }: Pick<BlockEditorProps, 'block' | 'onChange'>) {
  switch (block.kind) {
    case 'text':
      return (
        <TextArea
          id={`text-${block.key}`}
          lines
          value={block.text}
          placeholder="空一行换段；# 开头是小标题，- 开头是列表，**两边加星号**是重点"
          maxLength={longestText}
          onChange={(text) => onChange({ ...block, text })}
        />
      );
    case 'picture':
      return (
        <>
          <View className="block-editor__picture">
            <Picture src={pictureUrl(block.picture)} alt={block.caption || '配图'} />
          </View>
          <TextInput
            id={`caption-${block.key}`}
            label="图注"
            value={block.caption ?? ''}
            placeholder="图注，可以不写"
            maxLength={articleLimits.caption}
            onChange={(caption) => onChange({ ...block, caption })}
          />
        </>
      );
    case 'product':
      return (
        <View className="block-editor__product">
          <Icon name="bag" size={18} />
          <Text>{block.product.name}</Text>
        </View>
      );
    default:
      return block satisfies never;
  }
}
