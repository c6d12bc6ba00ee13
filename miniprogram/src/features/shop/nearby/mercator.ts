/** A point of the world's map at a zoom, in px from its north-west corner. */
export interface Point {
  x: number;
  y: number;
}

/** Where a place lies on the world's map at a zoom, in Mercator's projection, as all map providers draw it. */
export function pointOf({ longitude, latitude }: { longitude: number; latitude: number }, zoom: number): Point {
  const side = 256 * 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return {
    x: ((longitude + 180) / 360) * side,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side,
  };
}
