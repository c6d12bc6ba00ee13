import { createHash } from 'node:crypto';
import { type Fen, fen } from '../../shared/kernel/money';
import type { RefundRecord } from './OrderRecord';
import { payRefusal, weChatPayClient } from './wechatPayClient';

/** One line of WeChat Pay's bill: a payment, or a refund as it stood when the bill was made. */
export type BillLine =
  | { is: 'payment'; orderId: string; transactionId: string; amount: Fen; paidAt: number }
  | { is: 'refund'; orderId: string; refundId: string; amount: Fen; state: RefundRecord['state'] };

/**
 * Fetches a day's bill (`2026-11-22`, a day in China), in the order WeChat Pay gives it, which stays. `notReady`: ask
 * later. Throws when what was downloaded is not what was announced. Source: WeChat Pay, 申请交易账单 and 下载账单.
 */
export async function fetchTradeBill(date: string): Promise<BillLine[] | 'notReady'> {
  try {
    const { data: link } = await weChatPayClient()
      .chain('v3/bill/tradebill')
      .get<{ download_url: string; hash_value: string }>({ params: { bill_date: date, bill_type: 'ALL' } });
    const token = new URL(link.download_url).searchParams.get('token');
    // The plugin verifies no signature here, for WeChat Pay signs no file: the hash was signed.
    const { data: file } = await weChatPayClient()
      .chain('v3/billdownload/file')
      .get<Buffer>({ params: { token }, responseType: 'arraybuffer', transformResponse: [(bytes: Buffer) => bytes] });
    if (hashOf(file) !== link.hash_value.toLowerCase()) throw new Error(`the bill of ${date} is not the announced one`);
    return parseTradeBill(file.toString());
  } catch (error) {
    const code = payRefusal(error)?.code;
    if (code === 'NO_STATEMENT_EXIST') return [];
    if (code === 'STATEMENT_CREATING') return 'notReady';
    throw error;
  }
}

/** Reads a bill of the type ALL: headings, lines whose values begin with a backtick, then the totals. */
export function parseTradeBill(file: string): BillLine[] {
  const [headings = '', ...rows] = file
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter(Boolean);
  const names = headings.split(',');
  const lines = rows.slice(0, -2).map((row) => lineOf(cellsOf(names, row)));
  const announced = Number(rows.at(-1)?.split(',`')[0]?.slice(1));
  if (announced !== lines.length) throw new Error(`a bill of ${announced} lines has ${lines.length}`);
  return lines;
}

/** Values may hold commas, but none is followed by a backtick. */
function cellsOf(names: readonly string[], row: string): (name: string) => string {
  const values = row.slice(1).split(',`');
  if (values.length !== names.length) throw new Error(`a line of ${names.length} headings has ${values.length} values`);
  const cells = new Map(names.map((name, index) => [name, values[index] ?? '']));
  return (name) => {
    const value = cells.get(name);
    if (value === undefined) throw new Error(`the bill has no ${name}`);
    return value;
  };
}

function lineOf(cell: (name: string) => string): BillLine {
  const orderId = cell('商户订单号');
  switch (cell('交易状态')) {
    case 'SUCCESS': {
      const paidAt = Date.parse(`${cell('交易时间').replace(' ', 'T')}+08:00`);
      return { is: 'payment', orderId, transactionId: cell('微信订单号'), amount: fenOf(cell('订单金额')), paidAt };
    }
    case 'REFUND': {
      const state =
        cell('退款状态') === 'SUCCESS' ? 'done' : cell('退款状态') === 'PROCESSING' ? 'underWay' : 'abnormal';
      return { is: 'refund', orderId, refundId: cell('商户退款单号'), amount: fenOf(cell('申请退款金额')), state };
    }
    default:
      throw new Error(`order ${orderId} is ${cell('交易状态')} in the bill`);
  }
}

/** `12.30` as 1230, without a broken number on the way. */
function fenOf(yuan: string): Fen {
  const [, whole = '', part = ''] = /^(\d+)\.(\d\d)$/.exec(yuan) ?? [];
  if (whole === '') throw new Error(`${yuan} is no amount in yuan`);
  return fen(Number(whole + part));
}

const hashOf = (file: Buffer): string => createHash('sha1').update(file).digest('hex');
