import type { Address } from '@shared/order/shapes';

/** The fields of an address form that a person fills in. */
type AddressField = 'name' | 'phone' | 'region' | 'detail';

/** An address while it is typed: `region` is not yet three words. */
export type AddressDraft = Omit<Address, 'region'> & { region: readonly string[] };

/** What is wrong with an address, by field; empty when nothing is. The server checks the same again. */
export function addressProblems(draft: AddressDraft): Partial<Record<AddressField, string>> {
  const problems: Partial<Record<AddressField, string>> = {};
  if (!draft.name.trim()) problems.name = '请填写收货人姓名';
  if (!/^1\d{10}$/.test(draft.phone)) problems.phone = '请填写 11 位手机号';
  if (draft.region.filter((part) => part.trim()).length !== 3) problems.region = '请选择省、市、区';
  if (!draft.detail.trim()) problems.detail = '请填写街道、门牌号';
  return problems;
}

/** A draft without problems as the address it describes. */
export function addressOf({ region, ...rest }: AddressDraft): Address {
  const [province = '', city = '', district = ''] = region.map((part) => part.trim());
  return { ...rest, name: rest.name.trim(), detail: rest.detail.trim(), region: [province, city, district] };
}
