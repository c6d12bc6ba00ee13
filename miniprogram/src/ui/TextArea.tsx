import { Textarea, View } from '@tarojs/components';
import { memo, useCallback, useRef } from 'react';
import './TextArea.scss';

interface TextAreaProps {
  id: string;
  value: string;
  placeholder: string;
  maxLength: number;
  onChange(value: string): void;
}

/** A few sentences. They are kept as one paragraph: what a person reads elsewhere is one line. */
export function TextArea({ onChange, ...look }: TextAreaProps) {
  const latest = useRef(onChange);
  latest.current = onChange;
  const change = useCallback((value: string) => latest.current(value.replace(/\s*\n\s*/g, ' ')), []);
  return <StillTextArea {...look} onChange={change} />;
}

/** Rendered only when its own look changes, because mini programs resend an input with every render of its owner. */
const StillTextArea = memo(function StillTextArea({ id, value, placeholder, maxLength, onChange }: TextAreaProps) {
  return (
    <View className="text-area">
      <Textarea
        id={id}
        className="text-area__input"
        placeholderClass="text-area__hint"
        value={value}
        placeholder={placeholder}
        maxlength={maxLength}
        disableDefaultPadding
        onInput={(event) => onChange(event.detail.value)}
      />
    </View>
  );
});
