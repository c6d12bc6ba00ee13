import type { Output } from '@shared/contract';
import { mostGifts } from '@shared/coupon/terms';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '@/platform/useCall';
import { Choices } from '@/ui/Choices';
import { Field, TextInput } from '@/ui/Field';
import { Stepper } from '@/ui/Stepper';
import type { TemplateDraft, templateProblems } from './templateDraft';
import './TemplateForm.scss';

interface GiftFieldsProps {
  shopId: string;
  draft: TemplateDraft;
  problems: ReturnType<typeof templateProblems>;
  onChange(part: Partial<TemplateDraft>): void;
}

/** As many as one looks through. */
const mostShown = 12;

/** What comes along: one of the shop's SKUs, found by words, and how many pieces of it. */
export function GiftFields({ shopId, draft: { gift, giftQuantity }, problems, onChange }: GiftFieldsProps) {
  const [words, setWords] = useState('');
  const found = useCall('shop.listStock', { shopId, words }, { keepBefore: true });
  const skus = (found.data?.skus ?? []).slice(0, mostShown).map(giftOf);
  const shown = gift && !skus.some(({ skuId }) => skuId === gift.skuId) ? [gift, ...skus] : skus;
  return (
    <>
      <Field label="赠品" problem={problems.gift}>
        <TextInput
          id="template-gift-words"
          label="找赠品"
          value={words}
          placeholder="商品名称，找到后在下面选"
          maxLength={20}
          onChange={setWords}
        />
      </Field>
      <View className="template-form__choices">
        <Choices
          id="template-gift"
          choices={shown.map(({ skuId, name }) => ({ key: skuId, text: name }))}
          chosen={gift?.skuId ?? ''}
          onChoose={(chosen) => onChange({ gift: shown.find(({ skuId }) => skuId === chosen) })}
        />
      </View>
      <Field label="送几件">
        <Stepper
          id="template-gift-quantity"
          label="送几件"
          value={giftQuantity}
          min={1}
          max={mostGifts}
          onChange={(quantity) => onChange({ giftQuantity: quantity })}
        />
      </Field>
    </>
  );
}

type Stocked = Output<'shop.listStock'>['skus'][number];

const giftOf = ({ skuId, productName, choice }: Stocked): NonNullable<TemplateDraft['gift']> => ({
  skuId,
  name: [productName, ...choice].join(' '),
});
