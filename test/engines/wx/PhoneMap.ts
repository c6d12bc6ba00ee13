/** What a map shows: its middle in degrees, and WeChat's scale, 3 for a continent to 20 for a house. */
export interface MapLook {
  longitude: number;
  latitude: number;
  scale: number;
}

/** Size of a map on the phone, in px. */
const size = { width: 390, height: 420 };

/**
 * The maps of a phone: each shows what its attributes say until a finger moves it, and again what they say when they
 * change, as WeChat's `<map>` does; attributes that are set to what they were change nothing.
 */
export class PhoneMap {
  readonly #told = new Map<string, MapLook>();
  readonly #shown = new Map<string, MapLook>();

  /** `attributesOf` reads what the template says of the map with this id. */
  constructor(private readonly attributesOf: (id: string) => MapLook) {}

  /** A finger moved the map. */
  move(id: string, look: Partial<MapLook>): void {
    this.#shown.set(id, { ...this.lookOf(id), ...look });
  }

  /** What the map shows now. */
  lookOf(id: string): MapLook {
    const [told, now] = [this.#told.get(id), this.attributesOf(id)];
    const changed = Object.keys(now).some((key) => told?.[key as keyof MapLook] !== now[key as keyof MapLook]);
    if (changed) {
      this.#told.set(id, now);
      this.#shown.set(id, now);
    }
    return this.#shown.get(id) ?? now;
  }

  /** `wx.createMapContext`. */
  contextOf(id: string): Record<string, () => object> {
    return {
      getScale: () => ({ scale: this.lookOf(id).scale }),
      getCenterLocation: () => centreOf(this.lookOf(id)),
      getRegion: () => regionOf(this.lookOf(id)),
    };
  }
}

const centreOf = ({ longitude, latitude }: MapLook) => ({ longitude, latitude });

/** The corners of what is shown, in Mercator's projection; 256 px show the world at scale 0. */
function regionOf({ longitude, latitude, scale }: MapLook) {
  const degrees = 360 / (256 * 2 ** scale);
  const [east, north] = [
    (size.width / 2) * degrees,
    (size.height / 2) * degrees * Math.cos((latitude * Math.PI) / 180),
  ];
  return {
    southwest: { longitude: longitude - east, latitude: latitude - north },
    northeast: { longitude: longitude + east, latitude: latitude + north },
  };
}
