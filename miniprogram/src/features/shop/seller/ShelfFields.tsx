import { oneDay, startOfChinaDay } from '@shared/kernel/chinaTime';
import { View } from '@tarojs/components';
import { CheckRow } from '@/ui/CheckRow';
import { MomentInput } from '@/ui/MomentInput';
import { Panel } from '@/ui/Panel';
import { Problem } from '@/ui/Problem';
import type { ProductDraft } from './productDraft';
import './ShelfFields.scss';

type Planned = Pick<ProductDraft, 'shelveFrom' | 'shelveUntil'>;

interface ShelfFieldsProps {
  draft: Planned;
  problem: string | undefined;
  onChange(part: Partial<Planned>): void;
}

const hour = 3_600_000;

/** When a product comes on the shelf and goes off it by itself. */
export function ShelfFields({ draft: { shelveFrom, shelveUntil }, problem, onChange }: ShelfFieldsProps) {
  return (
    <Panel title="上下架时间">
      <CheckRow
        id="shelve-from"
        text="定时上架"
        hint="到时才看得到、买得到，北京时间"
        checked={shelveFrom !== undefined}
        onChange={(on) => onChange({ shelveFrom: on ? tomorrowAt(9 * hour) : undefined })}
      />
      {shelveFrom !== undefined && (
        <View className="shelf-fields__moment">
          <MomentInput
            id="shelve-from"
            label="上架"
            value={shelveFrom}
            onChange={(moment) => onChange({ shelveFrom: moment })}
          />
        </View>
      )}
      <CheckRow
        id="shelve-until"
        text="定时下架"
        hint="到时自动撤下，如过季、预售结束"
        checked={shelveUntil !== undefined}
        onChange={(on) => onChange({ shelveUntil: on ? (shelveFrom ?? tomorrowAt(9 * hour)) + oneDay : undefined })}
      />
      {shelveUntil !== undefined && (
        <View className="shelf-fields__moment">
          <MomentInput
            id="shelve-until"
            label="下架"
            value={shelveUntil}
            onChange={(moment) => onChange({ shelveUntil: moment })}
          />
        </View>
      )}
      <Problem text={problem} />
    </Panel>
  );
}

const tomorrowAt = (sinceMidnight: number): number => startOfChinaDay(Date.now()) + oneDay + sinceMidnight;
