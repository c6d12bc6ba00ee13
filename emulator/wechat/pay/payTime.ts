const eightHours = 8 * 3600 * 1000;

/** A moment (ms) as WeChat Pay writes it: RFC 3339 in China's time, whole seconds. */
export function payTime(ms: number): string {
  return `${new Date(ms + eightHours).toISOString().slice(0, 19)}+08:00`;
}
