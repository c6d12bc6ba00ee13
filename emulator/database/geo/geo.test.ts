import fc from 'fast-check';
import { openTestDatabase, type TestDatabase } from '../testDatabase';
import type { Document } from '../values';
import { distance, earthRadius, insideRing, type Position } from './sphere';

let database: TestDatabase;

beforeAll(() => {
  database = openTestDatabase({ places: [{ name: 'at', fields: { at: '2dsphere' } }], plain: [] });
});
afterAll(() => database.close());

const position = fc.oneof(
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
  // Around the antimeridian, and around the poles.
  fc.tuple(fc.constantFrom(-180, 180, -179.999, 179.999, 179), fc.double({ min: -90, max: 90, noNaN: true })),
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.constantFrom(90, -90, 89.99, -89.99)),
  // A town far in the north, and one in the middle.
  fc.tuple(fc.double({ min: 18, max: 20, noNaN: true }), fc.double({ min: 69.9, max: 70.1, noNaN: true })),
  fc.tuple(fc.double({ min: 121.4, max: 121.5, noNaN: true }), fc.double({ min: 31.2, max: 31.3, noNaN: true })),
);
const world = fc.array(position, { minLength: 1, maxLength: 40 });
const point = (coordinates: Position) => ({ type: 'Point', coordinates });
const radius = fc.oneof(fc.double({ min: 0, max: 3e4, noNaN: true }), fc.double({ min: 0, max: 2.1e7, noNaN: true }));

async function load(positions: Position[]): Promise<void> {
  await database.remove('places', {});
  await database.add('places', ...positions.map((each, _id) => ({ _id, at: point(each) })));
}

const idsOf = (documents: Document[]): unknown[] => documents.map(({ _id }) => _id).sort();

/** Distances on the way, to the millimetre: points equally far may come in any order. */
const metres = (positions: Position[], center: Position, found: Document[]): number[] =>
  found.map(({ _id }) => Math.round(distance(center, positions[Number(_id)] ?? [0, 0]) * 1000));

test('$nearSphere finds what brute force finds, nearest first, with and without a limit', async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      position,
      radius,
      fc.integer({ min: 1, max: 10 }),
      async (positions, center, $maxDistance, limit) => {
        await load(positions);
        const expected = positions.map((each) => distance(center, each)).filter((d) => d <= $maxDistance);
        const rounded = expected.map((d) => Math.round(d * 1000)).sort((a, b) => a - b);
        const query = { at: { $nearSphere: { $geometry: point(center), $maxDistance } } };
        const all = await database.find('places', query);
        expect(metres(positions, center, all)).toEqual(rounded);
        const some = await database.find('places', query, { limit });
        expect(metres(positions, center, some)).toEqual(rounded.slice(0, limit));
      },
    ),
    { numRuns: 150 },
  );
});

test('a place in the corner of the box searched first is not nearer than one just beside it', async () => {
  const center: Position = [121, 0];
  await load([
    [121 + 450 / 111_319, 450 / 111_319],
    [121 + 600 / 111_319, 0],
  ]);
  const found = await database.find('places', { at: { $nearSphere: { $geometry: point(center) } } }, { limit: 1 });
  expect(idsOf(found)).toEqual([1]);
});

test('$geoNear answers the distances of the nearest, whatever the world looks like', async () => {
  await fc.assert(
    fc.asyncProperty(world, position, fc.integer({ min: 1, max: 10 }), async (positions, center, limit) => {
      await load(positions);
      const expected = positions.map((each) => distance(center, each)).sort((a, b) => a - b);
      const $geoNear = { near: point(center), spherical: true, distanceField: 'metres', key: 'at' };
      const found = await database.aggregate('places', { $geoNear }, { $limit: limit });
      expect(found.map((each) => each.metres)).toEqual(expected.slice(0, limit));
    }),
    { numRuns: 100 },
  );
});

test('$geoWithin of a circle finds what brute force finds', async () => {
  await fc.assert(
    fc.asyncProperty(world, position, radius, async (positions, center, metresAround) => {
      await load(positions);
      const query = { at: { $geoWithin: { $centerSphere: [center, metresAround / earthRadius] } } };
      const expected = positions.flatMap((each, i) =>
        distance(center, each) <= (metresAround / earthRadius) * earthRadius ? [i] : [],
      );
      expect(idsOf(await database.find('places', query))).toEqual(expected.sort());
    }),
    { numRuns: 150 },
  );
});

test('$geoWithin of a polygon finds through the index what it finds in a full scan, at any longitude', async () => {
  const corners = fc.array(
    fc.tuple(fc.double({ min: 0.01, max: 60, noNaN: true }), fc.double({ min: 0, max: 359, noNaN: true })),
    {
      minLength: 3,
      maxLength: 8,
    },
  );
  await fc.assert(
    fc.asyncProperty(world, position, corners, async (positions, center, around) => {
      const ring = around.sort((a, b) => a[1] - b[1]).map(([angle, bearing]) => travel(center, angle, bearing));
      const [first] = ring;
      if (!first) return;
      const $geometry = { type: 'Polygon', coordinates: [[...ring, first]] };
      await load(positions);
      await database.remove('plain', {});
      await database.add('plain', ...positions.map((each, _id) => ({ _id, at: point(each) })));
      const query = { at: { $geoWithin: { $geometry } } };
      expect(idsOf(await database.find('places', query))).toEqual(idsOf(await database.find('plain', query)));
    }),
    { numRuns: 150 },
  );
});

