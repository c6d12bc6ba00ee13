import { newParcel, parcelOf, parcelsOf } from './parcelDraft';

const whole = { carrier: 'ZTO', trackingNumber: ' 75412345678 ' } as const;

test('a number of 8 to 30 letters and digits makes a parcel, without the spaces around it', () => {
  expect(parcelOf(whole)).toEqual({ carrier: 'ZTO', trackingNumber: '75412345678' });
  expect(parcelOf(newParcel())).toBeUndefined();
  expect(parcelOf({ carrier: 'SF', trackingNumber: 'SF 12345678' })).toBeUndefined();
});

test('one parcel that is not whole keeps all of them back', () => {
  expect(parcelsOf([whole, whole])).toHaveLength(2);
  expect(parcelsOf([whole, newParcel()])).toBeUndefined();
  expect(parcelsOf([])).toEqual([]);
});
