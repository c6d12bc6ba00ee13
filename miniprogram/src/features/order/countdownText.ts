/** Milliseconds that are left, as `14:59`; nothing left is `00:00`. */
export function countdownText(left: number): string {
  const seconds = Math.max(0, Math.ceil(left / 1_000));
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
