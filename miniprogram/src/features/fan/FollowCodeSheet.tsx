import { Text, View } from '@tarojs/components';
import { ErrorBlank } from '@/ui/Blank';
import { ScannableCode } from '@/ui/ScannableCode';
import { Sheet } from '@/ui/Sheet';
import { Skeleton } from '@/ui/Skeleton';
import './FollowCodeSheet.scss';
import { refusalText } from './refusalText';
import { type FollowCodeWanted, useFollowCode } from './useFollowCode';

/** The QR code of the shop's account for this shopper alone, to press long or to scan with another phone. */
export function FollowCodeSheet({ onClose, ...wanted }: FollowCodeWanted & { onClose(): void }) {
  const { data, refusal, fault, refresh } = useFollowCode(wanted);
  return (
    <Sheet open title="店铺公众号" onClose={onClose}>
      <View className="follow-code">
        {data && (
          <>
            <ScannableCode text={data.text} label="公众号二维码" />
            <Text className="follow-code__hint">长按识别，或用另一部手机的微信扫一扫</Text>
            <Text className="follow-code__small">二维码只属于您，20 分钟内有效</Text>
          </>
        )}
        {refusal && (
          <Text id="follow-code-trouble" className="follow-code__hint">
            {refusal.code === 'NO_RIGHT' ? noCodes : refusalText(refusal)}
          </Text>
        )}
        {fault && !data && <ErrorBlank onRetry={() => void refresh()} />}
        {!data && !refusal && !fault && <Skeleton width="200px" height="200px" />}
      </View>
    </Sheet>
  );
}

/** What a shopper is told of an account that can make no codes; the reason is its owner's to know. */
const noCodes = '暂时没有二维码，可以在微信里搜索店铺的名字';
