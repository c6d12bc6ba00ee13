import { messageKinds } from '@shared/crm/whyLeftOut';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '@/platform/useCall';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Field, TextInput } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { TextArea } from '@/ui/TextArea';
import './CampaignForm.scss';
import { CampaignPreview } from './CampaignPreview';
import { ConditionFields } from './ConditionFields';
import { type CampaignDraft, campaignProblems } from './campaignDraft';
import { kindHint, kindText } from './campaignText';
import { WhenFields } from './WhenFields';

interface CampaignFormProps {
  shopId: string;
  draft: CampaignDraft;
  busy: boolean;
  onChange(part: Partial<CampaignDraft>): void;
  onSend(): void;
  onClose(): void;
}

const kindChoices = messageKinds.map((key) => ({ key, text: kindText[key] }));
const gapChoices = ['3', '7', '15', '30'].map((key) => ({ key, text: `${key} 天` }));

/** Writes a campaign: to whom, what, when, how seldom; and shows whom it would reach. */
export function CampaignForm({ shopId, draft, busy, onChange, onSend, onClose }: CampaignFormProps) {
  const [tried, setTried] = useState(false);
  const problems = campaignProblems(draft, Date.now());
  const send = () => {
    setTried(true);
    if (Object.keys(problems).length === 0) onSend();
  };
  const bar = (
    <Button id="campaign-send" wide busy={busy} onPress={send}>
      {draft.startAt === undefined ? '发送' : '定时发送'}
    </Button>
  );
  return (
    <Sheet open title="群发" onClose={onClose} bar={bar}>
      <Field label="名称" problem={tried ? problems.name : undefined}>
        <TextInput
          id="campaign-name"
          label="名称"
          value={draft.name}
          placeholder="如：秋天上新，告诉老客"
          maxLength={20}
          onChange={(name) => onChange({ name })}
        />
      </Field>
      <Text className="campaign-form__title">发给谁</Text>
      <ConditionFields
        shopId={shopId}
        conditions={draft.conditions}
        onChange={(conditions) => onChange({ conditions })}
      />
      <Text className="campaign-form__title">发什么</Text>
      <Choices id="campaign-kind" choices={kindChoices} chosen={draft.kind} onChoose={(kind) => onChange({ kind })} />
      <Text className="campaign-form__hint">{kindHint[draft.kind]}</Text>
      <MessageFields shopId={shopId} draft={draft} problems={tried ? problems : {}} onChange={onChange} />
      <Text className="campaign-form__title">什么时候发</Text>
      <WhenFields draft={draft} problems={tried ? problems : {}} onChange={onChange} />
      <Text className="campaign-form__title">同一个人至少隔</Text>
      <Choices
        id="campaign-gap"
        choices={gapChoices}
        chosen={String(draft.gapDays)}
        onChoose={(key) => onChange({ gapDays: Number(key) })}
      />
      <CampaignPreview shopId={shopId} draft={draft} />
    </Sheet>
  );
}

function MessageFields({ shopId, draft, problems, onChange }: MessageFieldsProps) {
  if (draft.kind === 'coupon') return <CouponChoice shopId={shopId} {...{ draft, problems, onChange }} />;
  if (draft.kind === 'account') {
    return (
      <Field label="要说的话" problem={problems.text}>
        <TextArea
          id="campaign-text"
          value={draft.text}
          placeholder="如：新一批八年陈醋到店了"
          maxLength={300}
          onChange={(text) => onChange({ text })}
        />
      </Field>
    );
  }
  return (
    <>
      <Field label="标题" problem={problems.title}>
        <TextInput
          id="campaign-title"
          label="标题"
          value={draft.title}
          placeholder="如：八年陈醋到店"
          maxLength={20}
          onChange={(title) => onChange({ title })}
        />
      </Field>
      <Field label="说明" problem={problems.tip}>
        <TextInput
          id="campaign-tip"
          label="说明"
          value={draft.tip}
          placeholder="如：这周到店还有新的小米"
          maxLength={20}
          onChange={(tip) => onChange({ tip })}
        />
      </Field>
    </>
  );
}
interface MessageFieldsProps {
  shopId: string;
  draft: CampaignDraft;
  problems: ReturnType<typeof campaignProblems>;
  onChange(part: Partial<CampaignDraft>): void;
}

function CouponChoice({ shopId, draft, problems, onChange }: MessageFieldsProps) {
  const { data } = useCall('coupon.listCouponTemplates', { shopId });
  const templates = data?.templates ?? [];
  return (
    <Field label="优惠券" problem={problems.templateId}>
      {templates.length === 0 && <Text className="campaign-form__hint">店里还没有优惠券</Text>}
      <Choices
        id="campaign-coupon"
        choices={templates.map(({ templateId, name }) => ({ key: templateId, text: name }))}
        chosen={draft.templateId}
        onChoose={(templateId) => onChange({ templateId })}
      />
    </Field>
  );
}
