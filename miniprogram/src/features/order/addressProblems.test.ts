import { type AddressDraft, addressOf, addressProblems } from './addressProblems';

const good: AddressDraft = {
  addressId: 'address-1',
  name: '林晚照',
  phone: '13800001234',
  region: ['山西省', '晋中市', '平遥县'],
  detail: '南大街 12 号',
  isDefault: true,
};

test('a complete address has no problems', () => {
  expect(addressProblems(good)).toEqual({});
});

test.each([
  ['name', { name: '  ' }],
  ['phone', { phone: '1380000123' }],
  ['phone', { phone: '23800001234' }],
  ['region', { region: ['山西省', '晋中市'] }],
  ['region', { region: ['山西省', '晋中市', ' '] }],
  ['detail', { detail: '' }],
])('a problem names its field: %s', (field, wrong) => {
  expect(Object.keys(addressProblems({ ...good, ...wrong }))).toEqual([field]);
});

test('what was typed is trimmed', () => {
  const typed = { ...good, name: ' 林晚照 ', region: ['山西省 ', ' 晋中市', '平遥县'] };
  expect(addressOf(typed)).toEqual(good);
});
