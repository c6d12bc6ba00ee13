import { View } from '@tarojs/components';
import { Blank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';
import { useCall } from '@/platform/useCall';
export default function P() { const h = useCall('shop.getShopHome', {shopId: 'shop-x'}); return <Screen><View>{`${h.loading}`}</View><Blank icon="store" title="媒店" action={{label:'x', run: () => {}}} /></Screen>; }
