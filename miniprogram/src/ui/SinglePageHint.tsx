import { Text } from '@tarojs/components';
import './SinglePageHint.scss';

/** Under a page that WeChat shows by itself, from Moments: how one gets to everything else. */
export function SinglePageHint({ text }: { text: string }) {
  return (
    <Text id="single-page-hint" className="single-page-hint">
      {`点「前往小程序」，${text}`}
    </Text>
  );
}
