/** A person of the demo world; the preview's bar can act as any of them. */
export interface DemoPerson {
  openId: string;
  unionId: string;
  name: string;
  /** What the bar shows beside the name. */
  role: string;
}

const person = (id: string, name: string, role: string): DemoPerson => ({
  openId: `demo-${id}`,
  unionId: `union-${id}`,
  name,
  role,
});

const shopperNames = [
  '安然',
  '武晓燕',
  '郭建国',
  '李思雨',
  '张海波',
  '任静',
  '高志强',
  '刘芳',
  '贾文博',
  '赵敏',
  '杨帆',
  '韩雪',
  '曹永红',
  '乔木',
  '侯丽娟',
  '田野',
  '孟凡',
  '梁爽',
  '程曦',
  '薛亮',
] as const;

/** Twenty shoppers; the first is who the preview starts as. */
export const shoppers = shopperNames.map((name, index) =>
  person(`shopper-${String(index + 1).padStart(2, '0')}`, name, '顾客'),
) as unknown as readonly [DemoPerson, DemoPerson, DemoPerson, DemoPerson, ...DemoPerson[]];

/** Owner, manager and clerk of the first shop, and the owner of the second. */
export const sellers = {
  owner: person('seller-wang', '王秀兰', '晋美优品 店主'),
  manager: person('seller-sun', '孙建业', '晋美优品 店长'),
  clerk: person('seller-li', '李小满', '晋美优品 店员'),
  neighbour: person('seller-zhao', '赵满仓', '汾河早点 店主'),
} as const;

/** Everybody, sellers last. */
export const people: readonly DemoPerson[] = [...shoppers, ...Object.values(sellers)];
