import type { Benefit } from '@shared/coupon/terms';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Field, TextInput } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { BenefitFields } from './BenefitFields';
import { asBefore, claimDayChoices, type TemplateDraft, templateProblems, validDayChoices } from './templateDraft';
import './TemplateForm.scss';

interface TemplateFormProps {
  shopId: string;
  draft: TemplateDraft;
  categories: readonly { categoryId: string; name: string }[];
  busy: boolean;
  onChange(part: Partial<TemplateDraft>): void;
  onSave(): void;
  onClose(): void;
}

/** Writes one of a shop's coupons. Problems are shown at their fields once somebody tries to save. */
export function TemplateForm({ shopId, draft, categories, busy, onChange, onSave, onClose }: TemplateFormProps) {
  const [tried, setTried] = useState(false);
  const problems = tried ? templateProblems(draft) : {};
  const save = () => {
    setTried(true);
    if (Object.keys(templateProblems(draft)).length === 0) onSave();
  };
  return (
    <Sheet
      open
      title={draft.before ? '修改优惠券' : '新建优惠券'}
      onClose={onClose}
      bar={
        <Button id="template-save" wide busy={busy} onPress={save}>
          {draft.before ? '保存' : '发布，开始领取'}
        </Button>
      }
    >
      <Choices<Benefit['kind']>
        id="template-kind"
        choices={kinds}
        chosen={draft.kind}
        onChoose={(kind) => onChange({ kind })}
      />
      <View className="template-form">
        <Field label="名称" problem={problems.name}>
          <TextInput
            id="template-name"
            label="名称"
            value={draft.name}
            placeholder="如：见面礼"
            maxLength={20}
            onChange={(name) => onChange({ name })}
          />
        </Field>
        <BenefitFields shopId={shopId} draft={draft} problems={problems} onChange={onChange} />
        <Field label="总张数" problem={problems.budget}>
          <TextInput
            id="template-budget"
            label="总张数"
            type="number"
            value={draft.budget}
            placeholder="一共发多少张"
            maxLength={6}
            onChange={(budget) => onChange({ budget })}
          />
        </Field>
      </View>
      <ScopeChoice draft={draft} categories={categories} onChange={onChange} />
      <Days draft={draft} onChange={onChange} />
    </Sheet>
  );
}

const kinds: readonly { key: Benefit['kind']; text: string }[] = [
  { key: 'amount', text: '满减券' },
  { key: 'percent', text: '折扣券' },
  { key: 'freeShipping', text: '包邮券' },
  { key: 'gift', text: '赠品券' },
];

/** Which goods; some categories of the shop, or all. */
function ScopeChoice({ draft, categories, onChange }: Pick<TemplateFormProps, 'draft' | 'categories' | 'onChange'>) {
  if (draft.before?.scope.kind === 'products')
    return <Text className="template-form__title">{`适用商品：${draft.before.scopeText}`}</Text>;
  const [chosen = 'all'] = draft.categoryIds;
  const named = categories.filter(({ categoryId }) => draft.categoryIds.includes(categoryId));
  return (
    <>
      <Text className="template-form__title">适用商品</Text>
      <Choices
        id="template-scope"
        choices={[
          { key: 'all', text: '全店商品' },
          ...categories.map(({ categoryId, name }) => ({ key: categoryId, text: name })),
        ]}
        chosen={chosen}
        onChoose={(key) => onChange({ categoryIds: key === 'all' ? [] : [key] })}
      />
      {named.length > 1 && (
        <Text className="template-form__note">{`现适用 ${named.length} 类商品，重选后只留一类`}</Text>
      )}
    </>
  );
}

function Days({ draft, onChange }: Pick<TemplateFormProps, 'draft' | 'onChange'>) {
  const before = draft.before ? [{ key: String(asBefore), text: '不变' }] : [];
  const daysOf = (choices: readonly number[]) => [
    ...before,
    ...choices.map((days) => ({ key: String(days), text: `${days} 天` })),
  ];
  return (
    <>
      <Text className="template-form__title">{draft.before ? '从现在起，还能领' : '领取期限'}</Text>
      <Choices
        id="template-claim"
        choices={daysOf(claimDayChoices)}
        chosen={String(draft.claimDays)}
        onChoose={(days) => onChange({ claimDays: Number(days) })}
      />
      <Text className="template-form__title">领取后有效</Text>
      <Choices
        id="template-valid"
        choices={daysOf(validDayChoices)}
        chosen={String(draft.validDays)}
        onChoose={(days) => onChange({ validDays: Number(days) })}
      />
      <Text className="template-form__title">每人最多领</Text>
      <Choices
        id="template-each"
        choices={perPersonChoices(draft.perPerson).map((each) => ({ key: String(each), text: `${each} 张` }))}
        chosen={String(draft.perPerson)}
        onChoose={(each) => onChange({ perPerson: Number(each) })}
      />
    </>
  );
}

const perPersonChoices = (now: number): number[] => [...new Set([1, 2, 3, 5, now])].sort((a, b) => a - b);
