import { Text, View } from '@tarojs/components';
import { choosePictures } from '@/platform/choosePictures';
import { pictureUrl } from '@/platform/pictureUrl';
import { uploadPicture } from '@/platform/uploadPicture';
import { useAction } from '@/platform/useAction';
import { Icon } from '@/ui/Icon';
import { Picture } from '@/ui/Picture';
import { Pressable } from '@/ui/Pressable';
import './CasePictures.scss';

/** A case holds at most this many pictures (contract). */
const mostPictures = 6;

interface PicturePickerProps {
  fileIds: readonly string[];
  /** Takes the change rather than the outcome: pictures arrive one after another while others are removed. */
  onChange(change: (fileIds: readonly string[]) => readonly string[]): void;
}

/** Pictures for a case; each is sent as soon as it is chosen. */
export function PicturePicker({ fileIds, onChange }: PicturePickerProps) {
  const adding = useAction(async () => {
    for (const local of await choosePictures(mostPictures - fileIds.length)) {
      const fileId = await uploadPicture(local);
      onChange((before) => [...before, fileId]);
    }
  });
  return (
    <View className="case-pictures">
      {fileIds.map((fileId, index) => (
        <Pressable
          key={fileId}
          label={`移除第 ${index + 1} 张图片`}
          className="case-pictures__one"
          onPress={() => onChange((before) => before.filter((each) => each !== fileId))}
        >
          <Picture src={pictureUrl(fileId)} alt="" soon />
          <View className="case-pictures__remove">
            <Icon name="close" size={14} />
          </View>
        </Pressable>
      ))}
      {fileIds.length < mostPictures && (
        <Pressable
          id="add-pictures"
          label="添加图片"
          disabled={adding.busy}
          className="case-pictures__add"
          onPress={() => void adding.run()}
        >
          <Icon name="camera" size={22} />
          <Text>{adding.busy ? '正在上传' : `${fileIds.length} / ${mostPictures}`}</Text>
        </Pressable>
      )}
    </View>
  );
}
