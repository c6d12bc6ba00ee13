import { shopContract } from '../../shared/shop/contract';
import { serve } from '../_runtime/serve';
import { acceptInvitation } from './acceptInvitation';
import { adjustStock } from './adjustStock';
import { arrangeProducts } from './arrangeProducts';
import { bookCount } from './bookCount';
import { changeRole } from './changeRole';
import { countShopsInView } from './countShopsInView';
import { exportProducts } from './csv/exportProducts';
import { importProducts } from './csv/importProducts';
import { previewImport } from './csv/previewImport';
import { findNearbyShops } from './findNearbyShops';
import { findSku } from './findSku';
import { getInvitation } from './getInvitation';
import { getMyProduct } from './getMyProduct';
import { getProduct } from './getProduct';
import { getShopFront } from './getShopFront';
import { getShopHome } from './getShopHome';
import { getShopPlace } from './getShopPlace';
import { getToday } from './getToday';
import { inviteStaff } from './inviteStaff';
import { listAuditLog } from './listAuditLog';
import { listMyProducts } from './listMyProducts';
import { listMyShops } from './listMyShops';
import { listStaff } from './listStaff';
import { listStock } from './listStock';
import { listStockMoves } from './listStockMoves';
import { placeShop } from './placeShop';
import { readShelf } from './readShelf';
import { removeStaff } from './removeStaff';
import { saveProduct } from './saveProduct';
import { saveShopFront } from './saveShopFront';
import { saveShopHours } from './saveShopHours';
import { searchProducts } from './searchProducts';
import { setFollowerPrice } from './setFollowerPrice';
import { setLowAt } from './setLowAt';
import { shelveProduct } from './shelveProduct';
import { undoAdjustment } from './undoAdjustment';

export const main = serve('shop', shopContract, {
  getShopHome,
  searchProducts,
  getProduct,
  listMyShops,
  listStock,
  adjustStock,
  undoAdjustment,
  setFollowerPrice,
  listStockMoves,
  findNearbyShops,
  countShopsInView,
  placeShop,
  getShopPlace,
  saveShopHours,
  listMyProducts,
  getMyProduct,
  saveProduct,
  shelveProduct,
  arrangeProducts,
  findSku,
  getToday,
  exportProducts,
  previewImport,
  importProducts,
  readShelf,
  bookCount,
  setLowAt,
  getShopFront,
  saveShopFront,
  listStaff,
  inviteStaff,
  getInvitation,
  acceptInvitation,
  changeRole,
  removeStaff,
  listAuditLog,
});
