import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './Pressable.scss';

interface PressableProps {
  id?: string;
  /** What a screen reader says; needed where the content is an icon or a whole card. */
  label?: string;
  role?: 'button' | 'tab' | 'radio' | 'checkbox' | 'link';
  /** Of a tab, a radio or a checkbox: whether it is the chosen one. */
  chosen?: boolean;
  disabled?: boolean;
  className?: string;
  onPress(): void;
}

/** Whatever one taps. Taro's own Button has no role on H5 and no free layout on weapp, so this is a View with both. */
export function Pressable({ id, label, role = 'button', chosen = false, disabled = false, ...rest }: Props) {
  const { className, onPress, children } = rest;
  const press = () => {
    if (!disabled) onPress();
  };
  return (
    <View
      {...(id && { id })}
      {...(label && { ariaLabel: label })}
      {...(disabled && { 'aria-disabled': 'true' })}
      {...(role === 'tab' && { 'aria-selected': `${chosen}` })}
      {...((role === 'radio' || role === 'checkbox') && { 'aria-checked': `${chosen}` })}
      {...forKeyboards(press)}
      role={role}
      className={`pressable ${disabled ? 'pressable--off' : ''} ${className ?? ''}`}
      hoverClass={disabled ? 'none' : 'pressable--down'}
      hoverStayTime={80}
      onClick={press}
    >
      {children}
    </View>
  );
}
type Props = PropsWithChildren<PressableProps>;

/** A browser's keyboard reaches it, too: Tab, then Enter or the space bar. */
function forKeyboards(press: () => void): object {
  if (process.env.TARO_ENV !== 'h5') return {};
  return {
    tabIndex: 0,
    onKeyDown: (event: { key: string; preventDefault(): void; target: unknown; currentTarget: unknown }) => {
      if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      press();
    },
  };
}
