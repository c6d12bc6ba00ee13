import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '@/platform/useCall';
import { Choices } from '@/ui/Choices';
import { Field, TextInput } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import type { BannerDraft } from './frontDraft';

type Aim = Omit<BannerDraft, 'picture'>;

interface BannerTargetSheetProps {
  shopId: string;
  banner: BannerDraft;
  onChoose(target: Aim): void;
  onClose(): void;
}

/** Chooses where a banner leads: nowhere, to the shop's coupons, one of its articles, or a product that is found by words. */
export function BannerTargetSheet({ shopId, banner, onChoose, onClose }: BannerTargetSheetProps) {
  const [words, setWords] = useState('');
  const found = useCall('shop.searchProducts', { shopId, words }, { keepBefore: true });
  const told = useCall('content.listShopArticles', { shopId });
  const targets: Aim[] = [
    { title: '点了不跳转', hidden: false },
    { title: '领优惠券', hidden: false, target: { page: 'coupons' } },
    ...(told.data?.articles ?? []).slice(0, 6).map(({ articleId, title }) => ({
      ...{ title, hidden: false },
      target: { page: 'article' as const, articleId },
    })),
    ...(found.data?.products ?? []).slice(0, 12).map(({ productId, name }) => ({
      ...{ title: name, hidden: false },
      target: { page: 'product' as const, productId },
    })),
  ];
  return (
    <Sheet open title="点了打开哪里" onClose={onClose}>
      <Field label="找商品">
        <TextInput
          id="banner-words"
          label="找商品"
          value={words}
          placeholder="商品名称"
          maxLength={20}
          onChange={setWords}
        />
      </Field>
      <View>
        <Choices
          id="banner-leads"
          choices={targets.map((each) => ({ key: keyOf(each), text: textOf(each) }))}
          chosen={keyOf(banner)}
          onChoose={(key) => {
            const chosen = targets.find((each) => keyOf(each) === key);
            if (chosen) onChoose(chosen);
          }}
        />
      </View>
    </Sheet>
  );
}

const textOf = ({ target, title }: Aim): string => (target?.page === 'article' ? `文章：${title}` : title);

/** A name for a target among the choices; ids of products and articles are told apart by their page. */
function keyOf({ target }: Aim): string {
  if (target?.page === 'product') return target.productId;
  return target?.page === 'article' ? `article-${target.articleId}` : (target?.page ?? 'nowhere');
}
