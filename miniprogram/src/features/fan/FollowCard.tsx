import type { FollowPlace } from '@shared/traffic/followPlaces';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { entryScene } from '@/platform/entryScene';
import { openAccountProfile } from '@/platform/openAccountProfile';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { AccountComponent } from './AccountComponent';
import { benefitText } from './benefitText';
import './FollowCard.scss';
import { FollowCodeSheet } from './FollowCodeSheet';

interface FollowCardProps {
  shopId: string;
  /** Where it stands; a follow is counted there. */
  place: FollowPlace;
  articleId?: string;
}

/**
 * The way to the shop's official account, in neutral words: WeChat's own component, the account's page, or a QR code,
 * whichever fits. Nothing for whoever follows, and where there is no account or nobody to ask.
 */
export function FollowCard({ shopId, place, articleId }: FollowCardProps) {
  const scene = entryScene();
  const { data } = useCall('fan.getFollowCard', { shopId, place, ...(scene !== undefined && { scene }) });
  const [showsCode, showCode] = useState(false);
  const [componentFails, failComponent] = useState(false);
  const card = data?.card;
  const visit = useAction(async () => {
    const opened = card?.way === 'profile' && (await openAccountProfile(card.originalId));
    if (!opened) showCode(true);
  });

  if (!card || card.way === 'none') return null;
  if (card.way === 'component' && !componentFails) return <AccountComponent onError={() => failComponent(true)} />;
  const gives = benefitText[data.benefit];
  return (
    <View id={`follow-card-${place}`} className="follow-card">
      <View className="follow-card__seal">
        <Icon name="volume" size={20} />
      </View>
      <View className="follow-card__words">
        <View className="follow-card__title">
          <Text>关注我们的公众号</Text>
          {gives && <Text className="follow-card__gives">{gives}</Text>}
        </View>
        <Text className="follow-card__text">{data.text || '新品、文章和店里的消息'}</Text>
      </View>
      <Button id={`follow-${place}`} size="s" kind="second" busy={visit.busy} onPress={() => void visit.run()}>
        去关注
      </Button>
      {showsCode && (
        <FollowCodeSheet
          shopId={shopId}
          place={place}
          {...(articleId && { articleId })}
          onClose={() => showCode(false)}
        />
      )}
    </View>
  );
}