test.each<[string, Position[], Position]>([
  [
    'around the pole',
    [
      [0, 80],
      [90, 80],
      [180, 80],
      [-90, 80],
      [0, 80],
    ],
    [45, 89.9],
  ],
  [
    'with an edge that bulges northwards',
    [
      [-40, 50],
      [40, 50],
      [40, 60],
      [-40, 60],
      [-40, 50],
    ],
    [0, 63],
  ],
  [
    'with an edge that bulges southwards',
    [
      [-40, -50],
      [-40, -60],
      [40, -60],
      [40, -50],
      [-40, -50],
    ],
    [0, -63],
  ],
])('a polygon %s holds what lies beyond the latitudes of its corners', async (_name, ring, inside) => {
  await load([inside]);
  const query = { at: { $geoWithin: { $geometry: { type: 'Polygon', coordinates: [ring] } } } };
  expect(await database.count('places', query)).toBe(1);
});

/** The position reached from another by going some degrees in a direction. */
function travel([lng, lat]: Position, angle: number, bearing: number): Position {
  const [a, b, φ] = [angle, bearing, lat].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number];
  const north = Math.asin(Math.sin(φ) * Math.cos(a) + Math.cos(φ) * Math.sin(a) * Math.cos(b));
  const east = Math.atan2(Math.sin(b) * Math.sin(a) * Math.cos(φ), Math.cos(a) - Math.sin(φ) * Math.sin(north));
  const longitude = lng + (east * 180) / Math.PI;
  return [longitude - 360 * Math.round(longitude / 360), (north * 180) / Math.PI];
}

test('a polygon is the same wherever on the globe it is turned', () => {
  const square: Position[] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
  ];
  const turned =
    (by: number) =>
    ([lng, lat]: Position): Position => [lng + by > 180 ? lng + by - 360 : lng + by, lat];
  for (const by of [0, 120, 179.5, 180]) {
    const ring = square.map(turned(by));
    expect(
      [
        [0, 0],
        [0.9, -0.9],
        [1.1, 0],
        [0, 2],
        [60, 0],
      ].map((at) => insideRing(turned(by)(at as unknown as Position), ring)),
    ).toEqual([true, true, false, false, false]);
  }
  const aroundPole: Position[] = [
    [0, 80],
    [90, 80],
    [180, 80],
    [-90, 80],
    [0, 80],
  ];
  expect([insideRing([45, 89], aroundPole), insideRing([45, 70], aroundPole), insideRing([0, 90], aroundPole)]).toEqual(
    [true, false, true],
  );
});

test('a delivery area holds the shopper inside it, not in its hole, not beside it', async () => {
  const ring = (size: number) =>
    [
      [-size, -size],
      [size, -size],
      [size, size],
      [-size, size],
      [-size, -size],
    ].map(([x = 0, y = 0]) => [121 + x, 31 + y]);
  await load([]).catch(() => undefined);
  await database.add('places', { _id: 'area', at: { type: 'Polygon', coordinates: [ring(0.5), ring(0.1)] } });
  const covering = (lng: number, lat: number) =>
    database.count('places', { at: { $geoIntersects: { $geometry: point([lng, lat]) } } });
  expect([await covering(121.3, 31), await covering(121, 31), await covering(121.6, 31)]).toEqual([1, 0, 0]);
  const crossing = {
    $geoIntersects: { $geometry: { type: 'Polygon', coordinates: [ring(0.3).map(([x = 0, y = 0]) => [x + 0.4, y])] } },
  };
  expect(await database.count('places', { at: crossing })).toBe(1);
});

test('an index declared later is built from the documents; one no longer declared is gone', async () => {
  const later = openTestDatabase({ shops: [] });
  try {
    await later.add('shops', { _id: 'a', at: point([121, 31]) });
    const near = () => later.find('shops', { at: { $nearSphere: { $geometry: point([121, 31]) } } });
    await expect(near()).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
    later.reopen({ shops: [{ name: 'at', fields: { at: '2dsphere' } }] });
    expect(await near()).toHaveLength(1);
    later.reopen({ shops: [] });
    await expect(near()).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' });
  } finally {
    later.close();
  }
});

test('without a declared index $near fails as in production; what is no position is refused', async () => {
  const near = database.find('plain', { at: { $nearSphere: { $geometry: point([0, 0]) } } });
  await expect(near).rejects.toMatchObject({
    message: expect.stringContaining('unable to find index for $geoNear query'),
  });
  const stage = database.aggregate('plain', { $geoNear: { near: point([0, 0]), distanceField: 'd' } });
  await expect(stage).rejects.toMatchObject({ message: expect.stringContaining('requires a 2d or 2dsphere index') });
  await expect(database.add('places', { at: 'here' })).rejects.toMatchObject({
    message: expect.stringContaining("Can't extract geo keys"),
  });
  await expect(database.add('places', { at: point([200, 0]) })).rejects.toMatchObject({
    message: expect.stringContaining('out of bounds'),
  });
  await expect(
    database.add('places', {
      at: {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      },
    }),
  ).rejects.toMatchObject({ code: 'NOT_EMULATED' });
});
