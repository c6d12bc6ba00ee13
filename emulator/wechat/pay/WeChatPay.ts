import type { Clock } from '../../Clock';
import type { MerchantAccount } from './MerchantAccount';
import { NotifyOutbox } from './NotifyOutbox';
import { paidOrder, transactionView } from './orders';
import { type PayOrder, PayRecords, type PayRefund } from './PayRecords';
import { refundNotice } from './refunds';

/** The state of WeChat Pay and the two events it tells the merchant about. */
export class WeChatPay {
  readonly records: PayRecords;
  readonly outbox: NotifyOutbox;

  constructor(
    dataDir: string,
    readonly account: MerchantAccount,
    readonly clock: Clock,
  ) {
    this.records = new PayRecords(dataDir);
    this.outbox = new NotifyOutbox(this.records, account, clock);
  }

  /** The payer has confirmed: the order is paid and the merchant will hear of it, both or neither. */
  pay(order: PayOrder): void {
    this.records.atomically(() => {
      const paid = paidOrder(order, this.clock.now());
      this.records.saveOrder(paid);
      this.outbox.add({
        url: order.request.notify_url,
        eventType: 'TRANSACTION.SUCCESS',
        summary: '支付成功',
        originalType: 'transaction',
        resource: transactionView(paid, false),
      });
    });
    this.outbox.wake();
  }

  /** The refund is made; the merchant hears of it when it named a notify_url. */
  refund(refund: PayRefund, order: PayOrder): void {
    this.records.atomically(() => {
      this.records.saveRefund(refund);
      const url = refund.request.notify_url;
      if (url === undefined) return;
      this.outbox.add({
        url,
        eventType: 'REFUND.SUCCESS',
        summary: '退款成功',
        originalType: 'refund',
        resource: refundNotice(refund, order),
      });
    });
    this.outbox.wake();
  }

  /** Ends the deliveries under way and closes the file. */
  async stop(): Promise<void> {
    await this.outbox.stop();
    this.records.close();
  }
}
