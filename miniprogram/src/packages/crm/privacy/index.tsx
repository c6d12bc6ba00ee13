import { MessageSwitch } from '@/features/crm/MessageSwitch';
import { MyData } from '@/features/crm/MyData';
import { homeShopId } from '@/features/shop/homeShopId';
import { Screen } from '@/ui/Screen';

/** What a shopper may do about what is known of them. */
export default function PrivacyPage() {
  return (
    <Screen>
      <MessageSwitch shopId={homeShopId} />
      <MyData />
    </Screen>
  );
}
