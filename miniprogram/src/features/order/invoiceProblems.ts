import type { Input } from '@shared/contract';

type Invoice = Input<'order.requestInvoice'>['invoice'];

/** An invoice while it is asked for; a person's has no tax number. */
export interface InvoiceDraft {
  kind: Invoice['kind'];
  title: string;
  taxNumber: string;
  email: string;
}

/** What is wrong with an invoice request, by field; empty when nothing is. The server checks the same again. */
export function invoiceProblems({ kind, title, taxNumber, email }: InvoiceDraft): InvoiceProblems {
  const problems: InvoiceProblems = {};
  if (!title.trim()) problems.title = kind === 'company' ? '请填写公司名称' : '请填写姓名';
  if (kind === 'company' && !/^[0-9A-Z]{15,20}$/.test(taxNumber.trim()))
    problems.taxNumber = '税号是 15 到 20 位数字和大写字母';
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) problems.email = '请填写收发票的邮箱';
  return problems;
}
type InvoiceProblems = Partial<Record<'title' | 'taxNumber' | 'email', string>>;

/** A draft without problems as the request it describes. */
export const invoiceOf = ({ kind, title, taxNumber, email }: InvoiceDraft): Invoice => ({
  kind,
  title: title.trim(),
  email: email.trim(),
  ...(kind === 'company' && { taxNumber: taxNumber.trim() }),
});
