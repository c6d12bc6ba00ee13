import { Textarea, View } from '@tarojs/components';
import { memo, useCallback, useRef } from 'react';
import './TextArea.scss';

interface TextAreaProps {
  id: string;
  value: string;
  placeholder: string;
  maxLength: number;
  /** Keeps line breaks, and grows with what is typed. */
  lines?: boolean;
  onChange(value: string): void;
}

/** A few sentences. Without `lines` they are kept as one paragraph: what a person reads elsewhere is one line. */
export function TextArea({ onChange, ...look }: TextAreaProps) {
  const latest = useRef(onChange);
  latest.current = onChange;
  const { lines = false } = look;
  const change = useCallback(
    (value: string) => latest.current(lines ? value : value.replace(/\s*\n\s*/g, ' ')),
    [lines],
  );
  return <StillTextArea {...look} onChange={change} />;
}

/** Rendered only when its own look changes, because mini programs resend an input with every render of its owner. */
const StillTextArea = memo(function StillTextArea({
  id,
  value,
  placeholder,
  maxLength,
  lines = false,
  onChange,
}: TextAreaProps) {
  return (
    <View className={`text-area ${lines ? 'text-area--lines' : ''}`}>
      <Textarea
        id={id}
        className="text-area__input"
        placeholderClass="text-area__hint"
        value={value}
        placeholder={placeholder}
        maxlength={maxLength}
        disableDefaultPadding
        autoHeight={lines}
        onInput={(event) => onChange(event.detail.value)}
      />
    </View>
  );
});
