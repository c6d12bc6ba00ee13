import type { Output } from '@shared/contract';
import { yuanText } from '@shared/kernel/money';
import { Text, View } from '@tarojs/components';
import dayjs from 'dayjs';
import { open } from '@/platform/navigate';
import { ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { TextInput } from '@/ui/Field';
import { Panel } from '@/ui/Panel';
import { Pressable } from '@/ui/Pressable';
import { SkeletonList } from '@/ui/Skeleton';
import { Tag } from '@/ui/Tag';
import { TextArea } from '@/ui/TextArea';
import { classText, sourceText } from './customerText';
import './CustomerDetail.scss';
import { useCustomer } from './useCustomer';

type Customer = Output<'crm.getCustomer'>;
const mostTags = 20;
const dayText = (moment: number): string => dayjs(moment).format('YYYY-MM-DD');

/** All that a shop knows of one customer, and what it writes about them. */
export function CustomerDetail({ shopId, customerId }: { shopId: string; customerId: string }) {
  const page = useCustomer(shopId, customerId);
  const { data, loading, refresh } = page.customer;
  if (loading) return <SkeletonList />;
  if (!data) return <ErrorBlank onRetry={() => void refresh()} />;
  return (
    <View>
      <Facts customer={data} />
      <Tags customer={data} page={page} />
      <Panel title="最近的订单">
        {data.lastOrders.length === 0 && <Text className="customer-detail__none">还没有订单</Text>}
        {data.lastOrders.map(({ orderId, goods, toPay, placedAt }) => (
          <Pressable
            key={orderId}
            role="link"
            className="customer-detail__line"
            onPress={() => open('shopOrder', { shopId, orderId })}
          >
            <Text className="customer-detail__goods">{goods}</Text>
            <Text className="customer-detail__side">{`${yuanText(toPay)} · ${dayText(placedAt)}`}</Text>
          </Pressable>
        ))}
      </Panel>
      {data.coupons.length > 0 && (
        <Panel title="手里的优惠券">
          {data.coupons.map(({ couponId, name, scopeText, validUntil }) => (
            <View key={couponId} className="customer-detail__line">
              <Text className="customer-detail__goods">{`${name} · ${scopeText}`}</Text>
              <Text className="customer-detail__side">{`${dayText(validUntil)} 到期`}</Text>
            </View>
          ))}
        </Panel>
      )}
      <Notes customer={data} page={page} />
    </View>
  );
}

function Facts({ customer }: { customer: Customer }) {
  const { name, phoneTail, follows, rfm, r, f, m, orders, amount, firstPaidAt, lastPaidAt, muted } = customer;
  const facts: [string, string][] = [
    ['消费', orders > 0 ? `${orders} 单，共 ${yuanText(amount)}` : '还没有买过'],
    ...(firstPaidAt !== undefined ? [['首次购买', dayText(firstPaidAt)] as [string, string]] : []),
    ...(lastPaidAt !== undefined ? [['最近购买', dayText(lastPaidAt)] as [string, string]] : []),
    ['最近来自', sourceText[customer.last?.source ?? customer.source]],
    ...(customer.first ? [['最早来自', sourceText[customer.first.source]] as [string, string]] : []),
    ...(orders > 0 ? [['最近·次数·金额', `${r} · ${f} · ${m}（满分 5）`] as [string, string]] : []),
    ...(muted ? [['群发', '不想收到'] as [string, string]] : []),
  ];
  return (
    <Panel>
      <View className="customer-detail__head">
        <Text id="customer-name" className="customer-detail__name">
          {phoneTail ? `${name} · ${phoneTail}` : name}
        </Text>
        <Tag text={classText[rfm]} tone={rfm === 'notBought' ? 'plain' : 'gold'} />
        {follows && <Tag text="已关注" tone="jade" />}
      </View>
      {facts.map(([label, text]) => (
        <View key={label} className="customer-detail__line">
          <Text className="customer-detail__side">{label}</Text>
          <Text>{text}</Text>
        </View>
      ))}
    </Panel>
  );
}

type Page = ReturnType<typeof useCustomer>;

function Tags({ customer: { tags }, page }: { customer: Customer; page: Page }) {
  const { tag, typeTag, saveTags } = page;
  const typed = tag.trim();
  const isNew = typed !== '' && !tags.includes(typed) && tags.length < mostTags;
  return (
    <Panel title="标签">
      <View className="customer-detail__tags">
        {tags.map((each) => (
          <Pressable
            key={each}
            label={`去掉标签${each}`}
            className="customer-detail__tag"
            onPress={() => void saveTags.run(tags.filter((other) => other !== each))}
          >
            <Text>{`${each} ×`}</Text>
          </Pressable>
        ))}
      </View>
      <View className="customer-detail__entry">
        <TextInput
          id="customer-tag"
          label="新标签"
          value={tag}
          placeholder="如：茶友"
          maxLength={12}
          onChange={typeTag}
        />
        <Button
          id="add-tag"
          size="s"
          kind="second"
          disabled={!isNew}
          busy={saveTags.busy}
          onPress={() => void saveTags.run([...tags, typed])}
        >
          加上
        </Button>
      </View>
    </Panel>
  );
}

function Notes({ customer: { notes }, page }: { customer: Customer; page: Page }) {
  const { note, typeNote, saveNote } = page;
  return (
    <Panel title="备注（只有店里看得到）">
      <TextArea
        id="customer-note"
        value={note}
        placeholder="记下口味、忌口、答应过的事"
        maxLength={200}
        onChange={typeNote}
      />
      <Button
        id="add-note"
        size="s"
        kind="second"
        disabled={note.trim() === ''}
        busy={saveNote.busy}
        onPress={() => void saveNote.run()}
      >
        记下
      </Button>
      {notes.map(({ noteId, text, at }) => (
        <View key={noteId} className="customer-detail__note">
          <Text>{text}</Text>
          <Text className="customer-detail__side">{dayText(at)}</Text>
        </View>
      ))}
    </Panel>
  );
}
