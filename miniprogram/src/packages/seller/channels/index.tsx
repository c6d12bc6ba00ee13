import { useMayAct } from '@/features/shop/staff/useMayAct';
import { ChannelCode } from '@/features/traffic/channels/ChannelCode';
import { ChannelForm } from '@/features/traffic/channels/ChannelForm';
import { ChannelList } from '@/features/traffic/channels/ChannelList';
import { useChannels } from '@/features/traffic/channels/useChannels';
import { goBack, useRouteParams } from '@/platform/navigate';
import { Blank } from '@/ui/Blank';
import { Button } from '@/ui/Button';
import { Screen } from '@/ui/Screen';

/** The codes and links of a shop. */
export default function ChannelsPage() {
  const { shopId } = useRouteParams('channels');
  if (shopId) return <ShopChannels shopId={shopId} />;
  return (
    <Screen>
      <Blank icon="store" title="没有找到这家店" action={{ label: '返回', run: goBack }} />
    </Screen>
  );
}

function ShopChannels({ shopId }: { shopId: string }) {
  const channels = useChannels(shopId);
  const { draft, shown, save, begin, change, close, closeCode } = channels;
  const mayEdit = useMayAct(shopId, 'manager');
  const create = mayEdit && (
    <Button id="new-channel" icon="plus" wide onPress={begin}>
      新推广码
    </Button>
  );
  return (
    <Screen bar={create}>
      <ChannelList channels={channels} mayEdit={mayEdit} />
      {draft && (
        <ChannelForm
          key={draft.channelId}
          shopId={shopId}
          draft={draft}
          busy={save.busy}
          onChange={change}
          onSave={() => void save.run(draft)}
          onClose={close}
        />
      )}
      {shown && <ChannelCode channel={shown} onClose={closeCode} />}
    </Screen>
  );
}
