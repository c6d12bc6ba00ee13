import type { ContentContract } from './content/contract';
import type { CouponContract } from './coupon/contract';
import type { CrmContract } from './crm/contract';
import type { FanContract } from './fan/contract';
import type { CommonRefusal, InputOf, OutputOf, RefusalOf, Reply } from './kernel/operation';
import type { OrderContract } from './order/contract';
import type { ShopContract } from './shop/contract';
import type { TrafficContract } from './traffic/contract';

/** Every operation of the storefront, by the domain that serves it. */
export interface StorefrontContract {
  shop: ShopContract;
  order: OrderContract;
  traffic: TrafficContract;
  coupon: CouponContract;
  fan: FanContract;
  content: ContentContract;
  crm: CrmContract;
}

/** Every operation under the name it has on both sides: `'order.placeOrder'`. */
export type Operations = UnionToIntersection<
  {
    [Domain in keyof StorefrontContract]: {
      [Name in keyof StorefrontContract[Domain] & string as `${Domain}.${Name}`]: StorefrontContract[Domain][Name];
    };
  }[keyof StorefrontContract]
>;

/** `'shop.getProduct' | 'order.placeOrder' | …` */
export type OperationName = keyof Operations & string;

/** What the operation takes. */
export type Input<Name extends OperationName> = InputOf<Operations[Name]>;

/** What the operation answers with when it does not refuse. */
export type Output<Name extends OperationName> = OutputOf<Operations[Name]>;

/** What the operation may refuse with: its own refusals, and those any operation may make. */
export type Refusal<Name extends OperationName> = RefusalOf<Operations[Name]> | CommonRefusal;

/** Whatever any operation of a domain may refuse with. */
export type RefusalIn<Domain extends keyof StorefrontContract> = {
  [Name in OperationName]: Name extends `${Domain}.${string}` ? Refusal<Name> : never;
}[OperationName];

/** The answer to a call: `{ ok: true, value }`, or `{ ok: false, refusal }`. */
export type Answer<Name extends OperationName> = Reply<Output<Name>, Refusal<Name>>;

type UnionToIntersection<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void
  ? I
  : never;
