import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { CheckRow } from '@/ui/CheckRow';
import { Choices } from '@/ui/Choices';
import { Field, TextInput } from '@/ui/Field';
import { Panel } from '@/ui/Panel';
import { FollowCardFace } from '../FollowCardFace';
import './BenefitForm.scss';
import type { BenefitDraft, BenefitKind, BenefitPlace, useBenefit } from './useBenefit';

interface BenefitFormProps {
  choice: ReturnType<typeof useBenefit>;
  /** The shop's coupons, of which one may be the welcome. */
  coupons: readonly { templateId: string; name: string }[];
}

/** What followers have: nothing, a coupon of the account, or the member's price; where it is shown, and how that looks. */
export function BenefitForm({ choice: { draft, wanted, isChanged, busy, change, save }, coupons }: BenefitFormProps) {
  if (!draft) return null;
  return (
    <Panel title="会员福利">
      <Choices<BenefitKind>
        id="benefit"
        choices={kinds}
        chosen={draft.kind}
        onChoose={(kind) => change({ kind, ...(kind === 'off' && { places: [] }) })}
      />
      <Text className="benefit__text">{explained[draft.kind]}</Text>
      {draft.kind === 'welcomeCoupon' && (
        <WelcomeChoice coupons={coupons} chosen={draft.templateId} onChoose={(templateId) => change({ templateId })} />
      )}
      {draft.kind !== 'off' && <Shown draft={draft} onChange={change} />}
      <Text className="benefit__title">顾客看到的样子</Text>
      <View id="benefit-preview" className="benefit__preview">
        <FollowCardFace benefit={draft.places.length > 0 ? draft.kind : 'off'} text={draft.text} />
      </View>
      <Button id="save-benefit" wide busy={busy} disabled={!isChanged} onPress={save}>
        {wanted ? (isChanged ? '保存' : '没有改动') : '先选一张礼券'}
      </Button>
    </Panel>
  );
}

const kinds: readonly { key: BenefitKind; text: string }[] = [
  { key: 'off', text: '不设' },
  { key: 'welcomeCoupon', text: '新会员礼券' },
  { key: 'followerPrice', text: '会员价' },
];

const explained: Record<BenefitKind, string> = {
  off: '只展示公众号，不说福利。购买从不以关注为条件。',
  welcomeCoupon:
    '有人成为公众号粉丝时，由公众号自动发一张，每人一辈子一张。张数算在这张券的总数里；不想让别人自己领，可以在优惠券里暂停领取。',
  followerPrice: '粉丝下单时按会员价结算，取消关注就恢复原价。哪些商品有会员价，在下面设置。',
};

function WelcomeChoice({ coupons, chosen, onChoose }: WelcomeChoiceProps) {
  if (coupons.length === 0) return <Text className="benefit__text">还没有优惠券，请先到「优惠券」里新建一张</Text>;
  return (
    <Choices
      id="welcome"
      choices={coupons.map(({ templateId, name }) => ({ key: templateId, text: name }))}
      chosen={chosen ?? ''}
      onChoose={onChoose}
    />
  );
}
interface WelcomeChoiceProps {
  coupons: BenefitFormProps['coupons'];
  chosen: string | undefined;
  onChoose(templateId: string): void;
}

const placeText: Record<BenefitPlace, string> = { home: '在店铺首页展示', product: '在商品页展示' };

function Shown({ draft, onChange }: { draft: BenefitDraft; onChange(part: Partial<BenefitDraft>): void }) {
  return (
    <>
      {(['home', 'product'] as const).map((place) => (
        <CheckRow
          key={place}
          id={`benefit-at-${place}`}
          text={placeText[place]}
          checked={draft.places.includes(place)}
          onChange={(on) =>
            onChange({
              places: (['home', 'product'] as const).filter((each) =>
                each === place ? on : draft.places.includes(each),
              ),
            })
          }
        />
      ))}
      <View className="benefit__field">
        <Field label="介绍">
          <TextInput
            id="benefit-text"
            label="介绍"
            value={draft.text}
            placeholder="选填，如：每周三上新"
            maxLength={30}
            onChange={(text) => onChange({ text })}
          />
        </Field>
      </View>
    </>
  );
}
