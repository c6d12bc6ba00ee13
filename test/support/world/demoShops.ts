import { cellOf } from '../../../cloudfunctions/shop/cellGrid';
import type { ShopRecord } from '../../../cloudfunctions/shop/shops';
import { fen } from '../../../shared/kernel/money';
import type { FreightRule } from '../../../shared/order/freight';
import { everyDay } from '../../../shared/shop/openingHours';
import type { DemoProduct } from './DemoProduct';
import type { Tone } from './pictures';
import { breakfast } from './products/breakfast';
import { craft } from './products/craft';
import { fruit } from './products/fruit';
import { grain } from './products/grain';
import { pastry } from './products/pastry';
import { savoury } from './products/savoury';
import { tea } from './products/tea';
import { tonic } from './products/tonic';
import { vinegar } from './products/vinegar';

interface Shelf {
  categoryId: string;
  name: string;
  tone: Tone;
  products: readonly DemoProduct[];
}

/** A shop of the demo world that sells something. */
export interface DemoShop {
  shopId: string;
  logo: string;
  about: Omit<ShopRecord, '_id' | 'logo' | 'categories'>;
  shelves: readonly Shelf[];
  /** What its front page shows first, by product id. */
  first: readonly string[];
}

/** A rule in fen and grams: what the first kilograms cost, each further one, and from which worth of goods it is free. */
export const freightRule = (
  regions: readonly string[],
  firstFee: number,
  firstGrams: number,
  nextFee: number,
  freeFrom: number,
): FreightRule => ({
  regions,
  firstGrams,
  firstFee: fen(firstFee),
  nextGrams: 1_000,
  nextFee: fen(nextFee),
  freeFrom: fen(freeFrom),
});

/** The shop that the preview opens. */
export const jinmei: DemoShop = {
  shopId: 'jinmei',
  logo: '🏺',
  about: {
    name: '晋美优品养生馆',
    trade: 'specialty',
    slogan: '把山西的好味道，慢慢送到家',
    notice: '新米、头茬沙棘已到店；满 99 元包邮，坏果包赔。',
    address: '太原市迎泽区柳巷 88 号',
    location: { type: 'Point', coordinates: [112.5567, 37.8706] },
    cell: cellOf([112.5567, 37.8706]),
    openingHours: everyDay('08:30', '21:00'),
    freight: {
      rules: [
        freightRule([], 800, 5_000, 200, 9_900),
        freightRule(['内蒙古自治区', '青海省', '甘肃省', '海南省'], 1_200, 3_000, 600, 19_900),
      ],
      unreachable: ['西藏自治区', '新疆维吾尔自治区', '台湾省', '香港特别行政区', '澳门特别行政区'],
    },
    pickup: true,
    local: { withinMetres: 3_000, fee: fen(300), from: fen(3_000) },
    promotion: { from: fen(19_900), off: fen(2_000) },
  },
  shelves: [
    { categoryId: 'vinegar', name: '陈醋佳酿', tone: 'vinegar', products: vinegar },
    { categoryId: 'grain', name: '杂粮面食', tone: 'grain', products: grain },
    { categoryId: 'fruit', name: '枣果蜜饯', tone: 'fruit', products: fruit },
    { categoryId: 'pastry', name: '糕饼点心', tone: 'pastry', products: pastry },
    { categoryId: 'savoury', name: '肉味下饭', tone: 'savoury', products: savoury },
    { categoryId: 'tea-drink', name: '养生茶饮', tone: 'tea', products: tea },
    { categoryId: 'tonic', name: '药食滋补', tone: 'tonic', products: tonic },
    { categoryId: 'craft', name: '手作文创', tone: 'craft', products: craft },
  ],
  first: [
    'vinegar-8y',
    'beef-pingyao',
    'millet-qinzhou',
    'pear-yulu',
    'buckwheat-tea',
    'taigu-cake',
    'jujube-wooden',
    'tiger-toy',
    'honey-locust',
    'walnut-fenzhou',
  ],
};

/** A neighbour on the commute, so that a cart can hold goods of two shops. */
export const fenhe: DemoShop = {
  shopId: 'fenhe',
  logo: '🥘',
  about: {
    name: '汾河早点',
    trade: 'breakfast',
    slogan: '六点开门，卖完收摊',
    notice: '头脑每日三十份。',
    address: '太原市杏花岭区府东街 21 号',
    location: { type: 'Point', coordinates: [112.5621, 37.8765] },
    cell: cellOf([112.5621, 37.8765]),
    openingHours: everyDay('06:00', '11:30'),
    freight: { rules: [freightRule([], 600, 5_000, 200, 5_900)], unreachable: [] },
    pickup: true,
  },
  shelves: [{ categoryId: 'breakfast', name: '今日早点', tone: 'pastry', products: breakfast }],
  first: ['tounao'],
};
