import type { Output } from '@shared/contract';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { InvoiceSheet } from './InvoiceSheet';
import './OrderInvoice.scss';
import { tell } from './tell';
import { useDeed } from './useDeed';

type Order = Output<'order.getOrder'>;

/** How the invoice of a paid order stands, and the way to ask for one. */
export function OrderInvoice({ order, refresh }: { order: Order; refresh(): Promise<void> }) {
  const { orderId, invoice } = order;
  const [open, setOpen] = useState(false);
  const deed = useDeed(refresh);
  const close = () => setOpen(false);
  if (invoice?.state === 'issued') return <Text className="order-invoice__row">{`发票已开出：${invoice.title}`}</Text>;
  return (
    <>
      <Pressable id="ask-invoice" className="order-invoice__row" onPress={() => setOpen(true)}>
        <Text className="order-invoice__text">{invoice ? `发票待开：${invoice.title}` : '申请发票'}</Text>
        {invoice && <Text className="order-invoice__faint">修改</Text>}
        <Icon name="right" size={18} />
      </Pressable>
      {open && (
        <InvoiceSheet
          title={invoice?.title ?? ''}
          busy={deed.busy}
          onAsk={(asked) =>
            void deed.run(
              () => tell('order.requestInvoice', { orderId, invoice: asked }, '已提交，开好后发到邮箱'),
              close,
            )
          }
          onClose={close}
        />
      )}
    </>
  );
}
