import { View } from '@tarojs/components';
import { newId } from '@/platform/newId';
import { Button, IconButton } from '@/ui/Button';
import { TextInput } from '@/ui/Field';
import { Panel } from '@/ui/Panel';
import { Problem } from '@/ui/Problem';
import './CategoryFields.scss';
import { type FrontDraft, raised } from './frontDraft';

interface CategoryFieldsProps {
  categories: FrontDraft['categories'];
  problem: string | undefined;
  onChange(categories: FrontDraft['categories']): void;
}

const mostCategories = 20;

/** A shop's categories in their order. */
export function CategoryFields({ categories, problem, onChange }: CategoryFieldsProps) {
  const rename = (categoryId: string, name: string) =>
    onChange(categories.map((each) => (each.categoryId === categoryId ? { ...each, name } : each)));
  return (
    <Panel title="分类，按顾客看到的顺序">
      {categories.map(({ categoryId, name }, index) => (
        <View key={categoryId} className="category-fields">
          <View className="category-fields__name">
            <TextInput
              id={`category-${index}`}
              label={`第 ${index + 1} 个分类`}
              value={name}
              placeholder="如：时令水果"
              maxLength={10}
              onChange={(typed) => rename(categoryId, typed)}
            />
          </View>
          <IconButton
            id={`category-${index}-up`}
            icon="up"
            size={18}
            label={`上移${name}`}
            disabled={index === 0}
            onPress={() => onChange(raised(categories, index))}
          />
          <IconButton
            icon="trash"
            size={18}
            label={`去掉${name}`}
            onPress={() => onChange(categories.filter((each) => each.categoryId !== categoryId))}
          />
        </View>
      ))}
      {categories.length < mostCategories && (
        <Button
          id="add-category"
          size="s"
          kind="second"
          icon="plus"
          onPress={() => onChange([...categories, { categoryId: newId(), name: '' }])}
        >
          加一个分类
        </Button>
      )}
      <Problem text={problem} />
    </Panel>
  );
}
