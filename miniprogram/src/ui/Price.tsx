import { type Fen, yuan, yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import './Price.scss';

/** An amount of money: small sign, large yuan, small fen. `plus` says that it starts there (`¥18.00 起`). */
export function Price({ amount, size = 'm', plus = false, id }: PriceProps) {
  const [whole = '', cents = ''] = yuan(amount).split('.');
  const label = plus ? `${yuanText(amount)} 起` : yuanText(amount);
  return (
    <View className={`price price--${size}`} ariaLabel={label} {...(id && { id })}>
      <Text className="price__sign">¥</Text>
      <Text className="price__whole">{whole}</Text>
      <Text className="price__cents">{`.${cents}`}</Text>
      {plus && <Text className="price__plus">起</Text>}
    </View>
  );
}
interface PriceProps {
  amount: Fen;
  size?: 's' | 'm' | 'l';
  plus?: boolean;
  id?: string;
}

/** What it cost before. */
export function WasPrice({ amount }: { amount: Fen }) {
  return <Text className="was-price">{yuanText(amount)}</Text>;
}

/** Another price beside the usual one, by its name: `会员价 ¥14.90`. `plus` says that it starts there. */
export function SpecialPrice({ id, name, amount, plus = false }: SpecialPriceProps) {
  return (
    <View className="special-price" {...(id && { id })}>
      <Text>{`${name} ${yuanText(amount)}${plus ? ' 起' : ''}`}</Text>
    </View>
  );
}
interface SpecialPriceProps {
  id?: string;
  name: string;
  amount: Fen;
  plus?: boolean;
}
