import { View } from '@tarojs/components';
import { pictureUrl } from '@/platform/pictureUrl';
import { showPictures } from '@/platform/showPictures';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import './CasePictures.scss';

/** The pictures of a case, small; a tap shows them large. */
export function CasePictures({ fileIds }: { fileIds: readonly string[] }) {
  const addresses = fileIds.map(pictureUrl);
  return (
    <View className="case-pictures">
      {addresses.map((address, index) => (
        <Pressable
          key={address}
          label={`第 ${index + 1} 张图片，点开看大图`}
          className="case-pictures__one"
          onPress={() => showPictures(addresses, index)}
        >
          <Picture src={address} alt="" />
        </Pressable>
      ))}
    </View>
  );
}
