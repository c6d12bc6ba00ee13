import type { Destination } from '../../shared/order/price';
import type { Address } from '../../shared/order/shapes';
import { _, db, insert } from '../_runtime/database';

/** A delivery address; `_id` is the client's `addressId`. */
export interface AddressRecord extends Omit<Address, 'addressId'> {
  _id: string;
  openId: string;
}

const collection = 'addresses';

/** How many addresses a person may keep. */
export const addressLimit = 20;

/** A person's addresses, the default one first. */
export async function readAddresses(openId: string): Promise<AddressRecord[]> {
  const { data } = await db.collection(collection).where({ openId }).limit(addressLimit).get();
  return (data as AddressRecord[]).sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
}

/** Reads an address if it is this person's; another person's is not there. */
export async function readAddress(addressId: string, openId: string): Promise<AddressRecord | undefined> {
  const { data } = await db.collection(collection).where({ _id: addressId, openId }).limit(1).get();
  return data[0] as AddressRecord | undefined;
}

/** Writes an address under its id; `taken` when the id is another person's. */
export async function writeAddress({ _id, ...address }: AddressRecord): Promise<'written' | 'taken'> {
  const { openId, region, location } = address;
  const write = () =>
    db
      .collection(collection)
      .where({ _id, openId })
      .update({ ...address, region: _.set(region), location: location ? _.set(location) : _.remove() });
  if ((await write()).updated === 0 && (await insert(collection, { _id, ...address } as AddressRecord)) === 'exists') {
    return (await write()).updated === 1 ? 'written' : 'taken';
  }
  return 'written';
}

/** Leaves at most this one as the default. */
export async function makeOnlyDefault(addressId: string, openId: string): Promise<void> {
  await db
    .collection(collection)
    .where({ openId, isDefault: true, _id: _.neq(addressId) })
    .update({ isDefault: false });
}

export async function deleteAddress(addressId: string, openId: string): Promise<void> {
  await db.collection(collection).where({ _id: addressId, openId }).remove();
}

export const addressView = ({ _id, openId: _openId, ...address }: AddressRecord): Address => ({
  addressId: _id,
  ...address,
});

/** Where goods for this address go, as prices need it. */
export const destinationOf = ({ region: [province], location }: AddressRecord): Destination => ({ province, location });
