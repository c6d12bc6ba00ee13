import { View } from '@tarojs/components';
import { Field, TextInput } from '@/ui/Field';
import { Panel } from '@/ui/Panel';
import { PicturePicker } from '@/ui/PicturePicker';
import { Problem } from '@/ui/Problem';
import { TextArea } from '@/ui/TextArea';
import { CategoryFields } from './CategoryFields';
import type { FrontDraft, frontProblems } from './frontDraft';

interface FrontFormProps {
  draft: FrontDraft;
  problems: ReturnType<typeof frontProblems>;
  onChange(part: Partial<FrontDraft>): void;
}

/** What shoppers see first of a shop, as its people write it. */
export function FrontForm({ draft, problems, onChange }: FrontFormProps) {
  return (
    <View>
      <Panel title="店标">
        <PicturePicker
          fileIds={draft.logo ? [draft.logo] : []}
          most={1}
          onChange={(change) => onChange({ logo: change(draft.logo ? [draft.logo] : [])[0] ?? '' })}
        />
        <Problem text={problems.logo} />
      </Panel>
      <Panel flush>
        <Field label="店名" problem={problems.name}>
          <TextInput
            id="front-name"
            label="店名"
            value={draft.name}
            placeholder="顾客怎么称呼您的店"
            maxLength={20}
            onChange={(name) => onChange({ name })}
          />
        </Field>
        <Field label="招牌语">
          <TextInput
            id="front-slogan"
            label="招牌语"
            value={draft.slogan}
            placeholder="店名下面的一句话，可不填"
            maxLength={30}
            onChange={(slogan) => onChange({ slogan })}
          />
        </Field>
      </Panel>
      <Panel title="公告">
        <TextArea
          id="front-notice"
          value={draft.notice}
          placeholder="如：国庆期间照常发货。可不填"
          maxLength={120}
          onChange={(notice) => onChange({ notice })}
        />
      </Panel>
      <CategoryFields
        categories={draft.categories}
        problem={problems.categories}
        onChange={(categories) => onChange({ categories })}
      />
    </View>
  );
}
