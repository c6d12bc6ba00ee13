import { Image, Text, View } from '@tarojs/components';
import { pictureUrl } from '@/platform/pictureUrl';
import { showPictures } from '@/platform/showPictures';
import { Button } from '@/ui/Button';
import { Sheet } from '@/ui/Sheet';
import type { Channel } from './useChannels';
import './ChannelCode.scss';

/** The mini-program code of a channel, to be saved and printed. */
export function ChannelCode({ channel, onClose }: { channel: Channel; onClose(): void }) {
  const address = pictureUrl(channel.picture ?? '');
  const save = (
    <Button id="code-large" wide onPress={() => showPictures([address], 0)}>
      看大图，长按保存
    </Button>
  );
  return (
    <Sheet open title={channel.name} onClose={onClose} bar={save}>
      <View className="channel-code">
        <Image
          id="channel-picture"
          className="channel-code__picture"
          src={address}
          mode="aspectFit"
          showMenuByLongpress
          ariaLabel={`${channel.name}的小程序码`}
        />
        <Text className="channel-code__hint">{`扫码打开 ${channel.targetName}，永久有效`}</Text>
      </View>
    </Sheet>
  );
}
