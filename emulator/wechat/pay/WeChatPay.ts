import type { Clock } from '../../Clock';
import { combinationView } from './combinations';
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

  /** The payer has confirmed: all orders are paid and the merchant will hear of it once, all or nothing. */
  pay(orders: readonly PayOrder[]): void {
    this.records.atomically(() => {
      const paid = orders.map((order) => paidOrder(order, this.clock.now()));
      for (const order of paid) this.records.saveOrder(order);
      const [first] = paid;
      if (!first) return;
      this.outbox.add({
        url: first.request.notify_url,
        eventType: 'TRANSACTION.SUCCESS',
        summary: '支付成功',
        originalType: 'transaction',
        resource: first.combine ? combinationView(paid, () => false) : transactionView(first, false),
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
