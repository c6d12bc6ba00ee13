import { CampaignResult } from '@/features/crm/campaigns/CampaignResult';
import { goBack, useRouteParams } from '@/platform/navigate';
import { Blank } from '@/ui/Blank';
import { Screen } from '@/ui/Screen';

/** What came of one campaign. */
export default function CampaignPage() {
  const { shopId, campaignId } = useRouteParams('campaign');
  return (
    <Screen>
      {shopId && campaignId ? (
        <CampaignResult shopId={shopId} campaignId={campaignId} />
      ) : (
        <Blank icon="message" title="没有找到这次群发" action={{ label: '返回', run: goBack }} />
      )}
    </Screen>
  );
}
