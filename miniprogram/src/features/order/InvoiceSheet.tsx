import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Field, TextInput } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { type InvoiceDraft, invoiceOf, invoiceProblems } from './invoiceProblems';

type Kind = InvoiceDraft['kind'];
const kinds: readonly { key: Kind; text: string }[] = [
  { key: 'person', text: '个人' },
  { key: 'company', text: '公司' },
];

interface InvoiceSheetProps {
  /** What stands on the invoice that was asked for before. */
  title: string;
  busy: boolean;
  onAsk(invoice: ReturnType<typeof invoiceOf>): void;
  onClose(): void;
}

/** Asks the shop for an invoice. Problems are shown at their fields once somebody tries to send it. */
export function InvoiceSheet({ title, busy, onAsk, onClose }: InvoiceSheetProps) {
  const [draft, setDraft] = useState<InvoiceDraft>({ kind: 'person', title, taxNumber: '', email: '' });
  const [tried, setTried] = useState(false);
  const problems = tried ? invoiceProblems(draft) : {};
  const change = (part: Partial<InvoiceDraft>) => setDraft((before) => ({ ...before, ...part }));
  const send = () => {
    setTried(true);
    if (Object.keys(invoiceProblems(draft)).length === 0) onAsk(invoiceOf(draft));
  };
  const confirm = (
    <Button id="invoice-confirm" wide busy={busy} onPress={send}>
      提交申请
    </Button>
  );
  return (
    <Sheet open title="申请发票" bar={confirm} onClose={onClose}>
      <Choices<Kind> choices={kinds} chosen={draft.kind} onChoose={(kind) => change({ kind })} />
      {fieldsOf(draft.kind).map(({ name, label, hint, max }) => (
        <Field key={name} label={label} problem={problems[name]}>
          <TextInput
            id={`invoice-${name}`}
            label={label}
            value={draft[name]}
            placeholder={hint}
            maxLength={max}
            onChange={(text) => change({ [name]: text })}
          />
        </Field>
      ))}
    </Sheet>
  );
}

const fieldsOf = (kind: Kind): readonly InvoiceField[] => [
  { name: 'title', label: '发票抬头', hint: kind === 'company' ? '公司全称' : '姓名', max: 60 },
  ...(kind === 'company' ? [{ name: 'taxNumber', label: '税号', hint: '纳税人识别号', max: 20 } as const] : []),
  { name: 'email', label: '邮箱', hint: '电子发票发到这里', max: 80 },
];
interface InvoiceField {
  name: 'title' | 'taxNumber' | 'email';
  label: string;
  hint: string;
  max: number;
}
