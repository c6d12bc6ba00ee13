import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import { copyText } from '@/platform/copyText';
import { openLocation } from '@/platform/openLocation';
import { Button, IconButton } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { QrCode } from '@/ui/QrCode';
import './PickupCode.scss';

/** What to show at the counter, large enough to be read across it, and where the counter is. */
export function PickupCode({ code, shopName, counter }: PickupCodeProps) {
  return (
    <View className="pickup">
      {code && (
        <View className="pickup__ticket" ariaLabel={`取货码 ${code.split('').join(' ')}`}>
          <Text className="pickup__label">取货码 · 到店出示给店员</Text>
          <QrCode text={code} label="取货二维码" />
          <Text id="pickup-code" className="pickup__code">
            {grouped(code)}
          </Text>
        </View>
      )}
      <View className="pickup__where">
        <Icon name="store" size={20} />
        <View className="pickup__words">
          <Text className="pickup__shop">{`到店自提 · ${shopName}`}</Text>
          {counter && <Text className="pickup__address">{counter.address}</Text>}
        </View>
        {counter && (
          <IconButton icon="copy" size={18} label="复制店铺地址" onPress={() => void copyText(counter.address)} />
        )}
        {counter && (
          <Button
            id="go-to-counter"
            size="s"
            icon="navigation"
            onPress={() => openLocation({ ...counter, name: shopName })}
          >
            去这里
          </Button>
        )}
      </View>
    </View>
  );
}
interface PickupCodeProps {
  /** Ten digits; none before the order is paid, or after it was fetched. */
  code: string | undefined;
  shopName: string;
  counter: Output<'order.getOrder'>['counter'];
}

/** Ten digits as they are read aloud: four, three, three. */
const grouped = (code: string): string => code.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
