import type { Place } from '@shared/kernel/geo';

/** Axis and eccentricity of the ellipsoid that GCJ-02 shifts on (Krasovsky 1940). */
const axis = 6_378_245;
const eccentricity = 0.006_693_421_622_965_943;

/**
 * What a browser or satellite says (WGS-84), as maps of mainland China have it (GCJ-02): up to 700 m elsewhere. Outside
 * a box around China both are the same. The formula is the one in public use; no official text of it exists.
 */
export function gcj02([longitude, latitude]: Place): Place {
  if (longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271)
    return [longitude, latitude];
  const radians = (latitude / 180) * Math.PI;
  const bend = 1 - eccentricity * Math.sin(radians) ** 2;
  const metresEast = (axis / Math.sqrt(bend)) * Math.cos(radians) * (Math.PI / 180);
  const metresNorth = ((axis * (1 - eccentricity)) / bend ** 1.5) * (Math.PI / 180);
  const [x, y] = [longitude - 105, latitude - 35];
  return [longitude + eastShift(x, y) / metresEast, latitude + northShift(x, y) / metresNorth];
}

const eastShift = (x: number, y: number): number =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * Math.sqrt(Math.abs(x)) +
  waves([20, 6 * x], [20, 2 * x], [20, x], [40, x / 3], [150, x / 12], [300, x / 30]);

const northShift = (x: number, y: number): number =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * Math.sqrt(Math.abs(x)) +
  waves([20, 6 * x], [20, 2 * x], [20, y], [40, y / 3], [160, y / 12], [320, y / 30]);

const waves = (...all: [metres: number, turns: number][]): number =>
  all.reduce((sum, [metres, turns]) => sum + (metres * Math.sin(turns * Math.PI) * 2) / 3, 0);
