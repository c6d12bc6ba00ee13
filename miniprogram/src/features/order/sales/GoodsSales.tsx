import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { copyText } from '@/platform/copyText';
import { pictureUrl } from '@/platform/pictureUrl';
import { showSnack } from '@/platform/snacks';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { Picture } from '@/ui/Picture';
import { Tabs } from '@/ui/Tabs';
import { type GoodsOrder, goodsInOrder } from './goodsInOrder';
import { netText } from './netText';
import { salesCsv } from './salesCsv';
import type { Sales } from './useSales';
import './GoodsSales.scss';

const orders: readonly { key: GoodsOrder; text: string; none: string }[] = [
  { key: 'best', text: '畅销', none: '这几天还没有卖出' },
  { key: 'profit', text: '最赚', none: '填上成本价，就知道哪样最赚' },
  { key: 'soonest', text: '快卖完', none: '两周内没有要断货的' },
  { key: 'idle', text: '滞销', none: '在架的都有人买' },
];

/** As many rows as a screen bears; the copied table has all. */
const shown = 30;

/** Each of the goods: what sells, what earns, what runs out, and what nobody bought. */
export function GoodsSales({ goods, idle }: Pick<Sales, 'goods' | 'idle'>) {
  const [order, choose] = useState<GoodsOrder>('best');
  const rows = order === 'idle' ? idle.map(idleRow) : goodsInOrder(goods, order).map(goodsRow);
  const copy = async () => {
    await copyText(salesCsv({ goods, idle }));
    showSnack({ text: '表格已复制，可粘贴到 Excel' });
  };
  return (
    <Panel title="每样商品">
      <Tabs<GoodsOrder> tabs={orders} chosen={order} onChoose={choose} />
      {rows.length === 0 && <Text className="goods-sales__none">{orders.find(({ key }) => key === order)?.none}</Text>}
      {rows.slice(0, shown).map((row) => (
        <Row key={row.skuId} {...row} />
      ))}
      {rows.length > shown && (
        <Text className="goods-sales__none">{`还有 ${rows.length - shown} 样，复制表格可见`}</Text>
      )}
      <View className="goods-sales__foot">
        <Button id="sales-csv" size="s" kind="second" icon="copy" onPress={() => void copy()}>
          复制表格
        </Button>
      </View>
    </Panel>
  );
}

interface GoodsRow {
  skuId: string;
  picture: string;
  name: string;
  choice: readonly string[];
  /** On the right, and below the name. */
  figure: string;
  words: string;
}

const goodsRow = ({
  skuId,
  picture,
  name,
  choice,
  pieces,
  amount,
  profit,
  stock,
  daysLeft,
}: Sales['goods'][number]): GoodsRow => ({
  ...{ skuId, picture, name, choice, figure: `${pieces} 件` },
  words: [
    netText(amount),
    ...(profit === undefined ? [] : [`毛利 ${netText(profit)}`]),
    ...(stock === undefined ? [] : [stock === 0 ? '已售罄' : `剩 ${stock}`]),
    ...(daysLeft === undefined || stock === 0 ? [] : [daysLeft > 365 ? '够卖一年以上' : `够卖 ${daysLeft} 天`]),
  ].join(' · '),
});

const idleRow = ({ skuId, picture, name, choice, stock, worth }: Sales['idle'][number]): GoodsRow => ({
  ...{ skuId, picture, name, choice, figure: `剩 ${stock}` },
  words: `按售价压着 ${netText(worth)}`,
});

const Row = ({ picture, name, choice, figure, words }: GoodsRow) => (
  <View className="goods-sales__row">
    <View className="goods-sales__picture">
      <Picture src={pictureUrl(picture)} alt="" />
    </View>
    <View className="goods-sales__words">
      <Text className="goods-sales__name">{[name, choice.join('，')].filter(Boolean).join(' ')}</Text>
      <Text className="goods-sales__faint">{words}</Text>
    </View>
    <Text className="goods-sales__figure">{figure}</Text>
  </View>
);
