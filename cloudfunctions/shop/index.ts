import { shopContract } from '../../shared/shop/contract';
import { serve } from '../_runtime/serve';
import { acceptInvitation } from './acceptInvitation';
import { adjustStock } from './adjustStock';
import { arrangeProducts } from './arrangeProducts';
import { changeRole } from './changeRole';
import { countShopsInView } from './countShopsInView';
import { findNearbyShops } from './findNearbyShops';
import { findSku } from './findSku';
import { getInvitation } from './getInvitation';
import { getMyProduct } from './getMyProduct';
import { getProduct } from './getProduct';
import { getShopHome } from './getShopHome';
import { getShopPlace } from './getShopPlace';
import { inviteStaff } from './inviteStaff';
import { listAuditLog } from './listAuditLog';
import { listMyProducts } from './listMyProducts';
import { listMyShops } from './listMyShops';
import { listStaff } from './listStaff';
import { listStock } from './listStock';
import { listStockMoves } from './listStockMoves';
import { placeShop } from './placeShop';
import { removeStaff } from './removeStaff';
import { saveProduct } from './saveProduct';
import { saveShopFront } from './saveShopFront';
import { saveShopHours } from './saveShopHours';
import { searchProducts } from './searchProducts';
import { setFollowerPrice } from './setFollowerPrice';
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
  saveShopFront,
  listStaff,
  inviteStaff,
  getInvitation,
  acceptInvitation,
  changeRole,
  removeStaff,
  listAuditLog,
});
