import { daysFrom } from '../../shared/kernel/chinaTime';
import { fen, sumFen } from '../../shared/kernel/money';
import { accept, type OutputOf } from '../../shared/kernel/operation';
import type { TrafficContract } from '../../shared/traffic/contract';
import { originOf } from '../../shared/traffic/touch';
import type { Handler } from '../_runtime/serve';
import { readTitles } from '../content/public';
import { lastClosedDay } from '../order/public';
import { readAdSpends } from './adSpends';
import { type ChannelRecord, readShopChannels } from './channels';
import { countDay, keepReport, readReports } from './dailyReports';
import { countFollowPlaces } from './follows';
import { addDays, addFigures, type Figures, type FiguresByOrigin, noFigures } from './loopFigures';

type Report = OutputOf<TrafficContract['getLoopReport']>;

export const getLoopReport: Handler<TrafficContract['getLoopReport']> = async ({ shopId, from, to }, { now }) => {
  const days = daysFrom(from, to);
  const [kept, spends, followPlaces] = await Promise.all([
    readReports(shopId, days),
    readAdSpends(shopId, from, to),
    countFollowPlaces(shopId, from, to),
  ]);
  const counted = await Promise.all(days.map(async (day) => kept.get(day) ?? countAndKeep(shopId, day, now)));
  const figures = addDays(counted);
  const names = await readNames(shopId, figures);
  return accept({
    rows: Object.entries(figures)
      .map(([origin, each]) => rowOf(origin, each, names))
      .sort((a, b) => b.paid - b.refunded - (a.paid - a.refunded) || b.visits - a.visits),
    total: totalOf(figures),
    days: counted.map((each, index) => ({ day: days[index] ?? from, ...totalOf(each) })),
    adSpend: spendBySource(spends),
    followPlaces,
  });
};

async function countAndKeep(shopId: string, day: string, now: number): Promise<FiguresByOrigin> {
  const figures = await countDay(shopId, day);
  if (day <= lastClosedDay(now)) await keepReport(shopId, day, figures);
  return figures;
}

const totalOf = (figures: FiguresByOrigin): Figures => Object.values(figures).reduce(addFigures, noFigures);

/** What the shop calls its channels and articles. */
interface Names {
  channels: ReadonlyMap<string, ChannelRecord>;
  titles: ReadonlyMap<string, string>;
}

/** As many articles as get a title; the others keep their id. */
const mostTitles = 100;

async function readNames(shopId: string, figures: FiguresByOrigin): Promise<Names> {
  const origins = Object.keys(figures).map(originOf);
  const channelIds = [...new Set(origins.flatMap((origin) => origin?.channel ?? []))];
  const articleIds = [...new Set(origins.flatMap((origin) => origin?.articleId ?? []))];
  const [channels, titles] = await Promise.all([
    readShopChannels(shopId, channelIds),
    readTitles(shopId, articleIds.slice(0, mostTitles)),
  ]);
  return { channels, titles };
}

function rowOf(origin: string, figures: Figures, { channels, titles }: Names): Report['rows'][number] {
  const brought = originOf(origin);
  const channel = channels.get(brought?.channel ?? '');
  const title = titles.get(brought?.articleId ?? '');
  return {
    ...(brought ?? { source: 'direct' }),
    ...(title !== undefined && { name: title }),
    ...(channel && { name: channel.name, kind: channel.kind }),
    ...figures,
  };
}

function spendBySource(spends: readonly Report['adSpend'][number][]): Report['adSpend'] {
  const bySource = new Map<string, Report['adSpend'][number]>();
  for (const { source, amount } of spends) {
    bySource.set(source, { source, amount: sumFen(amount, bySource.get(source)?.amount ?? fen(0)) });
  }
  return [...bySource.values()].filter(({ amount }) => amount > 0);
}
