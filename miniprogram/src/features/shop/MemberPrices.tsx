import { type Fen, yuan, yuanText } from '@shared/kernel/money';
import { parseYuan } from '@shared/kernel/parseYuan';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Field, TextInput } from '@/ui/Field';
import { Panel } from '@/ui/Panel';
import { Pressable } from '@/ui/Pressable';
import { SpecialPrice } from '@/ui/Price';
import { Sheet } from '@/ui/Sheet';
import './MemberPrices.scss';
import { type PricedSku, useMemberPrices } from './useMemberPrices';

/** What members pay for each SKU of a shop; a tap sets it. */
export function MemberPrices({ shopId }: { shopId: string }) {
  const { list, chosen, choose, busy, set } = useMemberPrices(shopId);
  const skus = list.pages?.flatMap((page) => page.skus) ?? [];
  return (
    <Panel title="会员价">
      {skus.map((sku) => (
        <Pressable
          key={sku.skuId}
          id={`member-price-${sku.skuId}`}
          label={`${sku.productName} ${sku.choice.join(' ')}，${yuanText(sku.price)}，设置会员价`}
          className="member-price"
          onPress={() => choose(sku)}
        >
          <View className="member-price__what">
            <Text className="member-price__name">{sku.productName}</Text>
            <Text className="member-price__choice">{[...sku.choice, yuanText(sku.price)].join('，')}</Text>
          </View>
          {sku.followerPrice === undefined ? (
            <Text className="member-price__none">设置</Text>
          ) : (
            <SpecialPrice name="会员价" amount={sku.followerPrice} />
          )}
        </Pressable>
      ))}
      {list.end === 'more' && (
        <Button id="more-member-prices" wide kind="quiet" onPress={list.loadMore}>
          更多商品
        </Button>
      )}
      {chosen && (
        <PriceSheet
          key={chosen.skuId}
          sku={chosen}
          busy={busy}
          onSet={(price) => void set(chosen, price)}
          onClose={() => choose(undefined)}
        />
      )}
    </Panel>
  );
}

function PriceSheet({ sku, busy, onSet, onClose }: PriceSheetProps) {
  const [typed, setTyped] = useState(sku.followerPrice === undefined ? '' : yuan(sku.followerPrice));
  const price = parseYuan(typed);
  const isLower = price !== undefined && price > 0 && price < sku.price;
  const problem = typed && !isLower ? `要低于原价 ${yuanText(sku.price)}` : undefined;
  return (
    <Sheet
      open
      title={[sku.productName, ...sku.choice].join(' ')}
      onClose={onClose}
      bar={
        <>
          {sku.followerPrice !== undefined && (
            <Button id="no-member-price" kind="second" busy={busy} onPress={() => onSet(undefined)}>
              恢复原价
            </Button>
          )}
          <Button id="set-member-price" wide busy={busy} disabled={!isLower} onPress={() => onSet(price)}>
            保存会员价
          </Button>
        </>
      }
    >
      <View className="member-price__field">
        <Field label="会员价" problem={problem}>
          <TextInput
            id="member-price-yuan"
            label="会员价"
            type="digit"
            value={typed}
            placeholder={`元，原价 ${yuan(sku.price)}`}
            maxLength={9}
            onChange={setTyped}
          />
        </Field>
      </View>
    </Sheet>
  );
}
interface PriceSheetProps {
  sku: PricedSku;
  busy: boolean;
  onSet(price: Fen | undefined): void;
  onClose(): void;
}
