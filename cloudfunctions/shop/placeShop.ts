import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { recountCells } from './recountCells';
import { cellsAreCounted, moveShop } from './shopPlaces';

export const placeShop: Handler<ShopContract['placeShop']> = async (input, { now, newId }) => {
  const { shopId, place, address } = input;
  const duty = await moveShop(shopId, [place.longitude, place.latitude], address, { key: newId(), since: now });
  if (!duty) return refuse({ code: 'NOT_FOUND' });

  await recountCells(duty.cells, now);
  await cellsAreCounted(shopId, duty.key);
  return accept({});
};
