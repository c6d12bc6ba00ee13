import path from 'node:path';
import type * as v from 'valibot';
import { Sqlite } from '../../dataFolder/Sqlite';
import type { UploadShippingInfo } from '../shipping/shippingRequests';
import type { CombineOrder, JsapiOrder, RefundRequest } from './payRequests';

/** An order at WeChat Pay, alone or part of a combination. Times are ms of the emulator's clock. */
export interface PayOrder {
  request: v.InferOutput<typeof JsapiOrder>;
  createdAt: number;
  prepayId: string;
  prepayMadeAt: number;
  /** The combination that it is paid with, and its place in it. */
  combine?: { request: v.InferOutput<typeof CombineOrder>; place: number };
  state: { is: 'NOTPAY' } | { is: 'CLOSED' } | { is: 'SUCCESS'; transactionId: string; paidAt: number };
}

/** A refund. Asking for it is answered PROCESSING the first time, whatever it ends as. */
export interface PayRefund {
  request: v.InferOutput<typeof RefundRequest>;
  outTradeNo: string;
  transactionId: string;
  refundId: string;
  createdAt: number;
  status: 'PROCESSING' | 'SUCCESS' | 'ABNORMAL' | 'CLOSED';
}

/** A notification to the merchant. `resource` is what will be encrypted. Due at `dueAt` unless done. */
export interface Notification {
  id: string;
  url: string;
  eventType: string;
  summary: string;
  originalType: string;
  resource: Record<string, unknown>;
  createdAt: number;
  attempts: number;
  dueAt: number;
  state: 'pending' | 'delivered' | 'abandoned';
  /** The HTTP status of each answer; 0 when there was none in time. */
  answers: number[];
}

/** How a paid order was sent, as the merchant uploaded it last. */
export interface Shipment {
  outTradeNo: string;
  upload: UploadShippingInfo;
  uploads: number;
  uploadedAt: number;
  /** When the payer was asked to confirm the receipt. */
  remindedAt?: number;
}

/** What WeChat Pay knows, in one SQLite file; every write is on disk when it returns. */
export class PayRecords {
  readonly #sqlite: Sqlite;

