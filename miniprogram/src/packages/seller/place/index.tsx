import { Text, View } from '@tarojs/components';
import { placeOf } from '@/features/shop/nearby/markers';
import { PlacePicker } from '@/features/shop/nearby/PlacePicker';
import { ShopCard } from '@/features/shop/nearby/ShopCard';
import { type PlaceDraft, usePlaceForm } from '@/features/shop/nearby/usePlaceForm';
import { useRouteParams } from '@/platform/navigate';
import { Blank, ErrorBlank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Field, TextInput } from '@/ui/Field';
import { Panel } from '@/ui/Panel';
import { Screen } from '@/ui/Screen';
import { SkeletonList } from '@/ui/Skeleton';
import { TimeInput } from '@/ui/TimeInput';
import './index.scss';

/** Where the shop is, when it is open, how far it delivers, and what shoppers see of that. For its owner. */
export default function ShopPlacePage() {
  const { shopId } = useRouteParams('shopPlace');
  const form = usePlaceForm(shopId);
  const { saved, draft, isChanged, problem, busy } = form;
  if (saved.refusal || !shopId)
    return (
      <Screen>
        <Blank icon="store" title="只有店主能改店铺位置" />
      </Screen>
    );
  if (!draft)
    return <Screen>{saved.fault ? <ErrorBlank onRetry={() => void saved.refresh()} /> : <SkeletonList />}</Screen>;

  const save = (
    <Button id="save-place" wide busy={busy} disabled={!isChanged || problem !== undefined} onPress={form.save}>
      {isChanged ? '保存' : '没有改动'}
    </Button>
  );
  return (
    <Screen bar={save}>
      <PlacePicker
        place={placeOf(draft.place)}
        onPick={([longitude, latitude], name) =>
          form.change({ place: { longitude, latitude }, ...(name && { address: name }) })
        }
      />
      <Panel flush>
        <Field label="地址" problem={problem}>
          <TextInput
            id="place-address"
            label="地址"
            value={draft.address}
            placeholder="路名、门牌、楼层"
            maxLength={80}
            onChange={(address) => form.change({ address })}
          />
        </Field>
      </Panel>
      <Hours draft={draft} hours={draft.hours} onChange={form.change} />
      <Delivery metres={draft.deliveryMetres} onChange={(deliveryMetres) => form.change({ deliveryMetres })} />
      <Panel title="顾客看到的样子">
        <View id="place-preview" className="shop-place__preview">
          <ShopCard
            shop={{ ...draft, shopId, openNow: true, hours: hoursText(draft) ?? draft.hours }}
            distance={{ text: '120 米', walk: '步行约 2 分钟' }}
            chosen={false}
            favourite={false}
            {...onlyLookedAt}
          />
        </View>
      </Panel>
    </Screen>
  );
}

const usualHours = { from: '09:00', to: '21:00' };

function Hours({ draft: { daily }, hours, onChange }: HoursProps) {
  return (
    <Panel title="营业时间">
      {daily ? (
        <View className="shop-place__hours">
          <Text>每天</Text>
          <TimeInput
            id="hours-from"
            label="开门"
            value={daily.from}
            onChange={(from) => onChange({ daily: { ...daily, from } })}
          />
          <Text>到</Text>
          <TimeInput
            id="hours-to"
            label="关门"
            value={daily.to}
            onChange={(to) => onChange({ daily: { ...daily, to } })}
          />
          {daily.to <= daily.from && <Text className="shop-place__hint">次日</Text>}
        </View>
      ) : (
        <View className="shop-place__hours">
          <Text className="shop-place__hint">{hours}</Text>
          <Button id="hours-daily" size="s" kind="quiet" onPress={() => onChange({ daily: usualHours })}>
            改成每天一样
          </Button>
        </View>
      )}
    </Panel>
  );
}
interface HoursProps {
  draft: PlaceDraft;
  /** As it is saved, for people to read. */
  hours: string;
  onChange(change: Partial<PlaceDraft>): void;
}

const radii = [0, 1_000, 3_000, 5_000, 10_000];

function Delivery({ metres, onChange }: { metres: number; onChange(metres: number): void }) {
  // What somebody set before stays among the choices.
  const all = [...new Set([...radii, metres])].sort((a, b) => a - b);
  return (
    <Panel title="自己送货">
      <Choices
        id="delivery"
        choices={all.map((each) => ({ key: String(each), text: each === 0 ? '不送' : `${each / 1_000} 公里内` }))}
        chosen={String(metres)}
        onChoose={(key) => onChange(Number(key))}
      />
      <Text className="shop-place__hint">配送费和起送价不变；刚开始送的店先按免费送。</Text>
    </Panel>
  );
}

const hoursText = ({ daily }: PlaceDraft): string | undefined => daily && `${daily.from}–${daily.to}`;

const nothing = () => undefined;
const onlyLookedAt = { onChoose: nothing, onGo: nothing, onVisit: nothing, onFavourite: nothing };
