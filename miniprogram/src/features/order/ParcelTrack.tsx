import { type ParcelProgress, parcelSteps } from '@shared/order/parcelProgress';
import { Text, View } from '@tarojs/components';
import './ParcelTrack.scss';

/** The way of one parcel and how far it is; nothing when nobody knows. */
export function ParcelTrack({ progress }: { progress: ParcelProgress | undefined }) {
  if (!progress || progress === 'unknown') return null;
  if (progress === 'trouble' || progress === 'returning')
    return <Text className="parcel-track__trouble">{troubleText[progress]}</Text>;

  const at = parcelSteps.indexOf(progress);
  return (
    <View className="parcel-track" ariaLabel={`包裹${stepText[progress]}`}>
      {parcelSteps.map((step, index) => (
        <View key={step} className={`parcel-track__step ${classAt(index - at)}`}>
          <View className="parcel-track__dot" />
          <Text className="parcel-track__name">{stepText[step]}</Text>
        </View>
      ))}
    </View>
  );
}

function classAt(distance: number): string {
  if (distance === 0) return 'parcel-track__step--now';
  return distance < 0 ? 'parcel-track__step--done' : '';
}

const stepText: Record<(typeof parcelSteps)[number], string> = {
  waiting: '待揽收',
  pickedUp: '已揽收',
  underWay: '运输中',
  delivering: '派送中',
  delivered: '已签收',
};

const troubleText = { trouble: '包裹遇到异常，请联系店家或快递公司', returning: '包裹正在退回店家' };
