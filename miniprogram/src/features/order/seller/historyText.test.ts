import { caseKinds, caseStatuses } from '@shared/order/afterSale';
import { orderStatuses } from '@shared/order/status';
import { historyText } from './historyText';

const cases = [...caseKinds, ...caseStatuses].map((key) => `case.${key}`);
const others = ['placed', 'parcelsCorrected', 'invoice.requested', 'invoice.issued'];
const refunds = ['refund.done', 'refund.abnormal', 'refund.closed', 'refund.again'];

test.each([...orderStatuses, ...cases, ...others, ...refunds])('%s is told in Chinese', (what) =>
  expect(historyText(what)).toMatch(/^[\u4e00-\u9fff：，、]+$/));

test('what has no words yet is not hidden', () => expect(historyText('dropped')).toBe('dropped'));
