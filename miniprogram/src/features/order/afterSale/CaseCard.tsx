import type { Output } from '@shared/contract';
import { yuanText } from '@shared/kernel/money';
import type { CaseStatus } from '@shared/order/afterSale';
import { carriers } from '@shared/order/carriers';
import { Text, View } from '@tarojs/components';
import type { ComponentProps, ReactNode } from 'react';
import { copyText } from '@/platform/copyText';
import { IconButton } from '@/ui/Button';
import { Tag } from '@/ui/Tag';
import { caseKindText, caseReasonText, caseStatusText } from '../caseText';
import { momentText } from '../momentText';
import { CasePictures } from './CasePictures';
import type { CaseView } from './caseProgress';
import './CaseCard.scss';

interface CaseCardProps {
  one: CaseView;
  lines: Output<'order.getOrder'>['lines'];
  /** What the one who looks at it is told about how it stands. */
  progress?: string;
  /** What the one who looks at it can do about it. */
  children?: ReactNode;
}

/** One after-sale case: what is asked for, how it stands, what was said. */
export function CaseCard({ one, lines, progress, children }: CaseCardProps) {
  const { caseId, kind, status, reason, text, pictures, by, askedAt, answer, returnParcel } = one;
  const pieces = one.lines.map(({ skuId, quantity }) => {
    const line = lines.find((each) => each.skuId === skuId);
    return [line?.name ?? skuId, ...(line?.choice ?? []), `× ${quantity}`].join(' ');
  });
  return (
    <View id={`case-${caseId}`} className="case-card">
      <View className="case-card__head">
        <Text className="case-card__kind">{by === 'seller' ? '店家退款' : caseKindText[kind]}</Text>
        {kind !== 'exchange' && <Text className="case-card__amount">{yuanText(one.amount)}</Text>}
        <View className="case-card__status">
          <Tag text={caseStatusText[status]} tone={toneOf[status]} />
        </View>
      </View>
      {progress && <Text className="case-card__progress">{progress}</Text>}
      {answer && <View className="case-card__answer">{`店家：${answer}`}</View>}
      <Words label="商品">{pieces.join('；')}</Words>
      <Words label="原因">{[by === 'shopper' && caseReasonText[reason], text].filter(Boolean).join('，')}</Words>
      {returnParcel && (
        <Words label="寄回">
          {`${carriers[returnParcel.carrier]} ${returnParcel.trackingNumber}`}
          <IconButton
            icon="copy"
            size={16}
            label="复制寄回单号"
            className="case-card__copy"
            onPress={() => void copyText(returnParcel.trackingNumber)}
          />
        </Words>
      )}
      <Words label="时间">{momentText(askedAt)}</Words>
      {pictures.length > 0 && <CasePictures fileIds={pictures} />}
      {children && <View className="case-card__acts">{children}</View>}
    </View>
  );
}

function Words({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View className="case-card__words">
      <Text className="case-card__label">{label}</Text>
      <View className="case-card__text">{children}</View>
    </View>
  );
}

const toneOf: Record<CaseStatus, NonNullable<ComponentProps<typeof Tag>['tone']>> = {
  requested: 'action',
  awaitingReturn: 'action',
  returning: 'gold',
  refunding: 'gold',
  refunded: 'jade',
  exchanged: 'jade',
  declined: 'plain',
  withdrawn: 'plain',
};
