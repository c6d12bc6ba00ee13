import type { Input, Output } from '@shared/contract';
import type { PosterContent } from './posterOf';

/** What a poster is made of: where its code leads, and what it shows beside that. */
export interface PosterSubject {
  target: Input<'traffic.makePosterCode'>['target'];
  shopId: string;
  /** What the sheet is called. */
  title: string;
  content: Omit<PosterContent, 'code'>;
}

/** The poster of a product: its first picture, what it is called and costs. */
export function productPoster(product: Output<'shop.getProduct'>): PosterSubject {
  const { productId, shopId, name, subtitle, skus, shopName, pictures } = product;
  const prices = skus.map(({ price }) => price);
  const price = prices.reduce((one, other) => (other < one ? other : one));
  const more = prices.some((each) => each !== price);
  const [picture] = pictures;
  return {
    ...{ target: { page: 'product', productId }, shopId, title: '商品海报' },
    content: { name, subtitle, shopName, figure: { is: 'price', price, more }, ...(picture && { picture }) },
  };
}

/** The poster of an article: its cover, its title and how long it takes to read. */
export function articlePoster(article: Output<'content.getArticle'>): PosterSubject {
  const { articleId, shopId, shopName, title: name, summary: subtitle, minutes, cover } = article;
  return {
    ...{ target: { page: 'article', articleId }, shopId, title: '文章海报' },
    // A cover that stayed with the official account cannot be painted: its host is none of ours.
    content: {
      ...{ name, subtitle, shopName, figure: { is: 'minutes', minutes } },
      ...(cover?.startsWith('cloud://') && { picture: cover }),
    },
  };
}
