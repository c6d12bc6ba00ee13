import { type FrontDraft, frontDraftOf, frontOf, frontProblems, raised } from './frontDraft';

const draft: FrontDraft = {
  ...{ name: '晋美优品', slogan: '', notice: '', logo: 'cloud://x/logo.webp' },
  banners: [{ picture: 'cloud://x/b.webp', target: { page: 'coupons' }, title: '领优惠券', hidden: false }],
  categories: [
    { categoryId: 'vinegar', name: '醋' },
    { categoryId: 'fruit', name: '水果' },
  ],
};

test('a front without a name, a logo, or with categories that nobody can tell apart is not saved', () => {
  expect(frontProblems(draft)).toEqual({});
  expect(frontProblems({ ...draft, name: ' ', logo: '' })).toEqual({ name: '请填写店名', logo: '请放一张店标' });
  const named = (name: string) => ({ ...draft, categories: [...draft.categories, { categoryId: 'new', name }] });
  expect(frontProblems(named(' ')).categories).toBe('分类要有名字');
  expect(frontProblems(named('醋 ')).categories).toBe('有两个分类同名');
});

test('what is saved is what was edited, without what was only shown', () => {
  const saved = { picture: 'cloud://x/b.webp', target: { page: 'coupons' } };
  expect(frontOf(frontDraftOf({ ...draft, banners: [...draft.banners] }), 'jinmei')).toEqual({
    ...draft,
    shopId: 'jinmei',
    banners: [saved],
  });
});

test('a category goes up by one place, the first stays', () => {
  expect(raised(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b']);
  expect(raised(['a', 'b', 'c'], 0)).toEqual(['a', 'b', 'c']);
});
