export { showsFollowerPrices } from './followerPrices';
export { checkOldestCells, finishRecounts } from './keepCells';
export { settleOffers } from './offers';
export { type ProductRecord, readProduct, readProducts } from './products';
export { recountSold } from './recountSold';
export { settleShelvings } from './settleShelvings';
export { readShop, readShops, type ShopRecord, termsOf } from './shops';
export { readSku, readSkus, readSkusOfProducts, readSkusOfShop, type SkuRecord } from './skus';
export { forgetOldInvitations } from './staffInvitations';
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
export { noteTelling, readTellingNear, readTellingShops, type TellingShop } from './tellingShops';
