import { View } from '@tarojs/components';
import { useState } from 'react';
import { ArticlesOfProduct } from '@/features/content/ArticleRows';
import { CouponStrip } from '@/features/coupon/CouponStrip';
import { RestockOffer } from '@/features/crm/RestockOffer';
import { FollowCard } from '@/features/fan/FollowCard';
import { basketsText } from '@/features/order/lines';
import { useAddToCart } from '@/features/order/useAddToCart';
import { Gallery } from '@/features/shop/Gallery';
import { ProductStory, ProductSummary } from '@/features/shop/ProductStory';
import { SkuSheet } from '@/features/shop/SkuSheet';
import { useProduct } from '@/features/shop/useProduct';
import { PosterSheet } from '@/features/traffic/poster/PosterSheet';
import { productPoster } from '@/features/traffic/poster/posterSubject';
import { useCountedShare } from '@/features/traffic/useCountedShare';
import { useVisit } from '@/features/traffic/useVisit';
import { isSinglePage } from '@/platform/isSinglePage';
import { goBack, open, useRouteParams } from '@/platform/navigate';
import { useHidden } from '@/platform/useHidden';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button, IconButton } from '@/ui/Button';
import { Screen } from '@/ui/Screen';
import { SinglePageHint } from '@/ui/SinglePageHint';
import { ProductSkeleton } from './ProductSkeleton';
import './index.scss';

/** One product, from its pictures to the cart or straight to the checkout. */
export default function ProductPage() {
  const { productId, a } = useRouteParams('product');
  const { data: product, refusal, fault, refresh } = useProduct(productId);
  const [intent, setIntent] = useState<'cart' | 'buy'>();
  const close = () => setIntent(undefined);
  const adding = useAddToCart(close);
  // Closed under the checkout and not by the tap, whose second half would hit what lies below the sheet.
  useHidden(close);
  useVisit(product && { kind: 'product', shopId: product.shopId, productId: product.productId });
  // Whoever opens what was shared from an article was brought by the article.
  useCountedShare('product', { productId: productId ?? '', ...(a && { a }) }, product?.name, product?.shopId);
  const [posterOpen, openPoster] = useState(false);

  if (refusal || !productId) {
    const back = { label: '返回', run: goBack };
    return (
      <Screen>
        <Blank icon="bag" title="商品已经下架了" text="看看店里的其他好物吧" action={back} />
      </Screen>
    );
  }
  if (fault && !product)
    return (
      <Screen>
        <ErrorBlank onRetry={() => void refresh()} />
      </Screen>
    );
  if (!product) return <ProductSkeleton />;

  if (isSinglePage())
    return (
      <Screen>
        <Gallery pictures={product.pictures} name={product.name} />
        <ProductSummary product={product} />
        <SinglePageHint text="可以购买这件商品" />
        <ProductStory product={product} />
      </Screen>
    );
  const soldOut = product.skus.every(({ stock }) => stock === 0);
  const confirm = (skuId: string, quantity: number) => {
    if (intent === 'cart') return void adding.run(skuId, quantity);
    open('checkout', { baskets: basketsText([{ shopId: product.shopId, lines: [{ skuId, quantity }] }]) });
  };
  return (
    <Screen
      bar={
        <>
          <IconButton
            id="visit-shop"
            icon="store"
            size={24}
            label="进店逛逛"
            onPress={() => open('shop', { shopId: product.shopId })}
          />
          <IconButton icon="cart" size={24} label="购物车" onPress={() => open('cart', {})} />
          <Button id="add-to-cart" kind="second" wide disabled={soldOut} onPress={() => setIntent('cart')}>
            {soldOut ? '已售罄' : '加入购物车'}
          </Button>
          <Button id="buy-now" wide onPress={() => setIntent('buy')}>
            {soldOut ? '到货提醒' : '立即购买'}
          </Button>
        </>
      }
    >
      <Gallery pictures={product.pictures} name={product.name} />
      <ProductSummary product={product} />
      <View className="product-page__coupons">
        <CouponStrip shopId={product.shopId} productId={product.productId} />
      </View>
      <View className="product-page__poster">
        <Button id="make-poster" size="s" kind="quiet" icon="share" onPress={() => openPoster(true)}>
          做张海报，发给朋友
        </Button>
      </View>
      {/* Each in a view of its own: Taro sends all of a parent's children anew when one comes late or goes. */}
      <View>
        <FollowCard shopId={product.shopId} place="product" />
      </View>
      <ProductStory product={product} />
      <View>
        <ArticlesOfProduct productId={product.productId} />
      </View>
      <View>{posterOpen && <PosterSheet subject={productPoster(product)} onClose={() => openPoster(false)} />}</View>
      <View>
        <SkuSheet
          open={intent !== undefined}
          product={product}
          confirm={intent === 'buy' ? '立即购买' : '加入购物车'}
          busy={adding.busy}
          whenSoldOut={(skuId) => <RestockOffer skuId={skuId} />}
          onConfirm={confirm}
          onClose={close}
        />
      </View>
    </Screen>
  );
}
