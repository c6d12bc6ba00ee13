import { Blank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';

/** The seller's tab; filled by the seller side. */
export default function SellerPage() {
  return (
    <Screen>
      <Blank icon="store" title="店铺管理" text="开店后在这里管理库存和订单" />
    </Screen>
  );
}
