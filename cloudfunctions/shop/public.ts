export { checkOldestCells, finishRecounts } from './keepCells';
export { readProduct, readProducts } from './products';
export { readShop, readShops, type ShopRecord, termsOf } from './shops';
export { readSkus, type SkuRecord } from './skus';
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
