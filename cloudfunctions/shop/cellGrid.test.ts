import fc from 'fast-check';
import { isWithin, type Place, type Rectangle } from '../../shared/kernel/geo';
import { cellOf, cellsTouching, childrenOf, levelOf, parentOf } from './cellGrid';

const place = fc.tuple(
  fc.double({ min: -180, max: 179.999999, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);
const sizes = fc.constantFrom(1e-5, 1e-3, 0.1, 5, 60, 179);
const view = fc.tuple(place, sizes, sizes).map(([[longitude, latitude], wide, high]): Rectangle => {
  const east = longitude + wide;
  return {
    west: longitude,
    east: east > 180 ? east - 360 : east,
    south: Math.max(-90, latitude - high),
    north: latitude,
  };
});

function ancestorsOf(cellId: string): string[] {
  const parent = parentOf(cellId);
  return parent === undefined ? [cellId] : [cellId, ...ancestorsOf(parent)];
}

test('a cell is one of the children of its parent, up to the coarsest', () => {
  fc.assert(
    fc.property(place, (at) => {
      const path = ancestorsOf(cellOf(at));
      expect(path.map(levelOf)).toEqual([20, 18, 16, 14, 12, 10, 8, 6, 4, 2]);
      for (const [index, cell] of path.slice(0, -1).entries())
        expect(childrenOf(path[index + 1] ?? '')).toContain(cell);
    }),
  );
  expect(childrenOf(cellOf([112, 37]))).toEqual([]);
});

test('whatever lies in a rectangle lies in a cell that it touches, over the antimeridian and at the poles, too', () => {
  fc.assert(
    fc.property(
      view,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (area, x, y) => {
        const cells = cellsTouching(area, 100);
        expect(cells.length).toBeLessThanOrEqual(100);
        expect(new Set(cells).size).toBe(cells.length);
        const width = (area.east - area.west + 360) % 360;
        const longitude = area.west + x * width;
        const inside: Place = [
          longitude >= 180 ? longitude - 360 : longitude,
          area.south + y * (area.north - area.south),
        ];
        if (!isWithin(inside, area)) return;
        expect(cells.some((cell) => ancestorsOf(cellOf(inside)).includes(cell))).toBe(true);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('the whole world, and a rectangle all the way round but for a gap, are few cells', () => {
  expect(cellsTouching({ west: -180, south: -90, east: 180, north: 90 }, 100)).toHaveLength(8);
  expect(cellsTouching({ west: 10.001, south: 0, east: 10, north: 1 }, 100)).toHaveLength(64);
});

test('what is no cell is refused', () => {
  expect(() => levelOf('somewhere')).toThrow(RangeError);
});
