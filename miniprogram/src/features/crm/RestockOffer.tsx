import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { Button } from '@/ui/Button';
import { askForMessage } from './askForMessage';
import { refusalText } from './refusalText';

/** Lets a shopper wait for what is sold out: WeChat sends them one message when it is in again. */
export function RestockOffer({ skuId }: { skuId: string }) {
  const { data, refresh } = useCall('crm.getRestockNotice', { skuId });
  const wait = useAction(async (templateId: string) => {
    if (!(await askForMessage(templateId))) return;
    const answer = await call('crm.askRestockNotice', { skuId });
    showSnack({ text: answer.ok ? '到货后微信通知您' : refusalText(answer.refusal) });
    await refresh();
  });
  if (data?.waiting)
    return (
      <Button id="restock-waiting" wide disabled onPress={() => undefined}>
        已售罄，到货会通知您
      </Button>
    );
  return (
    <Button id="restock-notice" wide busy={wait.busy || !data} onPress={() => void wait.run(data?.templateId ?? '')}>
      到货提醒我
    </Button>
  );
}
