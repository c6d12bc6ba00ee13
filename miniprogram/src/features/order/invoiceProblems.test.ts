import { type InvoiceDraft, invoiceOf, invoiceProblems } from './invoiceProblems';

const company: InvoiceDraft = {
  kind: 'company',
  title: '晋阳商贸',
  taxNumber: '91140100MA0K123456',
  email: 'fapiao@example.cn',
};

test('a company needs a tax number, a person does not, and both need an address to send it to', () => {
  expect(invoiceProblems(company)).toEqual({});
  expect(Object.keys(invoiceProblems({ ...company, taxNumber: '91-140' }))).toEqual(['taxNumber']);
  expect(invoiceProblems({ ...company, kind: 'person', taxNumber: '' })).toEqual({});
  expect(Object.keys(invoiceProblems({ ...company, title: ' ', email: 'nobody' }))).toEqual(['title', 'email']);
});

test('what a person asks for carries no tax number left over from a company', () => {
  expect(invoiceOf({ ...company, kind: 'person' })).not.toHaveProperty('taxNumber');
  expect(invoiceOf(company)).toMatchObject({ taxNumber: company.taxNumber });
});
