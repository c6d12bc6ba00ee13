import type { MapProps } from '@tarojs/components';
import { type ClusterMarker, countText, type MapMarker, type ShopMarker } from './markers';

/** What `<Map markers>` takes; of `label`, only what differs from WeChat's defaults. */
type WeappMarker = Omit<MapProps.marker, 'label'> & { label?: Partial<MapProps.label> };

/** Where `config/mapIcons.ts` draws; short, because it is said once for each marker. */
const icons = '/map';

// WeChat draws these itself and knows no CSS variable. All stand out on its day map and on its night map.
const onAction = '#fff';
const ink = '#2a211c';
const paper = '#fffdf8';

/** Sizes of the icons in px, as they are drawn. */
const shopSize = { width: 34, height: 40 };
const chosenSize = { width: 44, height: 52 };
const clusterSizes = { small: 38, medium: 46, large: 54 };

const countFont = 13;
const nameFont = 12;

/**
 * Our markers in WeChat's form: `numberOf` gives each id the number that WeChat wants. With 100 of them it stays below 20 KB,
 * which is what one update of a map may cost.
 */
export const weappMarkers = (markers: readonly MapMarker[], numberOf: (id: string) => number): WeappMarker[] =>
  markers.map((marker) => ({
    id: numberOf(marker.id),
    longitude: short(marker.place[0]),
    latitude: short(marker.place[1]),
    ...(marker.kind === 'cluster' ? clusterLook(marker) : shopLook(marker)),
  }));

/** A metre is fine enough to draw, and shorter. */
const short = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

function clusterLook({ count }: ClusterMarker) {
  const size = count < 20 ? 'small' : count < 200 ? 'medium' : 'large';
  const side = clusterSizes[size];
  const text = countText(count);
  return {
    iconPath: `${icons}/${size}.png`,
    width: side,
    height: side,
    // From the place, which is below the middle of the icon's lower edge, to the corner of the number.
    label: {
      content: text,
      color: onAction,
      fontSize: countFont,
      anchorX: -Math.round(widthInEm(text) * countFont * 0.5),
      anchorY: -Math.round((side + countFont * 1.4) / 2),
    },
  };
}

function shopLook({ trade, name, chosen, named }: ShopMarker) {
  return {
    iconPath: `${icons}/${trade}${chosen ? '-on' : ''}.png`,
    ...(chosen ? chosenSize : shopSize),
    ...(chosen && { zIndex: 9 }),
    ...((chosen || named) && {
      label: {
        content: name,
        color: ink,
        bgColor: paper,
        fontSize: nameFont,
        borderRadius: 4,
        padding: 2,
        anchorX: chosen ? 24 : 18,
        anchorY: chosen ? -38 : -30,
      },
    }),
  };
}

/** How wide a text is, in letters: digits and points take little more than half of one. */
const widthInEm = (text: string): number =>
  [...text].reduce((width, letter) => width + (letter.charCodeAt(0) < 0x80 ? 0.58 : 1), 0);
