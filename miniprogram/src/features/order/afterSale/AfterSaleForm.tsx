import { type CaseKind, type CaseReason, caseReasons } from '@shared/order/afterSale';
import { Text } from '@tarojs/components';
import { Choices } from '@/ui/Choices';
import { Panel } from '@/ui/Panel';
import { PicturePicker } from '@/ui/PicturePicker';
import { TextArea } from '@/ui/TextArea';
import { caseKindText, caseReasonText } from '../caseText';
import { ClaimAmount } from './ClaimAmount';
import { PiecesPicker } from './PiecesPicker';
import type { useAfterSaleRequest } from './useAfterSaleRequest';
import './AfterSaleForm.scss';

const reasons = caseReasons.map((key) => ({ key, text: caseReasonText[key] }));

/** What a shopper fills in to ask for something after the sale. */
export function AfterSaleForm({ request }: { request: ReturnType<typeof useAfterSaleRequest> }) {
  const { kinds, claim, words, say, pictures, changePictures, forMoney } = request;
  return (
    <>
      <Panel title="要售后的商品">
        <PiecesPicker claim={claim} />
      </Panel>
      <Panel title="售后类型">
        <Choices<CaseKind>
          id="kind"
          choices={kinds.map((key) => ({ key, text: caseKindText[key] }))}
          chosen={words.kind}
          onChoose={(kind) => say({ kind })}
        />
        <Text className="after-sale-form__hint">{kindHint[words.kind]}</Text>
      </Panel>
      <Panel title="原因">
        <Choices<CaseReason>
          id="reason"
          choices={reasons}
          chosen={words.reason}
          onChoose={(reason) => say({ reason })}
        />
        <TextArea
          id="claim-text"
          value={words.text}
          placeholder="选填，说说具体情况，店家处理更快"
          maxLength={300}
          onChange={(text) => say({ text })}
        />
        <PicturePicker fileIds={pictures} most={mostPictures} onChange={changePictures} />
      </Panel>
      {forMoney && (
        <Panel flush>
          <ClaimAmount claim={claim} />
        </Panel>
      )}
    </>
  );
}

const kindHint: Record<CaseKind, string> = {
  refundOnly: '商品不用寄回，店家同意后原路退款',
  returnAndRefund: '店家同意后寄回商品，收到后原路退款',
  exchange: '店家同意后寄回商品，收到后换新的寄给您',
};

/** A case holds at most this many pictures (contract). */
const mostPictures = 6;
