import { fromLines, toLines, withFavourite, withoutFavourite } from './favourites';

const shop = (shopId: string) => ({
  shopId,
  name: '王记面馆',
  trade: 'noodles' as const,
  place: { longitude: 112.55, latitude: 37.87 },
  address: '太原市五一路 1 号',
  metres: 80,
  openNow: true,
});

test('the latest favourite is on top, and in the list once; what may change is not kept', () => {
  const two = withFavourite(withFavourite([], shop('one')), shop('two'));
  expect(withFavourite(two, shop('one')).map(({ shopId }) => shopId)).toEqual(['one', 'two']);
  expect(withoutFavourite(two, 'two').map(({ shopId }) => shopId)).toEqual(['one']);
  expect(two[0]).not.toHaveProperty('openNow');
});

test('at most a hundred', () => {
  let favourites = withFavourite([], shop('first'));
  for (let index = 0; index < 100; index += 1) favourites = withFavourite(favourites, shop(`shop-${index}`));
  expect(favourites).toHaveLength(100);
  expect(favourites.some(({ shopId }) => shopId === 'first')).toBe(false);
});

test('they come back from the phone as they were; what is damaged there is left out', () => {
  const kept = withFavourite([], shop('one'));
  const damaged = ['', '{', 'null', '7', '{"shopId":"x"}', JSON.stringify({ ...kept[0], trade: 'casino' })];
  expect(fromLines([...toLines(kept), ...damaged])).toEqual(kept);
});
