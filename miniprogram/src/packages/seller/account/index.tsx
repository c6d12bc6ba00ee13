import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { AccountEntries } from '@/features/fan/account/AccountEntries';
import { AuthoriseForm } from '@/features/fan/account/AuthoriseForm';
import { BenefitForm } from '@/features/fan/account/BenefitForm';
import { BindForm } from '@/features/fan/account/BindForm';
import { ServerSettings } from '@/features/fan/account/ServerSettings';
import { useBenefit } from '@/features/fan/account/useBenefit';
import { type Bound, useBinding } from '@/features/fan/account/useBinding';
import { MemberPrices } from '@/features/shop/MemberPrices';
import { useRouteParams } from '@/platform/navigate';
import { useCall } from '@/platform/useCall';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';
import './index.scss';

/** A shop's official account and what its followers have. For its owner. */
export default function ShopAccountPage() {
  const { shopId } = useRouteParams('shopAccount');
  if (shopId) return <ShopAccount shopId={shopId} />;
  return (
    <Screen>
      <Blank icon="store" title="没有找到这家店" />
    </Screen>
  );
}

function ShopAccount({ shopId }: { shopId: string }) {
  const account = useBinding(shopId);
  const { data, refusal, fault, refresh } = account.binding;
  if (refusal) {
    return (
      <Screen>
        <Blank icon="store" title="只有店主能管理公众号" />
      </Screen>
    );
  }
  if (!data) return <Screen>{fault ? <ErrorBlank onRetry={() => void refresh()} /> : <SkeletonList />}</Screen>;
  if (data.status !== 'bound') {
    return (
      <Screen>
        <Text className="shop-account__intro">
          {data.status === 'revoked'
            ? '公众号已解除绑定，会员福利已停止。可以重新绑定同一个，或换一个。'
            : '绑定店铺自己的公众号后，顾客能找到它、关注它；您能看到谁从哪里来，给会员发礼券或设会员价。'}
        </Text>
        {data.offersPlatform && <AuthoriseForm account={account} />}
        <BindForm busy={account.bind.busy} onBind={(credentials) => void account.bind.run(credentials)} />
      </Screen>
    );
  }
  return (
    <Screen>
      <BoundAccount shopId={shopId} bound={data} account={account} />
    </Screen>
  );
}

function BoundAccount({ shopId, bound, account }: BoundAccountProps) {
  const choice = useBenefit(shopId);
  const templates = useCall('coupon.listCouponTemplates', { shopId }).data?.templates ?? [];
  const [renews, setRenews] = useState(bound.by === 'credentials' && bound.trouble === 'credentials');
  return (
    <>
      <ServerSettings bound={bound} />
      {bound.by === 'platform' && bound.trouble === 'credentials' && <AuthoriseForm account={account} />}
      {renews && (
        <BindForm
          appId={bound.appId}
          busy={account.bind.busy}
          onBind={(credentials) => void account.bind.run(credentials).then(() => setRenews(false))}
        />
      )}
      <BenefitForm choice={choice} coupons={templates} />
      {choice.draft?.kind === 'followerPrice' && <MemberPrices shopId={shopId} />}
      <AccountEntries
        key={`${bound.sameEntity} ${bound.originalId}`}
        bound={bound}
        putOnMenu={account.putOnMenu}
        describe={account.describe}
      />
      <View className="shop-account__ends">
        {bound.by === 'credentials' && (
          <Button id="renew-secret" wide kind="quiet" onPress={() => setRenews(!renews)}>
            {renews ? '不更新 AppSecret' : '换了 AppSecret'}
          </Button>
        )}
        <Button
          id="unbind-account"
          wide
          kind="quiet"
          busy={account.unbind.busy}
          onPress={() => void account.unbind.run()}
        >
          解除绑定
        </Button>
      </View>
    </>
  );
}
interface BoundAccountProps {
  shopId: string;
  bound: Bound;
  account: ReturnType<typeof useBinding>;
}
