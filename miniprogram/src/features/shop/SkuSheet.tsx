import { fen } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { pictureUrl } from '@/platform/pictureUrl';
import { showSnack } from '@/platform/snacks';
import { Button } from '@/ui/Button';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import { Price, SpecialPrice, WasPrice } from '@/ui/Price';
import { Sheet } from '@/ui/Sheet';
import { Skeleton } from '@/ui/Skeleton';
import { Stepper } from '@/ui/Stepper';
import { type Choice, canChoose, firstChoice, isThere, openOptions, type Product, skuOf, toggle } from './choices';
import { stockText } from './stockText';
import './SkuSheet.scss';

interface SkuSheetProps {
  product: Product;
  open: boolean;
  /** What the button says: `加入购物车`. */
  confirm: string;
  busy?: boolean;
  /** What can be done about a SKU that is sold out; without it none of them can be chosen. */
  whenSoldOut?(skuId: string): ReactNode;
  onConfirm(skuId: string, quantity: number): void;
  onClose(): void;
}

/** Chooses a SKU and how many of it. */
export function SkuSheet(props: SkuSheetProps) {
  const { product, open, confirm, busy = false, whenSoldOut, onConfirm, onClose } = props;
  const [choice, setChoice] = useState<Choice>(() => firstChoice(product));
  const [wanted, setWanted] = useState(1);
  const sku = skuOf(product.skus, choice);
  const most = Math.min(sku?.stock ?? 99, 99);
  const quantity = Math.max(1, Math.min(wanted, most));
  const soldOut = isSoldOut(product, sku);

  const finish = () => {
    if (sku) onConfirm(sku.skuId, quantity);
    else showSnack({ text: `请选择${openOptions(product, choice).join('、')}` });
  };
  return (
    <Sheet
      open={open}
      title="选择规格"
      onClose={onClose}
      bar={
        soldOut && sku && whenSoldOut ? (
          whenSoldOut(sku.skuId)
        ) : (
          <Button id="sheet-confirm" wide busy={busy} disabled={soldOut && !whenSoldOut} onPress={finish}>
            {soldOut ? '已售罄' : confirm}
          </Button>
        )
      }
    >
      <Chosen product={product} choice={choice} />
      {product.options.map((option, index) => (
        <OptionRow
          key={option.name}
          product={product}
          index={index}
          choice={choice}
          soldOutToo={whenSoldOut !== undefined}
          onChoose={(value) => setChoice(toggle(choice, index, value))}
        />
      ))}
      <View className="sku-sheet__quantity">
        <Text className="sku-sheet__label">数量</Text>
        <Stepper id="sheet-quantity" value={quantity} max={most} label="数量" onChange={setWanted} />
      </View>
    </Sheet>
  );
}

/** The shape of the sheet while its product loads. */
export function SkuSheetSkeleton({ onClose }: { onClose(): void }) {
  return (
    <Sheet open title="选择规格" onClose={onClose}>
      <View className="sku-sheet__chosen" role="status" ariaLabel="正在加载规格">
        <Skeleton width="92px" height="92px" />
        <View className="sku-sheet__facts">
          <Skeleton width="45%" height="28px" />
          <Skeleton width="30%" />
        </View>
      </View>
      <View className="sku-sheet__option sku-sheet__values">
        <Skeleton width="84px" height="44px" />
        <Skeleton width="84px" height="44px" />
      </View>
    </Sheet>
  );
}

/** Nothing is left of the chosen SKU or, before one is chosen, of the whole product. */
const isSoldOut = ({ skus }: Product, sku: Product['skus'][number] | undefined): boolean =>
  (sku ? [sku] : skus).every(({ stock }) => stock === 0);

/** What the choice comes to so far: picture, price, stock. */
function Chosen({ product, choice }: { product: Product; choice: Choice }) {
  const sku = skuOf(product.skus, choice);
  const cheapest = fen(Math.min(...product.skus.map(({ price }) => price)));
  const stock = isSoldOut(product, sku) ? stockText(0) : sku && stockText(sku.stock);
  const chosen = choice.filter((value) => value !== undefined).join('，');
  return (
    <View className="sku-sheet__chosen">
      <View className="sku-sheet__picture">
        {product.pictures[0] && <Picture src={pictureUrl(product.pictures[0])} alt={product.name} soon />}
      </View>
      <View className="sku-sheet__facts">
        <View className="sku-sheet__price">
          <Price amount={sku?.price ?? cheapest} plus={!sku} size="l" />
          {sku?.wasPrice !== undefined && <WasPrice amount={sku.wasPrice} />}
          {sku?.followerPrice !== undefined && <SpecialPrice name="会员价" amount={sku.followerPrice} />}
        </View>
        <Text id="stock-left" className={`sku-sheet__stock ${stock?.scarce ? 'sku-sheet__stock--scarce' : ''}`}>
          {stock?.text ?? `请选择${openOptions(product, choice).join('、')}`}
        </Text>
        {chosen && <Text className="sku-sheet__stock">{`已选 ${chosen}`}</Text>}
      </View>
    </View>
  );
}

function OptionRow({ product, index, choice, soldOutToo, onChoose }: OptionRowProps) {
  const option = product.options[index];
  return (
    <View className="sku-sheet__option" role="radiogroup" ariaLabel={option?.name ?? ''}>
      <Text className="sku-sheet__label">{option?.name}</Text>
      <View className="sku-sheet__values">
        {option?.values.map((value, position) => {
          const chosen = choice[index] === value;
          const offered = canChoose(product.skus, choice, index, value);
          return (
            <Pressable
              key={value}
              id={`option-${index}-${position}`}
              role="radio"
              chosen={chosen}
              label={`${value}${chosen ? '，已选' : ''}${offered ? '' : '，缺货'}`}
              disabled={!chosen && !(soldOutToo ? isThere : canChoose)(product.skus, choice, index, value)}
              className={`sku-value ${chosen ? 'sku-value--on' : ''} ${offered ? '' : 'sku-value--none'}`}
              onPress={() => onChoose(value)}
            >
              {value}
            </Pressable>
          );
        })}
      </View>
    </View>
  );
}
interface OptionRowProps {
  product: Product;
  index: number;
  choice: Choice;
  /** Whether what is sold out can be chosen. */
  soldOutToo: boolean;
  onChoose(value: string): void;
}
