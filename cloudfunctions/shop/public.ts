export { readShop, readShops, type ShopRecord } from './shops';
export { readSkus, type SkuRecord } from './skus';
export {
  type Attempt,
  giveBackStock,
  keepStock,
  moveStock,
  type PendingMove,
  readUnsettled,
  recordSale,
  settleNote,
  takeStock,
} from './stock';
