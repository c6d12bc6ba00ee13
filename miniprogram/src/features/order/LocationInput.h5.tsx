import { Text, View } from '@tarojs/components';
import { Pressable } from '@/ui/Pressable';
import type { LocationInputProps } from './LocationInput';
import './LocationInput.scss';
import { type Landmark, landmarks } from './landmarks';

/** A browser has no map of WeChat's; there, a few places of the demo shops' town stand for it. */
export function LocationInput({ value, onChange }: LocationInputProps) {
  const isChosen = ({ place }: Landmark) => value?.[0] === place[0] && value[1] === place[1];
  return (
    <View id="field-location" className="location-input__landmarks">
      {landmarks.map((landmark) => (
        <Pressable
          key={landmark.name}
          id={`landmark-${landmark.id}`}
          role="radio"
          chosen={isChosen(landmark)}
          label={isChosen(landmark) ? `${landmark.name}，已选` : landmark.name}
          className={`location-input__landmark ${isChosen(landmark) ? 'location-input__landmark--on' : ''}`}
          onPress={() => onChange(landmark.place)}
        >
          <Text>{landmark.name}</Text>
        </Pressable>
      ))}
    </View>
  );
}
