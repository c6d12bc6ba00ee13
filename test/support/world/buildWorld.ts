import type { StaffRecord } from '../../../cloudfunctions/_runtime/staff';
import { cellsOf } from '../../../cloudfunctions/shop/cellsOf';
import { onMap } from '../../../cloudfunctions/shop/onMap';
import { type Role, staffId } from '../../../shared/shop/role';
import { articlesOf, tellsAt } from './articles/articlesOf';
import { couponsOf } from './coupons';
import { fenhe, jinmei } from './demoShops';
import { type FileIdOf, goodsOf } from './goods';
import { historyOf } from './history';
import { type DemoPerson, sellers } from './people';
import type { Scene } from './pictures';
import { smallShops, tradeEmoji } from './places';
import { visitsOf } from './visits';

/** Everything that is in the demo world: records by collection, and the pictures they name. */
export interface World {
  records: Record<string, { _id: string }[]>;
  scenes: Scene[];
}

/** Builds the demo world, the same every time but for the moments, which count back from `now` (ms). */
export function buildWorld(now: number, fileIdOf: FileIdOf): World {
  const first = goodsOf(jinmei, fileIdOf);
  const second = goodsOf(fenhe, fileIdOf);
  const history = historyOf(first, now);
  const articles = articlesOf(now, fileIdOf);
  const shops = [first.shop, second.shop, ...smallShops((emoji) => fileIdOf(logoPath(emoji)))].map((shop) => {
    const told = tellsAt(shop._id, now);
    return told === undefined ? shop : { ...shop, tellsAt: told };
  });
  const logos = tradeEmoji().map(
    (emoji): Scene => ({ path: logoPath(emoji), emoji: [emoji], tone: 'pastry', composition: 'logo' }),
  );
  return {
    records: {
      shops,
      shopCells: [...cellsOf(shops.map(onMap), now)].flat(),
      staff: [
        staff(jinmei.shopId, sellers.owner, 'owner', now),
        staff(jinmei.shopId, sellers.manager, 'manager', now),
        staff(jinmei.shopId, sellers.clerk, 'clerk', now),
        staff(fenhe.shopId, sellers.neighbour, 'owner', now),
      ],
      products: [...first.products, ...second.products],
      skus: [...first.skus, ...second.skus],
      ...history,
      ...couponsOf(now),
      ...articles.records,
      ...visitsOf(now),
    },
    scenes: [...first.scenes, ...second.scenes, ...logos, ...articles.scenes],
  };
}

/** Everybody has worked there for half a year. */
const staff = (shopId: string, { openId, name }: DemoPerson, role: Role, now: number): StaffRecord => ({
  _id: staffId(shopId, openId),
  shopId,
  openId,
  role,
  name,
  joinedAt: now - 180 * 86_400_000,
});

const logoPath = (emoji: string): string => `logos/${(emoji.codePointAt(0) ?? 0).toString(16)}.webp`;
