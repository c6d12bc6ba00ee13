import { Text, View } from '@tarojs/components';
import { hasSettings, openSettings } from '@/platform/openSettings';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { distanceText } from './distanceText';
import type { Town } from './towns';
import type { Because, MyPlace } from './useMyPlace';
import './PlaceNotice.scss';

interface PlaceNoticeProps {
  mine: MyPlace;
  /** The nearest town with shops, if the person is far from all of them. */
  far: { town: Town; metres: number } | undefined;
  onTown(): void;
  onRetry(): void;
}

/** Says why the list does not begin where the person is, and what to do about it; nothing where it does. */
export function PlaceNotice({ mine, far, onTown, onRetry }: PlaceNoticeProps) {
  const words = far ? `最近有店的地方是${far.town.name}，离您 ${distanceText(far.metres)}` : noticeOf(mine);
  if (!words) return null;
  const denied = mine.state === 'unknown' && mine.because === 'denied';
  const canRetry = mine.state === 'unknown' && mine.because !== 'notAsked' && (!denied || hasSettings);
  const retry = async () => {
    if (denied) await openSettings();
    onRetry();
  };
  return (
    <View className="place-notice" role="status">
      <Icon name={far ? 'map' : 'map-off'} size={18} />
      <Text id="place-notice" className="place-notice__words">
        {words}
      </Text>
      <Pressable id="pick-town" className="place-notice__deed" onPress={onTown}>
        选地点
      </Pressable>
      {canRetry && (
        <Pressable id="locate-again" className="place-notice__deed" onPress={() => void retry()}>
          {denied ? '去开启' : '重试'}
        </Pressable>
      )}
    </View>
  );
}

const noticeOf = (mine: MyPlace): string | undefined => (mine.state === 'unknown' ? reasons[mine.because] : undefined);

const reasons: Record<Because, string> = {
  denied: '没有位置权限，不知道您在哪儿',
  off: '手机的定位没有打开',
  timeout: '定位没有回音',
  notAsked: '选个地点，看那一带的店',
};
