import { type Fen, yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import './StuckRefund.scss';
import type { ShopOrderDeeds } from './useShopOrder';

/** Money that WeChat Pay could not send back: what to look into, and the way to try again. */
export function StuckRefund({ amount, deeds: { busy, retryRefund } }: { amount: Fen; deeds: ShopOrderDeeds }) {
  return (
    <Panel title="退款没有到账">
      <View className="stuck-refund">
        <Text className="stuck-refund__text">
          {`${yuanText(amount)} 没能退回买家的付款账户。请在微信支付商户平台核实，再重新发起。`}
        </Text>
        <Button id="retry-refund" size="s" busy={busy} onPress={() => void retryRefund()}>
          重新发起
        </Button>
      </View>
    </Panel>
  );
}
