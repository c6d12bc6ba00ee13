import { Input, Text, View } from '@tarojs/components';
import { memo, type ReactNode, useCallback, useRef } from 'react';
import './Field.scss';

/** A labelled place in a form; `problem` is what is wrong with what was typed. */
export function Field({
  label,
  problem,
  children,
}: {
  label: string;
  problem?: string | undefined;
  children: ReactNode;
}) {
  return (
    <View className={`field ${problem ? 'field--wrong' : ''}`}>
      <View className="field__row">
        <Text className="field__label">{label}</Text>
        <View className="field__input">{children}</View>
      </View>
      {problem && (
        <View className="field__problem" role="alert">
          {problem}
        </View>
      )}
    </View>
  );
}

interface TextInputProps {
  id: string;
  label: string;
  value: string;
  placeholder: string;
  maxLength: number;
  type?: 'text' | 'number' | 'digit';
  confirmType?: 'done' | 'search' | 'next';
  focus?: boolean;
  onChange(value: string): void;
  onConfirm?(): void;
}

/** One line of text. */
export function TextInput({ onChange, onConfirm, ...look }: TextInputProps) {
  const latest = useRef({ onChange, onConfirm });
  latest.current = { onChange, onConfirm };
  const change = useCallback((value: string) => latest.current.onChange(value), []);
  const confirm = useCallback(() => latest.current.onConfirm?.(), []);
  return <StillInput {...look} onChange={change} onConfirm={confirm} />;
}

/** Rendered only when its own look changes, because mini programs resend an Input with every render of its owner. */
const StillInput = memo(function StillInput({ label, maxLength, onChange, onConfirm, ...rest }: TextInputProps) {
  return (
    <Input
      {...rest}
      className="text-input"
      placeholderClass="text-input__hint"
      maxlength={maxLength}
      ariaLabel={label}
      onInput={(event) => onChange(event.detail.value)}
      onConfirm={() => onConfirm?.()}
    />
  );
});
