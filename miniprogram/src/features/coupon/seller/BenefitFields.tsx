import { Field, TextInput } from '@/ui/Field';
import { GiftFields } from './GiftFields';
import type { TemplateDraft, templateProblems } from './templateDraft';

interface BenefitFieldsProps {
  shopId: string;
  draft: TemplateDraft;
  problems: ReturnType<typeof templateProblems>;
  onChange(part: Partial<TemplateDraft>): void;
}

/** What a coupon gives, and from when on. */
export function BenefitFields({ shopId, draft, problems, onChange }: BenefitFieldsProps) {
  return (
    <>
      {draft.kind === 'amount' && (
        <Field label="减（元）" problem={problems.off}>
          <TextInput
            id="template-off"
            label="减多少元"
            type="number"
            value={draft.off}
            placeholder="如 10"
            maxLength={5}
            onChange={(off) => onChange({ off })}
          />
        </Field>
      )}
      {draft.kind === 'percent' && (
        <>
          <Field label="打几折" problem={problems.rate}>
            <TextInput
              id="template-rate"
              label="打几折"
              type="digit"
              value={draft.rate}
              placeholder="如 8.5"
              maxLength={3}
              onChange={(rate) => onChange({ rate })}
            />
          </Field>
          <Field label="最多减" problem={problems.most}>
            <TextInput
              id="template-most"
              label="最多减多少元"
              type="number"
              value={draft.most}
              placeholder="元，如 30"
              maxLength={5}
              onChange={(most) => onChange({ most })}
            />
          </Field>
        </>
      )}
      {draft.kind === 'gift' && <GiftFields shopId={shopId} draft={draft} problems={problems} onChange={onChange} />}
      <Field label="满（元）" problem={problems.from}>
        <TextInput
          id="template-from"
          label="满多少元可用"
          type="number"
          value={draft.from}
          placeholder="不填为无门槛"
          maxLength={5}
          onChange={(from) => onChange({ from })}
        />
      </Field>
    </>
  );
}
