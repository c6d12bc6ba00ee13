import { Text, View } from '@tarojs/components';
import { Button, IconButton } from '@/ui/Button';
import { TextInput } from '@/ui/Field';
import { Panel } from '@/ui/Panel';
import { Problem } from '@/ui/Problem';
import type { ProductDraft } from './productDraft';
import './OptionFields.scss';

interface OptionFieldsProps {
  options: ProductDraft['options'];
  problem: string | undefined;
  onChange(options: ProductDraft['options']): void;
}

const mostOptions = 3;

/** What a product can be chosen by; none is one kind of it only. */
export function OptionFields({ options, problem, onChange }: OptionFieldsProps) {
  const set = (index: number, part: Partial<ProductDraft['options'][number]>) =>
    onChange(options.map((option, each) => (each === index ? { ...option, ...part } : option)));
  return (
    <Panel title="规格">
      {options.map(({ name, values }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an option has nothing else that stays while it is typed
        <View key={index} className="option-fields">
          <View className="option-fields__name">
            <TextInput
              id={`option-name-${index}`}
              label={`第 ${index + 1} 种规格的名字`}
              value={name}
              placeholder="如：重量"
              maxLength={10}
              onChange={(typed) => set(index, { name: typed })}
            />
          </View>
          <View className="option-fields__values">
            <TextInput
              id={`option-values-${index}`}
              label={`第 ${index + 1} 种规格有哪些，用逗号隔开`}
              value={values}
              placeholder="500 g，1 kg"
              maxLength={200}
              onChange={(typed) => set(index, { values: typed })}
            />
          </View>
          <IconButton
            icon="trash"
            size={18}
            label={`去掉第 ${index + 1} 种规格`}
            onPress={() => onChange(options.filter((_option, each) => each !== index))}
          />
        </View>
      ))}
      {options.length === 0 && <Text className="option-fields__hint">只有一种就不用加规格</Text>}
      {options.length < mostOptions && (
        <Button
          id="add-option"
          size="s"
          kind="second"
          icon="plus"
          onPress={() => onChange([...options, { name: '', values: '' }])}
        >
          加一种规格
        </Button>
      )}
      <Problem text={problem} />
    </Panel>
  );
}
