import { View } from '@tarojs/components';
import { Field, TextInput } from '@/ui/Field';
import { Panel } from '@/ui/Panel';
import { PicturePicker } from '@/ui/PicturePicker';
import { Problem } from '@/ui/Problem';
import { TextArea } from '@/ui/TextArea';
import { BannerFields } from './BannerFields';
import { CategoryFields } from './CategoryFields';
import type { FrontDraft, frontProblems } from './frontDraft';

interface FrontFormProps {
  shopId: string;
  draft: FrontDraft;
  problems: ReturnType<typeof frontProblems>;
  onChange(change: (draft: FrontDraft) => FrontDraft): void;
}

/** What shoppers see first of a shop, as its people write it. */
export function FrontForm({ shopId, draft, problems, onChange }: FrontFormProps) {
  const set = (part: Partial<FrontDraft>) => onChange((now) => ({ ...now, ...part }));
  return (
    <View>
      <Panel title="店标">
        <PicturePicker
          fileIds={draft.logo ? [draft.logo] : []}
          most={1}
          onChange={(change) => set({ logo: change(draft.logo ? [draft.logo] : [])[0] ?? '' })}
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
            onChange={(name) => set({ name })}
          />
        </Field>
        <Field label="招牌语">
          <TextInput
            id="front-slogan"
            label="招牌语"
            value={draft.slogan}
            placeholder="店名下面的一句话，可不填"
            maxLength={30}
            onChange={(slogan) => set({ slogan })}
          />
        </Field>
      </Panel>
      <Panel title="公告">
        <TextArea
          id="front-notice"
          value={draft.notice}
          placeholder="如：国庆期间照常发货。可不填"
          maxLength={120}
          onChange={(notice) => set({ notice })}
        />
      </Panel>
      <BannerFields
        shopId={shopId}
        banners={draft.banners}
        onChange={(change) => onChange((now) => ({ ...now, banners: change(now.banners) }))}
      />
      <CategoryFields
        categories={draft.categories}
        problem={problems.categories}
        onChange={(categories) => set({ categories })}
      />
    </View>
  );
}
