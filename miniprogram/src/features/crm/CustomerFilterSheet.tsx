import { rfmClasses } from '@shared/crm/rfm';
import { sourceFamilies } from '@shared/crm/sourceFamily';
import { fen } from '@shared/kernel/money';
import { Text } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Sheet } from '@/ui/Sheet';
import { classText, familyText } from './customerText';
import type { CustomerFilter } from './useCustomers';
import './CustomerFilterSheet.scss';

const any = { key: 'any', text: '不限' } as const;
const followChoices = [any, { key: 'yes', text: '已关注' }, { key: 'no', text: '未关注' }] as const;
const classChoices = [any, ...rfmClasses.map((key) => ({ key, text: classText[key] }))];
const familyChoices = [any, ...sourceFamilies.map((key) => ({ key, text: familyText[key] }))];
const dayChoices = [any, ...['7', '30', '90', '365'].map((key) => ({ key, text: `${key} 天内` }))];
const amountChoices = [any, ...['100', '500', '1000', '5000'].map((key) => ({ key, text: `${key} 元起` }))];

interface CustomerFilterSheetProps {
  filter: CustomerFilter;
  onChoose(filter: CustomerFilter): void;
  onClose(): void;
}

/** Narrows a list of customers; each choice counts at once. */
export function CustomerFilterSheet({ filter, onChoose, onClose }: CustomerFilterSheetProps) {
  const { follows, rfm, family, boughtWithinDays, amountAtLeast } = filter;
  const bar = (
    <Button id="filter-done" wide onPress={onClose}>
      看结果
    </Button>
  );
  return (
    <Sheet open title="筛选客户" onClose={onClose} bar={bar}>
      <Text className="customer-filter__title">公众号</Text>
      <Choices
        id="filter-follows"
        choices={followChoices}
        chosen={follows === undefined ? 'any' : follows ? 'yes' : 'no'}
        onChoose={(key) => onChoose(without(filter, 'follows', key !== 'any' && { follows: key === 'yes' }))}
      />
      <Text className="customer-filter__title">价值分层（最近、次数、金额）</Text>
      <Choices
        id="filter-rfm"
        choices={classChoices}
        chosen={rfm ?? 'any'}
        onChoose={(key) => onChoose(without(filter, 'rfm', key !== 'any' && { rfm: key }))}
      />
      <Text className="customer-filter__title">从哪来</Text>
      <Choices
        id="filter-family"
        choices={familyChoices}
        chosen={family ?? 'any'}
        onChoose={(key) => onChoose(without(filter, 'family', key !== 'any' && { family: key }))}
      />
      <Text className="customer-filter__title">最近买过</Text>
      <Choices
        id="filter-days"
        choices={dayChoices}
        chosen={String(boughtWithinDays ?? 'any')}
        onChoose={(key) =>
          onChoose(without(filter, 'boughtWithinDays', key !== 'any' && { boughtWithinDays: Number(key) }))
        }
      />
      <Text className="customer-filter__title">累计消费</Text>
      <Choices
        id="filter-amount"
        choices={amountChoices}
        chosen={amountAtLeast === undefined ? 'any' : String(amountAtLeast / 100)}
        onChoose={(key) =>
          onChoose(without(filter, 'amountAtLeast', key !== 'any' && { amountAtLeast: fen(Number(key) * 100) }))
        }
      />
    </Sheet>
  );
}

/** The filter with another choice in one field, or with none. */
function without(filter: CustomerFilter, field: keyof CustomerFilter, chosen: false | CustomerFilter): CustomerFilter {
  const { [field]: _before, ...rest } = filter;
  return { ...rest, ...chosen };
}
