import { Textarea, View } from '@tarojs/components';
import { memo, useCallback, useRef } from 'react';
import './TextArea.scss';

interface TextAreaProps {
  id: string;
  value: string;
  placeholder: string;
  maxLength: number;
  /** Lines are kept; without this, all is one paragraph. */
  lines?: boolean;
  onChange(value: string): void;
}

/** A few sentences. They are kept as one paragraph, unless lines are asked for: what a person reads elsewhere is one line. */
export function TextArea({ onChange, lines = false, ...look }: TextAreaProps) {
  const latest = useRef(onChange);
  latest.current = onChange;
  const change = useCallback(
    (value: string) => latest.current(lines ? value : value.replace(/\s*\n\s*/g, ' ')),
    [lines],
  );
  return <StillTextArea {...look} tall={lines} onChange={change} />;
}

/** Rendered only when its own look changes, because mini programs resend an input with every render of its owner. */
const StillTextArea = memo(function StillTextArea({ id, value, placeholder, maxLength, tall, onChange }: StillProps) {
  return (
    <View className={`text-area ${tall ? 'text-area--tall' : ''}`}>
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
type StillProps = Omit<TextAreaProps, 'lines'> & { tall: boolean };
