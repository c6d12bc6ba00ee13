import type { Output } from '@shared/contract';
import { View } from '@tarojs/components';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { SkeletonList } from '@/ui/Skeleton';
import { CouponTicket } from './CouponTicket';
import { whyNotClaimableText } from './refusalText';
import { useClaims } from './useClaims';
import { validityText } from './validityText';

/** What a shop gives away, each with its button. */
export function ClaimList({ shopId, productId }: { shopId: string; productId?: string | undefined }) {
  const { claimable, claiming, claim } = useClaims(shopId, productId);
  usePullToRefresh(claimable.refresh);

  if (claimable.loading) return <SkeletonList />;
  if (!claimable.data) return <ErrorBlank onRetry={() => void claimable.refresh()} />;
  const { coupons } = claimable.data;
  if (coupons.length === 0) return <Blank icon="ticket" title="暂时没有可领的优惠券" text="过几天再来看看" />;
  return (
    <View className="ticket-list">
      {coupons.map((coupon) => (
        <CouponTicket
          key={coupon.templateId}
          id={`claimable-${coupon.templateId}`}
          coupon={coupon}
          hint={validityText(coupon.validity)}
          remark={remarkOf(coupon)}
          off={coupon.whyNot === 'gone'}
        >
          <Button
            id={`claim-${coupon.templateId}`}
            size="s"
            kind={coupon.whyNot ? 'second' : 'action'}
            label={`${claimText(coupon)}，${coupon.name}`}
            busy={claiming === coupon.templateId}
            disabled={coupon.whyNot !== undefined}
            onPress={() => claim(coupon.templateId)}
          >
            {claimText(coupon)}
          </Button>
        </CouponTicket>
      ))}
    </View>
  );
}

/** Worth a word once few are left. */
const scarce = 20;

type Claimable = Output<'coupon.listClaimable'>['coupons'][number];

const claimText = ({ whyNot, mine }: Claimable): string =>
  whyNot ? whyNotClaimableText[whyNot] : mine > 0 ? '再领一张' : '领取';

const remarkOf = ({ leftPercent, whyNot }: Claimable): string | undefined =>
  !whyNot && leftPercent <= scarce ? `仅剩 ${leftPercent}%` : undefined;
