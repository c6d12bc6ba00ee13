import { mostBanners } from '@shared/shop/mostBanners';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { choosePictures } from '@/platform/choosePictures';
import { pictureUrl } from '@/platform/pictureUrl';
import { uploadPicture } from '@/platform/uploadPicture';
import { useAction } from '@/platform/useAction';
import { Button, IconButton } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import './BannerFields.scss';
import { BannerTargetSheet } from './BannerTargetSheet';
import { type BannerDraft, raised } from './frontDraft';

interface BannerFieldsProps {
  shopId: string;
  banners: readonly BannerDraft[];
  /** Takes the change rather than the outcome: pictures arrive one after another. */
  onChange(change: (banners: readonly BannerDraft[]) => readonly BannerDraft[]): void;
}

/** A shop's banners in their order: a picture each, and where it leads. */
export function BannerFields({ shopId, banners, onChange }: BannerFieldsProps) {
  const [aiming, aim] = useState<number>();
  const adding = useAction(async () => {
    for (const local of await choosePictures(mostBanners - banners.length)) {
      const picture = await uploadPicture(local);
      onChange((before) => [...before, { picture, title: '', hidden: false }]);
    }
  });
  const chosen = aiming === undefined ? undefined : banners[aiming];
  return (
    <Panel title="横幅，按顾客看到的顺序">
      <Text className="banner-fields__hint">{`最多 ${mostBanners} 张，16:9 的横图最好看`}</Text>
      {banners.map((banner, index) => (
        <View key={banner.picture} className="banner-fields">
          <View className="banner-fields__picture">
            <Picture src={pictureUrl(banner.picture)} alt={`第 ${index + 1} 张横幅`} soon />
          </View>
          <Pressable
            id={`banner-target-${index}`}
            className="banner-fields__target"
            label={`第 ${index + 1} 张横幅：${targetText(banner)}，点开修改`}
            onPress={() => aim(index)}
          >
            <Text className="banner-fields__title">{targetText(banner)}</Text>
            {banner.hidden && <Text className="banner-fields__hidden">对方已下架，这张先不显示</Text>}
          </Pressable>
          <IconButton
            id={`banner-${index}-up`}
            icon="up"
            size={18}
            label={`上移第 ${index + 1} 张横幅`}
            disabled={index === 0}
            onPress={() => onChange((before) => raised(before, index))}
          />
          <IconButton
            icon="trash"
            size={18}
            label={`去掉第 ${index + 1} 张横幅`}
            onPress={() => onChange((before) => before.filter(({ picture }) => picture !== banner.picture))}
          />
        </View>
      ))}
      {banners.length < mostBanners && (
        <Button id="add-banner" size="s" kind="second" icon="plus" busy={adding.busy} onPress={() => void adding.run()}>
          加一张横幅
        </Button>
      )}
      {chosen && (
        <BannerTargetSheet
          shopId={shopId}
          banner={chosen}
          onClose={() => aim(undefined)}
          onChoose={(target) => {
            onChange((before) =>
              before.map((each) => (each.picture === chosen.picture ? { picture: each.picture, ...target } : each)),
            );
            aim(undefined);
          }}
        />
      )}
    </Panel>
  );
}

const targetText = ({ target, title }: BannerDraft): string => {
  if (!target) return '点了不跳转';
  return title === '' ? '打开的内容已经没有了' : `打开：${title}`;
};