  /** Throws DamagedFile. */
  constructor(dataDir: string) {
    this.#sqlite = new Sqlite(path.join(dataDir, 'wechatpay.sqlite'));
    this.#sqlite.exec(`
      CREATE TABLE IF NOT EXISTS orders (out_trade_no TEXT PRIMARY KEY, prepay_id TEXT UNIQUE, body TEXT);
      CREATE TABLE IF NOT EXISTS refunds (out_refund_no TEXT PRIMARY KEY, out_trade_no TEXT, body TEXT);
      CREATE TABLE IF NOT EXISTS notifications (id TEXT PRIMARY KEY, state TEXT, body TEXT);
      CREATE TABLE IF NOT EXISTS shipments (out_trade_no TEXT PRIMARY KEY, body TEXT);
      CREATE INDEX IF NOT EXISTS orders_of_combination
        ON orders (json_extract(body, '$.combine.request.combine_out_trade_no'));
      CREATE INDEX IF NOT EXISTS refunds_of_order ON refunds (out_trade_no);
      CREATE INDEX IF NOT EXISTS notifications_by_state ON notifications (state);
    `);
  }

  /** Does several writes as one: all of them or, when `work` throws, none. */
  atomically<Result>(work: () => Result): Result {
    this.#sqlite.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#sqlite.exec('COMMIT');
      return result;
    } catch (error) {
      // On a full disk SQLite has rolled back by itself.
      if (this.#sqlite.inTransaction) this.#sqlite.exec('ROLLBACK');
      throw error;
    }
  }

  order(outTradeNo: string): PayOrder | undefined {
    return this.#one('SELECT body FROM orders WHERE out_trade_no = ?', outTradeNo);
  }

  /** The orders made last, newest first. */
  latestOrders(most: number): PayOrder[] {
    return this.#all(`SELECT body FROM orders ORDER BY json_extract(body, '$.createdAt') DESC LIMIT ?`, most);
  }

  /** What a prepay_id pays: one order, or all of a combination in their places. */
  ordersOfPrepay(prepayId: string): PayOrder[] {
    // Parts of a combination are kept as `<prepay_id>#<place>`; `$` comes right after `#`.
    return this.#all(
      `SELECT body FROM orders WHERE prepay_id = ?1 OR (prepay_id > ?1 || '#' AND prepay_id < ?1 || '$') ORDER BY prepay_id`,
      prepayId,
    );
  }

  /** The orders of a combination, in their places; none when it is not known. */
  ordersOfCombination(combineOutTradeNo: string): PayOrder[] {
    return this.#all(
      `SELECT body FROM orders WHERE json_extract(body, '$.combine.request.combine_out_trade_no') = ? ORDER BY prepay_id`,
      combineOutTradeNo,
    );
  }

  orderOfTransaction(transactionId: string): PayOrder | undefined {
    return this.#one(`SELECT body FROM orders WHERE json_extract(body, '$.state.transactionId') = ?`, transactionId);
  }

  saveOrder(order: PayOrder): void {
    this.#sqlite.run(
      'INSERT OR REPLACE INTO orders VALUES (?, ?, ?)',
      order.request.out_trade_no,
      keyOf(order),
      JSON.stringify(order),
    );
  }

  /** What was paid in the day that begins at `start` (ms), in its order. */
  paymentsOfDay(start: number): PayOrder[] {
    const paidAt = `json_extract(body, '$.state.paidAt')`;
    const sql = `SELECT body FROM orders WHERE ${paidAt} >= ?1 AND ${paidAt} < ?1 + 86400000 ORDER BY ${paidAt}, rowid`;
    return this.#all(sql, start);
  }

  /** The refunds asked for in the day that begins at `start` (ms), in their order. */
  refundsOfDay(start: number): PayRefund[] {
    const at = `json_extract(body, '$.createdAt')`;
    const sql = `SELECT body FROM refunds WHERE ${at} >= ?1 AND ${at} < ?1 + 86400000 ORDER BY ${at}, rowid`;
    return this.#all<PayRefund>(sql, start, { status: 'SUCCESS' });
  }

  refund(outRefundNo: string): PayRefund | undefined {
    return this.#one<PayRefund>('SELECT body FROM refunds WHERE out_refund_no = ?', outRefundNo, { status: 'SUCCESS' });
  }

  refundsOf(outTradeNo: string): PayRefund[] {
    return this.#all<PayRefund>('SELECT body FROM refunds WHERE out_trade_no = ?', outTradeNo, { status: 'SUCCESS' });
  }

  saveRefund(refund: PayRefund): void {
    this.#sqlite.run(
      'INSERT OR REPLACE INTO refunds VALUES (?, ?, ?)',
      refund.request.out_refund_no,
      refund.outTradeNo,
      JSON.stringify(refund),
    );
  }

  shipment(outTradeNo: string): Shipment | undefined {
    return this.#one('SELECT body FROM shipments WHERE out_trade_no = ?', outTradeNo);
  }

  /** The shipments uploaded last, newest first. */
  latestShipments(most: number): Shipment[] {
    return this.#all(`SELECT body FROM shipments ORDER BY json_extract(body, '$.uploadedAt') DESC LIMIT ?`, most);
  }

  saveShipment(shipment: Shipment): void {
    this.#sqlite.run('INSERT OR REPLACE INTO shipments VALUES (?, ?)', shipment.outTradeNo, JSON.stringify(shipment));
  }

  notifications(state: Notification['state']): Notification[] {
    const sql = 'SELECT body FROM notifications WHERE state = ? ORDER BY rowid';
    return this.#all<Notification>(sql, state, { answers: [] });
  }

  /** What the merchant was told about an order itself, alone or with its combination. */
  notificationsAbout(outTradeNo: string): Notification[] {
    return this.#all(
      `SELECT body FROM notifications WHERE json_extract(body, '$.resource.out_trade_no') = ?1
        OR EXISTS (SELECT 1 FROM json_each(body, '$.resource.sub_orders') WHERE json_extract(value, '$.out_trade_no') = ?1)`,
      outTradeNo,
    );
  }

  saveNotification(notification: Notification): void {
    this.#sqlite.run(
      'INSERT OR REPLACE INTO notifications VALUES (?, ?, ?)',
      notification.id,
      notification.state,
      JSON.stringify(notification),
    );
  }

  /** See `Sqlite.holdFile`. */
  holdFile(): () => void {
    return this.#sqlite.holdFile();
  }

  /** See `Sqlite.refuseShared`. */
  refuseShared(): void {
    this.#sqlite.refuseShared();
  }

  close(): void {
    this.#sqlite.close();
  }

  #one<Row>(sql: string, key: string, older: Partial<Row> = {}): Row | undefined {
    return this.#all<Row>(sql, key, older)[0];
  }

  // `older` is what rows lack that an emulator wrote before there was such a field.
  #all<Row>(sql: string, key: string | number, older: Partial<Row> = {}): Row[] {
    const rows = this.#sqlite.rows<{ body: string }>(sql, key);
    // The save functions above are the only writers, so each table holds its own type.
    return rows.map(({ body }) => ({ ...older, ...(JSON.parse(body) as Row) }));
  }
}

const keyOf = ({ prepayId, combine }: PayOrder): string =>
  combine ? `${prepayId}#${String(combine.place).padStart(2, '0')}` : prepayId;
