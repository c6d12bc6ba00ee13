import type { Input } from '../../shared/contract';

/** A right article of the demo's first shop, as its seller would save it; a story says what matters to it. */
export const articleOf = (change: Partial<Input<'content.saveArticle'>> = {}): Input<'content.saveArticle'> => ({
  ...{ shopId: 'jinmei', articleId: 'story-0001', version: 0, title: '醋是熬出来的', summary: '夏伏晒，冬捞冰' },
  topics: ['craft'],
  blocks: [
    { kind: 'text', html: '<p>头伏天，晒醋。</p>' },
    { kind: 'product', productId: 'vinegar-8y' },
  ],
  ...change,
});
