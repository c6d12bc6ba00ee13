import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { Tag } from '@/ui/Tag';
import { CouponTicket } from '../CouponTicket';
import { periodText, validityText } from '../validityText';
import type { ShownTemplate } from './templateDraft';
import './TemplateCard.scss';

interface TemplateCardProps {
  template: ShownTemplate;
  busy: boolean;
  onPause(): void;
  /** Only for who may edit. */
  onEdit?(): void;
}

/** One of a shop's coupons: the ticket, how far it got, and what can be done. */
export function TemplateCard({ template, busy, onPause, onEdit }: TemplateCardProps) {
  const { templateId, name, claimFrom, claimUntil, validity, paused, given, spent, budget } = template;
  const state = stateOf(template, Date.now());
  const part = Math.round((100 * given) / budget);
  return (
    <View className="template-card">
      <CouponTicket coupon={template} hint={validityText(validity)} off={state !== claimable}>
        <Tag text={state} tone={state === claimable ? 'jade' : 'plain'} />
      </CouponTicket>
      <View className="template-card__more">
        <View className="template-card__bar">
          <View className="template-card__done" style={{ width: `${part}%` }} />
        </View>
        <View className="template-card__row">
          <Text id={`template-figures-${templateId}`}>{`已领 ${given} / ${budget} · 已用 ${spent}`}</Text>
          <Text>{`领取 ${periodText(claimFrom, claimUntil)}`}</Text>
        </View>
        <View className="template-card__deeds">
          {onEdit && (
            <Button id={`edit-${templateId}`} size="s" kind="second" label={`修改${name}`} onPress={onEdit}>
              修改
            </Button>
          )}
          <Button
            id={`pause-${templateId}`}
            size="s"
            kind="second"
            busy={busy}
            label={paused ? `恢复领取${name}` : `暂停领取${name}`}
            onPress={onPause}
          >
            {paused ? '恢复领取' : '暂停领取'}
          </Button>
        </View>
      </View>
    </View>
  );
}

const claimable = '领取中';

/** Where it stands, for the seller. */
function stateOf({ paused, claimFrom, claimUntil, given, budget }: ShownTemplate, now: number): string {
  if (claimUntil <= now) return '已结束';
  if (paused) return '已暂停';
  if (given >= budget) return '已领完';
  return claimFrom > now ? '未开始' : claimable;
}
