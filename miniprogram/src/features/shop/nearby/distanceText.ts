/** How far it is, for people: `80 米`, `1.2 公里`, `36 公里`. `metres` is whole. */
export function distanceText(metres: number): string {
  if (metres < 1_000) return `${metres} 米`;
  const kilometres = metres / 1_000;
  return `${kilometres < 10 ? kilometres.toFixed(1) : Math.round(kilometres)} 公里`;
}

/** The same where the person's place is blurred to a kilometre: nothing finer is said. */
export const aboutDistanceText = (metres: number): string =>
  metres < 1_000 ? '1 公里内' : `约 ${Math.round(metres / 1_000)} 公里`;

/** Metres that a person walks in a minute, streets being longer than the line (4.5 km/h, a third more way). */
const metresPerMinute = 56;
const longestWalk = 25;

/** How long the walk takes, for people; none where nobody would walk. */
export function walkText(metres: number): string | undefined {
  const minutes = Math.max(1, Math.round(metres / metresPerMinute));
  return minutes <= longestWalk ? `步行约 ${minutes} 分钟` : undefined;
}
