import { CampaignForm } from '@/features/crm/campaigns/CampaignForm';
import { CampaignList } from '@/features/crm/campaigns/CampaignList';
import { useCampaigns } from '@/features/crm/campaigns/useCampaigns';
import { goBack, useRouteParams } from '@/platform/navigate';
import { Blank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';

/** What a shop writes to many. */
export default function CampaignsPage() {
  const { shopId } = useRouteParams('campaigns');
  if (shopId) return <ShopCampaigns shopId={shopId} />;
  return (
    <Screen>
      <Blank icon="store" title="没有找到这家店" action={{ label: '返回', run: goBack }} />
    </Screen>
  );
}

function ShopCampaigns({ shopId }: { shopId: string }) {
  const campaigns = useCampaigns(shopId);
  const { draft, send, begin, change, close } = campaigns;
  const create = (
    <Button id="new-campaign" icon="plus" wide onPress={begin}>
      新群发
    </Button>
  );
  return (
    <Screen bar={create}>
      <CampaignList shopId={shopId} campaigns={campaigns} />
      {draft && (
        <CampaignForm
          key={draft.campaignId}
          shopId={shopId}
          draft={draft}
          busy={send.busy}
          onChange={change}
          onSend={() => void send.run(draft)}
          onClose={close}
        />
      )}
    </Screen>
  );
}
