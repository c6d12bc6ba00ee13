import { createHash, createHmac } from 'node:crypto';
import type { MerchantAccount } from './MerchantAccount';
import { PayError } from './PayError';
import type { PayOrder, PayRecords, PayRefund } from './PayRecords';
import { payTime } from './payTime';

const hour = 3_600_000;
const day = 24 * hour;
const linkLife = 5 * 60_000;

export type BillType = 'ALL' | 'REFUND';

/**
 * What a day's bill is downloaded by. Refuses days that are not over, or over since less than ten hours
 * (STATEMENT_CREATING), and days on which nothing happened (NO_STATEMENT_EXIST). Source: WeChat Pay, 申请交易账单.
 */
export function billLink(
  records: PayRecords,
  account: MerchantAccount,
  asked: URLSearchParams,
  now: number,
): { hash_type: 'SHA1'; hash_value: string; token: string } {
  const date = asked.get('bill_date') ?? '';
  const type = asked.get('bill_type') ?? 'ALL';
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(startOf(date))) throw wrongParameter('bill_date');
  if (!isBillType(type)) throw wrongParameter('bill_type');
  if (asked.has('tar_type'))
    throw new PayError(501, 'NOT_EMULATED', 'The emulator packs no bills: leave out tar_type.');
  if (now < startOf(date) + day + 10 * hour) throw new PayError(400, 'STATEMENT_CREATING', '账单生成中');
  const lines = linesOf(records, date, type);
  if (lines.length === 0) throw new PayError(400, 'NO_STATEMENT_EXIST', '账单文件不存在');
  const hash = createHash('sha1').update(csvOf(lines, type)).digest('hex');
  return { hash_type: 'SHA1', hash_value: hash, token: signed(account, `${date}.${type}.${now + linkLife}`) };
}

/** The bill behind a token of `billLink`, good for five minutes. Source: WeChat Pay, 下载账单. */
export function billOf(records: PayRecords, account: MerchantAccount, token: string, now: number): string {
  const [date = '', type = '', until = ''] = token.split('.');
  const isOurs = isBillType(type) && token === signed(account, `${date}.${type}.${until}`);
  if (!isOurs || Number(until) <= now) throw wrongParameter('token');
  return csvOf(linesOf(records, date, type), type);
}

/** A payment, or a refund of it. */
interface Line {
  order: PayOrder;
  refund?: PayRefund;
}

function linesOf(records: PayRecords, date: string, type: BillType): Line[] {
  const start = startOf(date);
  const refunds = records.refundsOfDay(start).flatMap((refund): Line[] => {
    const order = records.order(refund.outTradeNo);
    return order ? [{ order, refund }] : [];
  });
  return type === 'REFUND' ? refunds : [...records.paymentsOfDay(start).map((order) => ({ order })), ...refunds];
}

const both: readonly BillType[] = ['ALL', 'REFUND'];
const columns: readonly [string, (line: Line) => string, (readonly BillType[])?][] = [
  ['交易时间', ({ order, refund }) => billTime(refund?.createdAt ?? paidAt(order))],
  ['公众账号ID', ({ order }) => order.request.appid],
  ['商户号', ({ order }) => order.request.mchid],
  ['特约商户号', () => '0'],
  ['设备号', () => ''],
  ['微信订单号', ({ order }) => (order.state.is === 'SUCCESS' ? order.state.transactionId : '')],
  ['商户订单号', ({ order }) => order.request.out_trade_no],
  ['用户标识', ({ order }) => order.request.payer.openid],
  ['交易类型', () => 'JSAPI'],
  ['交易状态', ({ refund }) => (refund ? 'REFUND' : 'SUCCESS')],
  ['付款银行', () => 'OTHERS'],
  ['货币种类', () => 'CNY'],
  ['应结订单金额', ({ order, refund }) => (refund ? '0.00' : yuan(order.request.amount.total))],
  ['代金券金额', () => '0.00'],
  ['退款申请时间', ({ refund }) => (refund ? billTime(refund.createdAt) : ''), ['REFUND']],
  ['退款成功时间', ({ refund }) => (refund?.status === 'SUCCESS' ? billTime(refund.createdAt) : ''), ['REFUND']],
  ['微信退款单号', ({ refund }) => refund?.refundId ?? '0'],
  ['商户退款单号', ({ refund }) => refund?.request.out_refund_no ?? '0'],
  ['退款金额', ({ refund }) => yuan(refundedOf(refund))],
  ['充值券退款金额', () => '0.00'],
  ['退款类型', ({ refund }) => (refund ? 'ORIGINAL' : '')],
  ['退款状态', ({ refund }) => (refund ? refundStates[refund.status] : '')],
  ['商品名称', ({ order }) => order.request.description],
  ['商户数据包', ({ order }) => order.request.attach ?? ''],
  ['手续费', () => '0.00000'],
  ['费率', () => '0.00%'],
  ['订单金额', ({ order, refund }) => (refund ? '0.00' : yuan(order.request.amount.total))],
  ['申请退款金额', ({ refund }) => yuan(refundedOf(refund))],
  ['费率备注', () => ''],
];

/** Comma-separated; each value, but no heading, begins with a backtick. The last two lines are the totals. */
function csvOf(lines: readonly Line[], type: BillType): string {
  const shown = columns.filter(([, , types = both]) => types.includes(type));
  const paid = lines.reduce((sum, { order, refund }) => sum + (refund ? 0 : order.request.amount.total), 0);
  const refunded = lines.reduce((sum, { refund }) => sum + refundedOf(refund), 0);
  const totals: readonly [string, string][] = [
    ['总交易单数', `${lines.length}`],
    ['应结订单总金额', yuan(paid)],
    ['退款总金额', yuan(refunded)],
    ['充值券退款总金额', '0.00'],
    ['手续费总金额', '0.00000'],
    ['订单总金额', yuan(paid)],
    ['申请退款总金额', yuan(refunded)],
  ];
  const rows = [
    shown.map(([name]) => name).join(','),
    ...lines.map((line) => ticked(shown.map(([, cell]) => cell(line)))),
    totals.map(([name]) => name).join(','),
    ticked(totals.map(([, value]) => value)),
  ];
  return `\ufeff${rows.join('\r\n')}\r\n`;
}

const ticked = (values: readonly string[]): string => values.map((value) => `\`${value}`).join(',');

const refundStates = { SUCCESS: 'SUCCESS', PROCESSING: 'PROCESSING', ABNORMAL: 'FAIL', CLOSED: 'FAIL' } as const;

const refundedOf = (refund: PayRefund | undefined): number => refund?.request.amount.refund ?? 0;

const paidAt = ({ state }: PayOrder): number => (state.is === 'SUCCESS' ? state.paidAt : 0);

const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** `2026-11-22 10:00:00`, in China. */
const billTime = (at: number): string => payTime(at).slice(0, 19).replace('T', ' ');

/** When a day begins in China. */
const startOf = (date: string): number => Date.parse(`${date}T00:00:00+08:00`);

const isBillType = (type: string): type is BillType => type === 'ALL' || type === 'REFUND';

const signed = ({ apiV3Key }: MerchantAccount, what: string): string =>
  `${what}.${createHmac('sha256', apiV3Key).update(what).digest('hex')}`;

const wrongParameter = (field: string): PayError =>
  new PayError(400, 'PARAM_ERROR', `参数错误: ${field}`, { location: 'query', field, issue: 'not valid' });
