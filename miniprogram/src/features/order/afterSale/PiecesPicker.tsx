import { boughtOf } from '@shared/order/boughtOf';
import { Text, View } from '@tarojs/components';
import { pictureUrl } from '@/platform/pictureUrl';
import { Picture } from '@/ui/Picture';
import { Stepper } from '@/ui/Stepper';
import type { Claim } from './useClaim';
import './PiecesPicker.scss';

/** Which pieces of an order a claim is about, line by line. */
export function PiecesPicker({ claim: { rows, choose } }: { claim: Claim }) {
  return (
    <View>
      {rows.map(({ line, left, quantity }) => (
        <View key={line.skuId} className="piece-row">
          <View className="piece-row__picture">
            <Picture src={pictureUrl(line.picture)} alt="" />
          </View>
          <View className="piece-row__words">
            <Text className="piece-row__name">{line.name}</Text>
            {line.choice.length > 0 && <Text className="piece-row__faint">{line.choice.join('，')}</Text>}
            <Text className="piece-row__faint">{leftText(left, line.quantity)}</Text>
            {boughtOf(line) === 0 && <Text className="piece-row__faint">赠品，商品全部退时一起退</Text>}
          </View>
          {left > 0 && (
            <Stepper
              id={`pieces-${line.skuId}`}
              value={quantity}
              min={0}
              max={left}
              label={`${line.name}的件数`}
              onChange={(next) => choose(line.skuId, next)}
            />
          )}
        </View>
      ))}
    </View>
  );
}

function leftText(left: number, bought: number): string {
  if (left === 0) return '已在售后中';
  return left < bought ? `可选 ${left} 件` : `共 ${bought} 件`;
}
