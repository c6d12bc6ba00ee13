export { readShop, readShops, type ShopRecord } from './shops';
export { type PendingMove, readSkus, type SkuRecord } from './skus';
export {
  type Attempt,
  giveBackStock,
  keepStock,
  moveStock,
  readUnsettled,
  recordSale,
  settleNote,
  takeStock,
} from './stock';
