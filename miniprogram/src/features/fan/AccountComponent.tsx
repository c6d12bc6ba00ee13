import { OfficialAccount, View } from '@tarojs/components';
import './FollowCardFace.scss';

/** WeChat's own card of the mini program's account; `onError` when WeChat shows none after all. One a page. */
export function AccountComponent({ onError }: { onError(): void }) {
  return (
    <View className="follow-card follow-card--component">
      <OfficialAccount onError={onError} />
    </View>
  );
}
