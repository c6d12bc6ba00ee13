import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { FileId, Id, Moment, Text } from '../../kernel/schemas';
import { trades } from '../trades';

const Longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const Latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));

const toMillionth = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** A place in degrees, GCJ-02, rounded to a millionth (0.1 m). The antimeridian becomes −180. */
const Coordinates = v.object({
  longitude: v.pipe(
    Longitude,
    v.transform((degrees) => (toMillionth(degrees) === 180 ? -180 : toMillionth(degrees))),
  ),
  latitude: v.pipe(Latitude, v.transform(toMillionth)),
});

/** A part of the map in degrees. `west` > `east` lies across the antimeridian. */
const View = v.pipe(
  v.object({ west: Longitude, south: Latitude, east: Longitude, north: Latitude }),
  v.check(({ south, north }) => south <= north),
);

/** Where the next page begins (`longitude~latitude~metres~id`); opaque to the client. */
const NearbyCursor = v.pipe(
  v.string(),
  v.regex(/^-?\d{1,3}(\.\d{1,6})?~-?\d{1,2}(\.\d{1,6})?~\d{1,5}~[\w-]{0,32}$/),
  v.check((cursor) => {
    const [longitude, latitude] = cursor.split('~').map(Number);
    return v.is(Coordinates, { longitude, latitude });
  }),
);

const Trade = v.picklist(trades);
/** A place in degrees, GCJ-02, as we answer it. */
export const Place = v.object({ longitude: v.number(), latitude: v.number() });

const ShopNearby = v.object({
  shopId: Id,
  name: v.string(),
  logo: FileId,
  trade: Trade,
  address: v.string(),
  place: Place,
  /** Whole metres from where the list began. */
  metres: v.number(),
  openNow: v.boolean(),
  /** While it is closed: when it opens next; absent if it never does. */
  opensAt: v.optional(Moment),
  /** For people to read: `08:30–21:00`. */
  hours: v.string(),
  /** Whether the shop's own delivery reaches where the list began. */
  delivers: v.boolean(),
});

const ShopOnMap = v.object({ shopId: Id, name: v.string(), trade: Trade, place: Place });

const Cluster = v.object({
  cellId: v.string(),
  count: v.number(),
  /** The mean of its shops' places. */
  centre: Place,
  /** The most frequent, at most three, the first first. */
  trades: v.array(Trade),
  /** One of its shops. */
  sample: v.object({ shopId: Id, name: v.string() }),
});

/** A time of day, `08:30`; the end of a day may be `24:00`. */
const TimeOfDay = v.pipe(v.string(), v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/));

/** The same hours every day. An end that is not after the beginning is on the next day. */
const DailyHours = v.object({ from: TimeOfDay, to: TimeOfDay });

/** Finding shops on the map. */
export const nearbyOperations = {
  /**
   * Shops within `radius` of a place, the nearest first, those as many metres away by id. 20 a page; with `delivers` or
   * `selling` a page may be shorter, even empty: there is more as long as there is a `next`.
   *
   * The list belongs to where it began: `next` carries that place, and pages after the first are of the same list and
   * measure from there, however far the person has come. `at` then does not matter. So nothing is shown twice and
   * nothing is left out; who wants the list of the new place asks without `after`.
   */
  findNearbyShops: {
    who: 'anyone',
    input: v.object({
      at: Coordinates,
      /** Metres, 1 to 50 000. */
      radius: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50_000)), 5_000),
      trade: v.optional(Trade),
      openNow: v.optional(v.boolean(), false),
      /** Only shops whose own delivery reaches the place. */
      delivers: v.optional(v.boolean(), false),
      /** Only shops that have a product of this name in stock. */
      selling: v.optional(Text(40)),
      after: v.optional(NearbyCursor),
    }),
    output: v.object({ shops: v.array(ShopNearby), next: v.optional(v.string()) }),
    refusals: {},
  },
  /**
   * What a map shows of a rectangle: shops where there are few, clusters elsewhere, at most 100 together at any zoom.
   * Clusters are whole cells of the map's grid and may reach beyond the edge; shops lie inside. `total` counts all shops
   * of the cells that the rectangle touches.
   */
  countShopsInView: {
    who: 'anyone',
    input: v.object({ view: View }),
    output: v.object({ total: v.number(), clusters: v.array(Cluster), shops: v.array(ShopOnMap) }),
    refusals: {},
  },
  /** Puts the shop where it is. Lists and clusters of the map follow at once. */
  placeShop: {
    who: 'owner',
    audit: ['address'],
    input: v.object({ shopId: Id, place: Coordinates, address: Text(80) }),
    output: v.object({}),
    refusals: { NOT_FOUND: v.object({}) },
  },
  /** How the shop stands on the map, for whoever changes that. */
  getShopPlace: {
    who: 'owner',
    input: v.object({ shopId: Id }),
    output: v.object({
      name: v.string(),
      trade: Trade,
      logo: FileId,
      place: Place,
      address: v.string(),
      /** For people to read. */
      hours: v.string(),
      /** Absent where not every day is alike. */
      daily: v.optional(DailyHours),
      /** How far the shop's own delivery goes, in metres; 0 where it has none. */
      deliveryMetres: v.number(),
    }),
    refusals: { NOT_FOUND: v.object({}) },
  },
  /**
   * Sets when the shop is open and how far it delivers itself (metres, 0 for not at all). Fee and least worth of a delivery stay as
   * they are; of a shop that begins to deliver, both are 0.
   */
  saveShopHours: {
    who: 'manager',
    audit: ['daily', 'deliveryMetres'],
    input: v.object({
      shopId: Id,
      daily: DailyHours,
      deliveryMetres: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20_000)),
    }),
    output: v.object({}),
    refusals: { NOT_FOUND: v.object({}) },
  },
} satisfies Contract;
