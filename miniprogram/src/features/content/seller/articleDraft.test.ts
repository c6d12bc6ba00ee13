import { fen } from '@shared/kernel/money';
import { articleOf, draftOf, movedBlock, newArticleDraft } from './articleDraft';

let keys = 0;
const newKey = () => `key-${++keys}`;

const saved: Parameters<typeof draftOf>[0] = {
  ...{
    shopId: 'jinmei',
    articleId: 'article-1',
    title: '醋',
    summary: '',
    topics: ['craft'],
    version: 3,
    status: 'draft',
  },
  minutes: 1,
  blocks: [
    { kind: 'text', html: '<p class="rich-p" style="text-align:center">晒<strong class="rich-strong">醋</strong></p>' },
    { kind: 'picture', picture: 'cloud://a.b/c', width: 4, height: 3, caption: '缸' },
    { kind: 'product', productId: 'vinegar-8y' },
  ],
  products: [
    { productId: 'vinegar-8y', name: '老陈醋', picture: '', priceFrom: fen(1), pricesDiffer: false, stock: 1 },
  ],
};

test('what nobody touched is sent as it was; what somebody typed becomes HTML', () => {
  const draft = draftOf(saved, newKey);
  expect(articleOf(draft, 'jinmei')).toMatchObject({ version: 3, blocks: saved.blocks });
  const [first] = draft.blocks;
  if (first?.kind !== 'text') throw new Error('it began with text');
  expect(first.text).toBe('晒**醋**');
  const typed = { ...draft, blocks: [{ ...first, text: '晒**老醋**' }] };
  expect(articleOf(typed, 'jinmei').blocks).toEqual([{ kind: 'text', html: '<p>晒<strong>老醋</strong></p>' }]);
});

test('a new article begins with room for words, and empty words are not sent', () => {
  expect(articleOf(newArticleDraft('article-2', 'key'), 'jinmei')).toMatchObject({ version: 0, blocks: [] });
});

test('a block goes up and down, and stays at the ends', () => {
  const { blocks } = draftOf(saved, newKey);
  const [a, b, c] = blocks.map(({ key }) => key);
  const order = (key = '', by: -1 | 1) => movedBlock(blocks, key, by).map((block) => block.key);
  expect(order(a, 1)).toEqual([b, a, c]);
  expect(order(c, -1)).toEqual([a, c, b]);
  expect(order(a, -1)).toEqual([a, b, c]);
  expect(order(c, 1)).toEqual([a, b, c]);
});
