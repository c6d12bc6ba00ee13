import type { Output } from '@shared/contract';
import type { CouponState } from '@shared/coupon/terms';
import { open } from '@/platform/navigate';
import { usePages } from '@/platform/usePages';
import { usePullToRefresh } from '@/platform/usePullToRefresh';
import { useReachEnd } from '@/platform/useReachEnd';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { LongList } from '@/ui/LongList';
import { SkeletonList } from '@/ui/Skeleton';
import { CouponTicket } from './CouponTicket';
import { periodText } from './validityText';

/** What the shopper has, in one state. */
export function MyCoupons({ state }: { state: CouponState }) {
  const list = usePages('coupon.listMyCoupons', { state });
  useReachEnd(list.loadMore);
  usePullToRefresh(list.refresh);

  if (list.loading) return <SkeletonList />;
  if (!list.pages || list.refusal) return <ErrorBlank onRetry={() => void list.refresh()} />;
  const coupons = list.pages.flatMap((page) => page.coupons);
  if (coupons.length === 0) {
    const browse = { label: '去逛逛', run: () => open('home', {}) };
    return <Blank icon="ticket" title={emptyText[state]} text="店铺首页和商品页可以领券" action={browse} />;
  }
  return (
    <LongList
      className="ticket-list"
      rows={coupons}
      row={(coupon) => (
        <CouponTicket
          key={coupon.couponId}
          coupon={{ ...coupon, scopeText: `${coupon.shopName} · ${coupon.scopeText}` }}
          hint={periodText(coupon.validFrom, coupon.validUntil)}
          off={state !== 'usable'}
        >
          <Onward coupon={coupon} state={state} />
        </CouponTicket>
      )}
      end={list.end}
      onMore={list.loadMore}
    />
  );
}

const emptyText: Record<CouponState, string> = {
  usable: '没有可用的优惠券',
  spent: '还没有用过优惠券',
  expired: '没有过期的优惠券',
};

/** Where one goes from a coupon: to its shop, or to the order it was spent for. */
function Onward({ coupon, state }: { coupon: Output<'coupon.listMyCoupons'>['coupons'][number]; state: CouponState }) {
  const { shopId, orderId } = coupon;
  if (state === 'usable')
    return (
      <Button size="s" label={`去使用${coupon.name}`} onPress={() => open('shop', { shopId })}>
        去使用
      </Button>
    );
  if (!orderId) return null;
  return (
    <Button size="s" kind="quiet" label={`看订单，${coupon.name}用在哪`} onPress={() => open('order', { orderId })}>
      看订单
    </Button>
  );
}
