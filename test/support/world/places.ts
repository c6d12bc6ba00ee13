import { cellOf } from '../../../cloudfunctions/shop/cellGrid';
import type { ShopRecord } from '../../../cloudfunctions/shop/shops';
import { everyDay } from '../../../shared/shop/openingHours';
import { freightRule } from './demoShops';
import { seededRandom } from './random';

type Coordinates = [longitude: number, latitude: number];

/** Metres of one degree of latitude on the sphere that the database measures on (radius 6 378 100 m). */
const metresPerDegree = (6_378_100 * Math.PI) / 180;

/** Where the commute begins, in the north of Taiyuan; GCJ-02. */
const northEnd: Coordinates = [112.545, 38.13];

/** 600 places along a 60 km way from north to south through Taiyuan, one every 100 m. */
export function commutePlaces(): Coordinates[] {
  const places: Coordinates[] = [];
  let [longitude, latitude] = northEnd;
  for (let index = 0; index < 600; index += 1) {
    places.push([round(longitude), round(latitude)]);
    const heading = 0.2 * Math.sin(index / 60);
    latitude -= (100 * Math.cos(heading)) / metresPerDegree;
    longitude += (100 * Math.sin(heading)) / (metresPerDegree * Math.cos((latitude * Math.PI) / 180));
  }
  return places;
}

/** Shops along the commute and 2 000 more around it, in 25 clusters as towns and malls make them. */
export function smallShops(logo: (name: string) => string): ShopRecord[] {
  const random = seededRandom(20261122);
  const commute = commutePlaces();
  const centres = Array.from({ length: 25 }, (): Coordinates => {
    const [longitude, latitude] = random.pick(commute);
    return [longitude + random.normal() * 0.12, latitude + random.normal() * 0.04];
  });
  const clustered = Array.from({ length: 2_000 }, (): Coordinates => {
    const [longitude, latitude] = random.pick(centres);
    return [round(longitude + random.normal() * 0.009), round(latitude + random.normal() * 0.007)];
  });
  const shop = (id: string, coordinates: Coordinates): ShopRecord => {
    const trade = random.pick(trades);
    const [opens, closes] = trade.hours;
    const street = random.pick(streets);
    return {
      _id: id,
      name: `${random.pick(surnames)}${random.pick(tempers)}${trade.name}`,
      trade: trade.id,
      slogan: trade.slogan,
      notice: '',
      logo: logo(trade.emoji),
      address: `太原市${street}${random.between(1, 380)} 号`,
      location: { type: 'Point', coordinates },
      cell: cellOf(coordinates),
      openingHours: everyDay(opens, closes),
      freight: { rules: [freightRule([], 600, 5_000, 200, 5_900)], unreachable: [] },
      pickup: true,
      categories: [],
    };
  };
  return [
    ...commute.map((place, index) => shop(`commute-${String(index).padStart(3, '0')}`, place)),
    ...clustered.map((place, index) => shop(`around-${String(index).padStart(4, '0')}`, place)),
  ];
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** Pictures of the trades, to be drawn as logos. */
export const tradeEmoji = (): readonly string[] => trades.map((trade) => trade.emoji);

const surnames = [
  '王',
  '李',
  '张',
  '刘',
  '郭',
  '赵',
  '任',
  '高',
  '贾',
  '武',
  '韩',
  '杨',
  '乔',
  '侯',
  '田',
  '孟',
  '梁',
  '程',
];
const tempers = ['记', '家', '大姐', '老号', '小院', '阿姨', '师傅', '二店'];
const streets = [
  '五一路',
  '迎泽大街',
  '柳巷',
  '解放北路',
  '新建路',
  '滨河东路',
  '并州南路',
  '平阳路',
  '长治路',
  '晋祠路',
  '坞城路',
  '府东街',
];
const trades = [
  { id: 'noodles', name: '面馆', slogan: '现削现煮', emoji: '🍜', hours: ['06:30', '21:30'] },
  { id: 'vinegar', name: '醋坊', slogan: '打散醋，送小葱', emoji: '🏺', hours: ['08:00', '20:00'] },
  { id: 'fruit', name: '水果店', slogan: '今早到的', emoji: '🍎', hours: ['08:00', '22:30'] },
  { id: 'flowers', name: '花店', slogan: '一束起送', emoji: '💐', hours: ['09:00', '21:00'] },
  { id: 'bakery', name: '烘焙坊', slogan: '下午四点出炉', emoji: '🥐', hours: ['07:30', '21:00'] },
  { id: 'tea', name: '茶铺', slogan: '坐下喝一泡', emoji: '🍵', hours: ['09:00', '22:00'] },
  { id: 'grocery', name: '杂货店', slogan: '缺啥都有', emoji: '🧺', hours: ['07:00', '23:00'] },
  { id: 'books', name: '书屋', slogan: '旧书对折', emoji: '📚', hours: ['10:00', '21:00'] },
  { id: 'tailor', name: '裁缝铺', slogan: '改裤边十分钟', emoji: '🧵', hours: ['09:00', '19:30'] },
  { id: 'tofu', name: '豆腐坊', slogan: '卤水老豆腐', emoji: '🫘', hours: ['05:30', '13:00'] },
] as const;
