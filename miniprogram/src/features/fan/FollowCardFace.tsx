import type { Output } from '@shared/contract';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '@/ui/Icon';
import './FollowCardFace.scss';

interface FollowCardFaceProps {
  id?: string;
  benefit: Output<'fan.getFollowCard'>['benefit'];
  /** The shop's own line. */
  text: string;
  /** What can be done with it, at its right edge. */
  children?: ReactNode;
}

/** How the way to a shop's account looks; the seller sees it before shoppers do. */
export function FollowCardFace({ id, benefit, text, children }: FollowCardFaceProps) {
  const gives = benefitText[benefit];
  return (
    <View {...(id && { id })} className="follow-card">
      <View className="follow-card__seal">
        <Icon name="volume" size={20} />
      </View>
      <View className="follow-card__words">
        <View className="follow-card__title">
          <Text>关注我们的公众号</Text>
          {gives && <Text className="follow-card__gives">{gives}</Text>}
        </View>
        <Text className="follow-card__text">{text || '新品、文章和店里的消息'}</Text>
      </View>
      {children}
    </View>
  );
}

/** What followers have, as a word beside the way to the account; never as its reward. */
const benefitText: Record<FollowCardFaceProps['benefit'], string> = {
  off: '',
  welcomeCoupon: '新会员礼券',
  followerPrice: '会员价',
};
