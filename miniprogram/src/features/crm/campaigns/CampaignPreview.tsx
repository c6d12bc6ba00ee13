import type { LeftOut } from '@shared/crm/whyLeftOut';
import { Text, View } from '@tarojs/components';
import { open } from '@/platform/navigate';
import { useCall } from '@/platform/useCall';
import { CustomerRow } from '../CustomerRow';
import { leftOutText } from '../customerText';
import './CampaignForm.scss';
import { type CampaignDraft, messageOf } from './campaignDraft';

/** Whom a campaign would reach now, by real people, and why not the others. */
export function CampaignPreview({ shopId, draft }: { shopId: string; draft: CampaignDraft }) {
  const { conditions, gapDays } = draft;
  const message = messageOf(draft);
  const preview = useCall('crm.previewCampaign', message ? { shopId, conditions, message, gapDays } : null, {
    keepBefore: true,
  });
  if (!message) return <Text className="campaign-form__hint">写好内容，就能看到会发给哪些人</Text>;
  if (!preview.data) return <Text className="campaign-form__hint">正在看会发给谁…</Text>;
  const { looked, reached, leftOut, people } = preview.data;
  return (
    <View id="campaign-preview">
      <Text className="campaign-form__title">会发给谁</Text>
      <Text className="campaign-form__hint">{`看了最近的 ${looked} 人，其中 ${reached} 人会收到`}</Text>
      {(Object.keys(leftOut) as LeftOut[]).map((because) => (
        <Text key={because} className="campaign-form__hint">{`${leftOut[because]} 人${leftOutText[because]}`}</Text>
      ))}
      {people.map(({ whyNot, ...customer }) => (
        <CustomerRow
          key={customer.customerId}
          customer={customer}
          aside={whyNot && <Text className="campaign-form__hint">{`不会收到：${leftOutText[whyNot]}`}</Text>}
          onOpen={() => open('customer', { shopId, customerId: customer.customerId })}
        />
      ))}
    </View>
  );
}
