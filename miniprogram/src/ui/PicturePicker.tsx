import { Text, View } from '@tarojs/components';
import { choosePictures } from '@/platform/choosePictures';
import { pictureUrl } from '@/platform/pictureUrl';
import { uploadPicture } from '@/platform/uploadPicture';
import { useAction } from '@/platform/useAction';
import { Icon } from './Icon';
import { Picture } from './Picture';
import { Pressable } from './Pressable';
import './PicturePicker.scss';

interface PicturePickerProps {
  fileIds: readonly string[];
  most: number;
  /** What the first one is for, when that is something of its own: `主图`. */
  first?: string;
  /** Takes the change rather than the outcome: pictures arrive one after another while others are removed. */
  onChange(change: (fileIds: readonly string[]) => readonly string[]): void;
}

/** Pictures of something; each is sent as soon as it is chosen, and a tap removes it. */
export function PicturePicker({ fileIds, most, first, onChange }: PicturePickerProps) {
  const adding = useAction(async () => {
    for (const local of await choosePictures(most - fileIds.length)) {
      const fileId = await uploadPicture(local);
      onChange((before) => [...before, fileId]);
    }
  });
  const count = adding.busy ? '正在上传' : `${fileIds.length} / ${most}`;
  return (
    <View className="picture-picker">
      {fileIds.map((fileId, index) => (
        <Pressable
          key={fileId}
          label={`移除第 ${index + 1} 张图片${first && index === 0 ? `，${first}` : ''}`}
          className="picture-picker__one"
          onPress={() => onChange((before) => before.filter((each) => each !== fileId))}
        >
          <Picture src={pictureUrl(fileId)} alt="" soon />
          <View className="picture-picker__remove">
            <Icon name="close" size={14} />
          </View>
          {first && index === 0 && <Text className="picture-picker__first">{first}</Text>}
        </Pressable>
      ))}
      {fileIds.length < most && (
        <Pressable
          id="add-pictures"
          label={`添加图片，${count}`}
          disabled={adding.busy}
          className="picture-picker__add"
          onPress={() => void adding.run()}
        >
          <Icon name="camera" size={22} />
          <Text>{count}</Text>
        </Pressable>
      )}
    </View>
  );
}
