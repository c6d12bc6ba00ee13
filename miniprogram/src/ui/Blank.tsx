import { Text, View } from '@tarojs/components';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';
import './Blank.scss';

interface BlankProps {
  icon: IconName;
  title: string;
  text?: string;
  action?: { label: string; run(): void };
}

/** Says why a page or a list shows nothing, and the way on from there. */
export function Blank({ icon, title, text, action }: BlankProps) {
  return (
    <View className="blank">
      <View className="blank__seal">
        <Icon name={icon} size={34} />
      </View>
      <Text className="blank__title">{title}</Text>
      {text && <Text className="blank__text">{text}</Text>}
      {action && (
        <Button id="blank-action" kind="second" onPress={action.run}>
          {action.label}
        </Button>
      )}
    </View>
  );
}

/** Nothing was found because the shop could not be reached. */
export function ErrorBlank({ title = '网络开小差了', text = '请检查网络后再试一次', onRetry }: ErrorBlankProps) {
  return <Blank icon="offline" title={title} text={text} action={{ label: '重试', run: onRetry }} />;
}
interface ErrorBlankProps {
  title?: string;
  text?: string;
  onRetry(): void;
}
