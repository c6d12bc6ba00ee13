import type { FollowPlace } from '@shared/traffic/followPlaces';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { entryScene } from '@/platform/entryScene';
import { openAccountProfile } from '@/platform/openAccountProfile';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { Button } from '@/ui/Button';
import { AccountComponent } from './AccountComponent';
import { FollowCardFace } from './FollowCardFace';
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
  return (
    <View className="follow-place">
      <FollowCardFace id={`follow-card-${place}`} benefit={data.benefit} text={data.text}>
        <Button id={`follow-${place}`} size="s" kind="second" busy={visit.busy} onPress={() => void visit.run()}>
          去关注
        </Button>
      </FollowCardFace>
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
