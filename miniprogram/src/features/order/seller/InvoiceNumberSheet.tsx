import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Field, TextInput } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';

interface InvoiceNumberSheetProps {
  busy: boolean;
  onIssue(number: string): void;
  onClose(): void;
}

/** Notes under which number an invoice was sent. */
export function InvoiceNumberSheet({ busy, onIssue, onClose }: InvoiceNumberSheetProps) {
  const [number, setNumber] = useState('');
  const given = number.trim();
  return (
    <Sheet
      open
      title="发票已开"
      onClose={onClose}
      bar={
        <Button id="issue-confirm" wide busy={busy} disabled={!given} onPress={() => onIssue(given)}>
          {given ? '已发给买家' : '请填写发票号码'}
        </Button>
      }
    >
      <Field label="发票号码">
        <TextInput
          id="invoice-number"
          label="发票号码"
          value={number}
          placeholder="电子发票上的号码"
          maxLength={30}
          onChange={setNumber}
        />
      </Field>
    </Sheet>
  );
}
