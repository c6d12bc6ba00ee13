import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Icon, type IconName } from './Icon';
import { Pressable } from './Pressable';
import './Button.scss';

interface ButtonProps {
  id?: string;
  /** `action`: the one thing to do here. `second`: beside it. `quiet`: text only. */
  kind?: 'action' | 'second' | 'quiet';
  size?: 'm' | 's';
  icon?: IconName;
  /** Takes the width there is. */
  wide?: boolean;
  disabled?: boolean;
  /** Working: shows it, and takes no second tap. */
  busy?: boolean;
  label?: string;
  onPress(): void;
}

/** A button with words. */
export function Button({ kind = 'action', size = 'm', icon, wide, disabled, busy, children, ...rest }: Props) {
  const off = Boolean(disabled || busy);
  const look = `button--${kind} button--${size} ${wide ? 'button--wide' : ''} ${disabled ? 'button--off' : ''}`;
  // A class and no element: Taro would send all that is in the button anew.
  return (
    <Pressable {...rest} disabled={off} className={`button ${look} ${busy ? 'button--busy' : ''}`}>
      {icon && <Icon name={icon} size={18} />}
      <View className="button__text">{children}</View>
    </Pressable>
  );
}
type Props = PropsWithChildren<ButtonProps>;

/** A button that is an icon; `label` says what it does. */
export function IconButton({ icon, size = 20, ...rest }: IconButtonProps) {
  return (
    <Pressable {...rest} className={`icon-button ${rest.className ?? ''}`}>
      <Icon name={icon} size={size} />
    </Pressable>
  );
}
interface IconButtonProps {
  id?: string;
  icon: IconName;
  size?: number;
  label: string;
  disabled?: boolean;
  className?: string;
  onPress(): void;
}
