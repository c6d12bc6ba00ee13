import { View } from '@tarojs/components';
import { Button, IconButton } from './Button';
import { TextInput } from './Field';
import { Icon } from './Icon';
import './SearchBox.scss';

interface SearchBoxProps {
  /** What is searched, for screen readers. */
  label: string;
  placeholder: string;
  value: string;
  focus?: boolean;
  onType(value: string): void;
  /** Searches for these words; none ends the search. */
  onSearch(words: string): void;
}

/** Words to search by, with ways to begin and to end the search. */
export function SearchBox({ label, placeholder, value, focus = false, onType, onSearch }: SearchBoxProps) {
  return (
    <View className="search-box">
      <View className="search-box__field">
        <Icon name="search" size={18} />
        <TextInput
          id="search-words"
          label={label}
          value={value}
          placeholder={placeholder}
          maxLength={40}
          confirmType="search"
          focus={focus}
          onChange={onType}
          onConfirm={() => onSearch(value)}
        />
        {value !== '' && <IconButton icon="close" size={16} label="清空" onPress={() => onSearch('')} />}
      </View>
      <Button id="search-go" size="s" onPress={() => onSearch(value)}>
        搜索
      </Button>
    </View>
  );
}
