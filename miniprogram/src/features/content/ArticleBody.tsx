import type { Input, Output } from '@shared/contract';
import { RichText, Text, View } from '@tarojs/components';
import { memo } from 'react';
import { pictureUrl } from '@/platform/pictureUrl';
import { showPictures } from '@/platform/showPictures';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import { type Buying, ProductInArticle } from './ProductInArticle';
import './ArticleBody.scss';

type Read = Output<'content.getArticle'>;
type Block = Input<'content.saveArticle'>['blocks'][number];

interface ArticleBodyProps {
  blocks: readonly Block[];
  products: Read['products'];
  buying: Buying | undefined;
}

/** The body of an article: text, pictures that keep their shape, and products as they are at this moment. */
export function ArticleBody({ blocks, products, buying }: ArticleBodyProps) {
  const pictures = blocks.flatMap((block) => (block.kind === 'picture' ? [pictureUrl(block.picture)] : []));
  return (
    <View className="article-body">
      {blocks.map((block, index) => {
        const key = `${index}-${block.kind}`;
        switch (block.kind) {
          case 'text':
            return <Words key={key} html={block.html} />;
          case 'picture':
            return <Shown key={key} block={block} all={pictures} />;
          case 'product': {
            const product = products.find(({ productId }) => productId === block.productId);
            return product ? (
              <ProductInArticle key={key} product={product} buying={buying} />
            ) : (
              <Text key={key} className="article-body__gone">
                这件商品已经下架
              </Text>
            );
          }
          default:
            return block satisfies never;
        }
      })}
    </View>
  );
}

/** Clean already: the server takes out all that is not text. */
const Words = memo(function Words({ html }: { html: string }) {
  return <RichText className="article-body__words" nodes={html} userSelect />;
});

function Shown({ block, all }: { block: Extract<Block, { kind: 'picture' }>; all: readonly string[] }) {
  const { picture, width, height, caption = '' } = block;
  const url = pictureUrl(picture);
  // As high as it will be, so that nothing jumps when it comes; of a picture nobody measured, three to four.
  const share = width > 0 ? (100 * height) / width : 75;
  return (
    <View className="article-body__figure">
      <Pressable
        label={caption || '看大图'}
        className="article-body__frame"
        onPress={() => showPictures(all, all.indexOf(url))}
      >
        <View className="article-body__room" style={{ paddingTop: `${share}%` }} />
        <View className="article-body__picture">
          <Picture src={url} alt={caption || '文章配图'} />
        </View>
      </Pressable>
      {caption && <Text className="article-body__caption">{caption}</Text>}
    </View>
  );
}
