import type { ChannelRecord } from '../../../cloudfunctions/traffic/channels';
import type { VisitRecord } from '../../../cloudfunctions/traffic/visits';
import { chinaDay } from '../../../shared/kernel/chinaTime';
import { type Origin, originKey } from '../../../shared/traffic/touch';
import { demoArticles } from './articles/demoArticles';
import { jinmei } from './demoShops';
import { type Random, seededRandom } from './random';

const day = 86_400_000;
const { shopId } = jinmei;

/** As many days as the longest report. */
const days = 31;
const visitsADay = 9;

/** The codes of the demo's shop, and who came by them and otherwise: strangers, so that everybody's own record is empty. */
export function visitsOf(now: number): {
  channels: ChannelRecord[];
  visits: VisitRecord[];
} {
  const random = seededRandom(31);
  const visits = Array.from({ length: days * visitsADay }, (_none, number) => visitOf(number, now, random)).flat();
  return {
    channels: [
      channel('demo-counter', '柳巷店收银台', 'counter', now - 40 * day),
      channel('demo-weibo', '微博置顶', 'outside', now - 20 * day),
    ],
    visits,
  };
}

const ownArticles = demoArticles.filter((article) => article.shopId === shopId).slice(0, 3);

/** What brings people, the likelier the more often it stands here. */
const origins: readonly Origin[] = [
  ...ownArticles.flatMap(({ id }): Origin[] => [
    { source: 'article', articleId: id },
    { source: 'article', articleId: id },
  ]),
  ...Array<Origin>(5).fill({ source: 'friend' }),
  ...Array<Origin>(3).fill({ source: 'code', channel: 'demo-counter' }),
  ...Array<Origin>(3).fill({ source: 'nearby' }),
  ...Array<Origin>(2).fill({ source: 'search' }),
  { source: 'link', channel: 'demo-weibo' },
  { source: 'message' },
];

function visitOf(number: number, now: number, random: Random): VisitRecord[] {
  const at = now - Math.floor(random.next() * days * day);
  const person = `visitor-${String(number % 180).padStart(3, '0')}`;
  const from = random.pick(origins);
  const visit = { person, shopId, origin: originKey(from), at, day: chinaDay(at) };
  const kind = from.source === 'article' ? 'article' : from.source === 'nearby' ? 'map' : 'open';
  const looked = Array.from({ length: random.pick([0, 0, 1, 1, 2]) }, (_none, index): VisitRecord => {
    return { ...visit, _id: `${person}~visit-${number}-${index}`, kind: 'product', productId: 'vinegar-8y' };
  });
  return [{ ...visit, _id: `${person}~visit-${number}`, kind }, ...looked];
}

const channel = (_id: string, name: string, kind: ChannelRecord['kind'], createdAt: number): ChannelRecord => ({
  ...{ _id, shopId, name, kind, createdAt, archived: false },
  ...{ target: { page: 'shop' }, targetName: '本店首页' },
});
