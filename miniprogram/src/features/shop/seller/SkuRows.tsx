import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Panel } from '@/ui/Panel';
import { Pressable } from '@/ui/Pressable';
import { Problem } from '@/ui/Problem';
import { fillAll, type ProductDraft, rowsOf, type SkuDraft } from './productDraft';
import { SkuForm } from './SkuForm';
import './SkuRows.scss';

interface SkuRowsProps {
  draft: ProductDraft;
  problem: string | undefined;
  onChange(change: (draft: ProductDraft) => ProductDraft): void;
}

/** Key of the form that fills all rows. */
const all = 'all';

/** Every choice of the product with its price and stock; a tap edits one, a button fills all. */
export function SkuRows({ draft, problem, onChange }: SkuRowsProps) {
  const [editing, edit] = useState<string>();
  const rows = rowsOf(draft);
  const row = editing === all ? rows[0] : rows.find(({ key }) => key === editing);
  const take = (typed: SkuDraft) => {
    edit(undefined);
    if (editing === undefined) return;
    if (editing === all) onChange((now) => fillAll(now, filled(typed)));
    else onChange((now) => ({ ...now, skus: { ...now.skus, [editing]: typed } }));
  };
  return (
    <Panel title="价格与库存" flush>
      {rows.map(({ choice, key, sku }, index) => (
        <Pressable
          key={key}
          id={`sku-row-${index}`}
          className={`sku-rows__row ${sku.off ? 'sku-rows__row--off' : ''}`}
          label={`${choice.join(' ')}，${rowText(sku)}，点开修改`}
          onPress={() => edit(key)}
        >
          <Text className="sku-rows__choice">{choice.join('，') || '价格与库存'}</Text>
          <Text className={`sku-rows__text ${sku.price || sku.off ? '' : 'sku-rows__text--open'}`}>{rowText(sku)}</Text>
          <Icon name="right" size={16} />
        </Pressable>
      ))}
      <View className="sku-rows__foot">
        {rows.length > 1 && (
          <Button id="fill-skus" size="s" kind="second" onPress={() => edit(all)}>
            批量设置
          </Button>
        )}
        <Problem text={problem} />
      </View>
      {editing && row && (
        <SkuForm
          key={editing}
          title={editing === all ? `批量设置 ${rows.length} 种` : row.choice.join('，') || '价格与库存'}
          sku={editing === all ? blank : row.sku}
          {...(editing === all && { partly: true })}
          onDone={take}
          onClose={() => edit(undefined)}
        />
      )}
    </Panel>
  );
}

const rowText = ({ off, price, stock, stocked }: SkuDraft): string => {
  if (off) return '不卖';
  if (!price) return '待定价';
  return `¥${price} · ${stocked === undefined ? `库存 ${stock || '待填'}` : `现有 ${stocked} 件`}`;
};

const blank: SkuDraft = {
  ...{ price: '', wasPrice: '', followerPrice: '', cost: '', stock: '', grams: '', lowAt: '', barcode: '', off: false },
};

/** What was typed of a form that fills all; what was left empty stays as it is everywhere. */
const filled = ({ off: _off, stocked: _stocked, barcode: _barcode, ...typed }: SkuDraft): Partial<SkuDraft> =>
  Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ''));
