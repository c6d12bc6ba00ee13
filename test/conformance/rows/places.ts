import { type Document, type Environment, idsOf, type Row, type Section } from '../Row';

/** Along the equator, where 0.01 degrees are 1113.2 m. */
const along = (_id: string, lng: number, lat = 0): Document => ({
  _id,
  at: { type: 'Point', coordinates: [lng, lat] },
});
const three = [along('far', 0.03), along('near', 0.01), along('next', 0.02)];

/** Queries by place. */
export const places: Section = {
  title: 'Places',
  rows: [
    finds('_.geoNear, nearest first', ({ _, db }) => _.geoNear({ geometry: new db.Geo.Point(0, 0) }), [
      'near',
      'next',
      'far',
    ]),
    finds(
      '_.geoNear, maxDistance and minDistance in metres',
      ({ _, db }) => _.geoNear({ geometry: new db.Geo.Point(0, 0), minDistance: 1500, maxDistance: 3000 }),
      ['next'],
    ),
    finds('_.geoWithin a polygon', ({ _, db }) => _.geoWithin({ geometry: square(db, 0.015, 0.04) }), ['far', 'next']),
    finds(
      '_.geoWithin several polygons',
      ({ _, db }) =>
        _.geoWithin({ geometry: new (shapes(db).MultiPolygon)([square(db, 0.005, 0.015), square(db, 0.025, 0.035)]) }),
      ['far', 'near'],
    ),
    finds(
      '_.geoWithin centerSphere in radians',
      ({ _, db }) => _.geoWithin({ centerSphere: [new db.Geo.Point(0, 0), 2500 / 6_378_100] }),
      ['near', 'next'],
    ),
    finds('_.geoIntersects a point', ({ _, db }) => _.geoIntersects({ geometry: new db.Geo.Point(0.01, 0) }), ['near']),
    finds('_.geoIntersects a polygon', ({ _, db }) => _.geoIntersects({ geometry: square(db, 0.015, 0.025) }), [
      'next',
    ]),
    {
      name: 'db.Geo.Point comes back as one',
      places: three,
      call: async ({ places, db }) => (await places.doc('near').get()).data[0]?.at instanceof db.Geo.Point,
      outcome: { answers: true },
    },
    {
      name: '_.geoNear without an index',
      items: three,
      call: ({ items, _, db }) => items.where({ at: _.geoNear({ geometry: new db.Geo.Point(0, 0) }) }).get(),
      outcome: { fails: { code: 'DATABASE_REQUEST_FAILED', message: /unable to find index for \$geoNear/ } },
    },
    {
      name: 'a place that is no geometry, in an indexed field',
      call: ({ places }) => places.add({ at: 'here' }),
      outcome: { fails: { code: 'DATABASE_REQUEST_FAILED', message: /Can't extract geo keys/ } },
    },
    {
      name: '_.geoIntersects a line',
      places: three,
      call: ({ places, _, db }) => places.where({ at: _.geoIntersects({ geometry: line(db) }) }).get(),
      outcome: { notEmulated: { names: 'LineString', because: 'the shop has points and areas only' } },
    },
  ],
};

function finds(name: string, at: (environment: Environment) => unknown, ids: readonly string[]): Row {
  const call = async (environment: Environment) => {
    const found = idsOf(await environment.places.where({ at: at(environment) }).get());
    return name.includes('geoNear') ? found : found.sort();
  };
  return { name, places: three, call, outcome: { answers: ids } };
}

const line = (db: Environment['db']) => ring(shapes(db), [0, 0], [1, 0]);

/** A degree to the north and south, between two longitudes. */
function square(db: Environment['db'], west: number, east: number): unknown {
  const geo = shapes(db);
  return new geo.Polygon([ring(geo, [west, -1], [east, -1], [east, 1], [west, 1], [west, -1])]);
}

type Shape = new (parts: readonly unknown[]) => unknown;

/** The SDK declares only the point of its shapes. */
const shapes = ({ Geo }: Environment['db']) =>
  Geo as typeof Geo & Record<'LineString' | 'Polygon' | 'MultiPolygon', Shape>;

function ring({ LineString, Point }: ReturnType<typeof shapes>, ...positions: readonly [number, number][]): unknown {
  return new LineString(positions.map(([lng, lat]) => new Point(lng, lat)));
}
