import { oneDay, startOfChinaDay } from '@shared/kernel/chinaTime';
import { Text, View } from '@tarojs/components';
import { Choices } from '@/ui/Choices';
import { MomentInput } from '@/ui/MomentInput';
import { Problem } from '@/ui/Problem';
import { TimeInput } from '@/ui/TimeInput';
import type { CampaignDraft, campaignProblems } from './campaignDraft';
import './WhenFields.scss';

interface WhenFieldsProps {
  draft: Pick<CampaignDraft, 'startAt' | 'window'>;
  problems: ReturnType<typeof campaignProblems>;
  onChange(part: Partial<Pick<CampaignDraft, 'startAt' | 'window'>>): void;
}

const choices = [
  { key: 'now', text: '现在' },
  { key: 'later', text: '定个时间' },
] as const;

/** When a campaign begins, and between which times of the day it sends. */
export function WhenFields({ draft: { startAt, window }, problems, onChange }: WhenFieldsProps) {
  return (
    <View>
      <Choices
        id="campaign-when"
        choices={choices}
        chosen={startAt === undefined ? 'now' : 'later'}
        onChoose={(key) => onChange({ startAt: key === 'now' ? undefined : (startAt ?? tomorrowAtTen()) })}
      />
      {startAt !== undefined && (
        <View className="when-fields__row">
          <Text className="when-fields__label">开始</Text>
          <MomentInput
            id="campaign-start"
            label="开始"
            value={startAt}
            onChange={(moment) => onChange({ startAt: moment })}
          />
        </View>
      )}
      <Problem text={problems.startAt} />
      <View className="when-fields__row">
        <Text className="when-fields__label">每天</Text>
        <TimeInput
          id="campaign-from"
          label="每天从"
          value={window.from}
          onChange={(from) => onChange({ window: { ...window, from } })}
        />
        <Text>到</Text>
        <TimeInput
          id="campaign-to"
          label="每天到"
          value={window.to}
          onChange={(to) => onChange({ window: { ...window, to } })}
        />
      </View>
      <Text className="when-fields__hint">北京时间，这段时间以外不打扰人，没发完的第二天接着发</Text>
      <Problem text={problems.window} />
    </View>
  );
}

const tomorrowAtTen = (): number => startOfChinaDay(Date.now()) + oneDay + 10 * 3_600_000;
