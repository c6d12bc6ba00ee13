import { useState } from 'react';
import { TextInput } from '@/ui/Field';
import type { RegionInputProps } from './RegionInput';

/** Taro's Picker knows no regions in a browser; there, the three names are typed with spaces between. */
export function RegionInput({ id, value, onChange }: RegionInputProps) {
  const [typed, setTyped] = useState(value.join(' '));
  const type = (text: string) => {
    setTyped(text);
    onChange(text.trim().split(/\s+/).filter(Boolean));
  };
  return (
    <TextInput
      id={id}
      label="所在地区"
      value={typed}
      placeholder="省 市 区，用空格分开"
      maxLength={64}
      onChange={type}
    />
  );
}
