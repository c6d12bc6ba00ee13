import { yuanText } from '@shared/kernel/money';
import { Text } from '@tarojs/components';
import { Field, TextInput } from '@/ui/Field';
import type { Claim } from './useClaim';
import './ClaimAmount.scss';

/** The money of a claim, in yuan. */
export function ClaimAmount({ claim: { most, amountText, typeAmount, problem } }: { claim: Claim }) {
  return (
    <>
      <Field label="退款金额" problem={problem}>
        <TextInput
          id="claim-amount"
          label="退款金额，元"
          type="digit"
          value={amountText}
          placeholder="元"
          maxLength={10}
          onChange={typeAmount}
        />
      </Field>
      {!problem && <Text className="claim-amount__most">{`最多可退 ${yuanText(most)}，已扣除优惠分摊`}</Text>}
    </>
  );
}
