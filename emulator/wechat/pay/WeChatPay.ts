import type { Clock } from '../../Clock';
import { combinationView } from './combinations';
import type { MerchantAccount } from './MerchantAccount';
import { NotifyOutbox } from './NotifyOutbox';
import { paidOrder, transactionView } from './orders';
import { type PayOrder, PayRecords, type PayRefund } from './PayRecords';
import { refundNotice } from './refunds';
import { Switchboard } from './Switchboard';

/** The state of WeChat Pay, the two events it tells the merchant about, and what is to go wrong. */
export class WeChatPay {
  readonly records: PayRecords;
  readonly outbox: NotifyOutbox;
  readonly switchboard = new Switchboard();

  constructor(
    dataDir: string,
    readonly account: MerchantAccount,
    readonly clock: Clock,
    /** Where it is reached, without a path. */
    readonly url: string,
  ) {
    this.records = new PayRecords(dataDir);
    this.outbox = new NotifyOutbox(this.records, account, clock, this.switchboard);
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

  /** The refund stands as it does; the merchant hears of its end when it named a notify_url. */
  refund(refund: PayRefund, order: PayOrder): void {
    this.records.atomically(() => {
      this.records.saveRefund(refund);
      const url = refund.request.notify_url;
      if (url === undefined || refund.status === 'PROCESSING') return;
      this.outbox.add({
        url,
        eventType: `REFUND.${refund.status}`,
        summary: refundEnds[refund.status],
        originalType: 'refund',
        resource: refundNotice(refund, order),
      });
    });
    this.outbox.wake();
  }

  /** The refund ends so: what was processing is through, what was stuck was seen to at the bank. Undefined: unknown. */
  endRefund(outRefundNo: string, status: keyof typeof refundEnds): PayRefund | undefined {
    const refund = this.records.refund(outRefundNo);
    const order = refund && this.records.order(refund.outTradeNo);
    if (!order) return undefined;
    const ended = { ...refund, status };
    this.refund(ended, order);
    return ended;
  }

  /** Ends the deliveries under way and closes the file. */
  async stop(): Promise<void> {
    await this.outbox.stop();
    this.records.close();
  }
}

const refundEnds = { SUCCESS: '退款成功', ABNORMAL: '退款异常', CLOSED: '退款关闭' } as const;
