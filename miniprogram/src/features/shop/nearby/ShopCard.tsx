import { Text, View } from '@tarojs/components';
import { pictureUrl } from '@/platform/pictureUrl';
import { Button, IconButton } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import { Tag } from '@/ui/Tag';
import type { CardShop } from './CardShop';
import { opensText } from './openText';
import { tradeIcon } from './tradeIcon';
import { tradeText } from './tradeText';
import './ShopCard.scss';

/** What can be done with a shop of the list. */
export interface ShopDeeds {
  onChoose(shop: CardShop): void;
  /** The way there. */
  onGo(shop: CardShop): void;
  /** Into the shop. */
  onVisit(shop: CardShop): void;
  onFavourite(shop: CardShop): void;
}

interface ShopCardProps extends ShopDeeds {
  shop: CardShop;
  /** `120 米`, and `步行约 2 分钟` where somebody would walk. */
  distance: { text: string; walk: string | undefined };
  chosen: boolean;
  favourite: boolean;
  /** The person passed it today. */
  passed?: boolean;
}

/** A shop nearby: what it is, whether it is open, how far. The chosen one is marked and says what to do next. */
export function ShopCard({ shop, distance, chosen, favourite, passed, ...deeds }: ShopCardProps) {
  const { onChoose, onGo, onVisit, onFavourite } = deeds;
  const { shopId, name } = shop;
  return (
    <View id={`near-${shopId}`} className={`near-card ${chosen ? 'near-card--on' : ''}`}>
      <Pressable id={`card-${shopId}`} className="near-card__main" onPress={() => onChoose(shop)}>
        <View className="near-card__sign">
          {shop.logo ? <Picture src={pictureUrl(shop.logo)} alt="" /> : <Icon name={tradeIcon[shop.trade]} size={26} />}
        </View>
        <View className="near-card__words">
          <View className="near-card__line">
            <Text className="near-card__name">{name}</Text>
            {favourite && <Icon name="heart" size={14} />}
            {passed && <Tag text="今天路过" />}
          </View>
          <View className="near-card__line near-card__line--facts">
            {shop.openNow !== undefined && <OpenTag openNow={shop.openNow} />}
            <Text className="near-card__fact">{`${tradeText[shop.trade]}${hoursOf(shop)}`}</Text>
          </View>
          {shop.address && <Text className="near-card__address">{shop.address}</Text>}
        </View>
        <View className="near-card__way">
          <Text className="near-card__distance">{distance.text}</Text>
          {distance.walk && <Text className="near-card__walk">{distance.walk}</Text>}
        </View>
      </Pressable>
      {chosen && (
        <View className="near-card__deeds">
          <Button id="shop-go" size="s" icon="navigation" onPress={() => onGo(shop)}>
            去这里
          </Button>
          <Button id="shop-visit" size="s" kind="second" icon="store" onPress={() => onVisit(shop)}>
            进店看看
          </Button>
          <View className="near-card__gap" />
          <IconButton
            id="shop-favourite"
            icon="heart"
            label={favourite ? `取消收藏${name}` : `收藏${name}`}
            className={`near-card__heart ${favourite ? 'near-card__heart--on' : ''}`}
            onPress={() => onFavourite(shop)}
          />
        </View>
      )}
    </View>
  );
}

const OpenTag = ({ openNow }: { openNow: boolean }) =>
  openNow ? <Tag tone="jade" text="营业中" /> : <Tag tone="plain" text="休息中" />;

function hoursOf({ openNow, opensAt, hours }: CardShop): string {
  if (openNow === false && opensAt !== undefined) return ` · ${opensText(opensAt, Date.now())}`;
  return hours ? ` · ${hours}` : '';
}
