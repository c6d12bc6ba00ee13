import { Text, View } from '@tarojs/components';
import { copyText } from '@/platform/copyText';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import type { ShopOrderView } from './useShopOrder';
import './InvoiceWanted.scss';

/** The invoice that a shopper asked for, to copy into the invoicing program, and whether it was sent. */
export function InvoiceWanted({ order, onIssue }: { order: ShopOrderView; onIssue(): void }) {
  const { invoice, invoiceRequest } = order;
  if (!invoice || !invoiceRequest) return null;
  const { title, taxNumber, email } = invoiceRequest;
  const facts = [title, ...(taxNumber ? [taxNumber] : []), email];
  return (
    <Panel title={invoice.state === 'issued' ? '发票已开出' : '买家要发票'}>
      <View className="invoice-wanted">
        {facts.map((fact) => (
          <Text key={fact} className="invoice-wanted__fact">
            {fact}
          </Text>
        ))}
      </View>
      {invoice.state === 'requested' && (
        <View className="invoice-wanted__acts">
          <Button size="s" kind="quiet" icon="copy" onPress={() => void copyText(facts.join('\n'))}>
            复制
          </Button>
          <Button id="issue-invoice" size="s" kind="second" onPress={onIssue}>
            发票已开
          </Button>
        </View>
      )}
    </Panel>
  );
}
