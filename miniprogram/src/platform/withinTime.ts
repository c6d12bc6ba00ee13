import { NetworkFault } from './faults';

/** How long a call may take, in milliseconds, before the person is told that the network is slow. */
const callLimit = 10_000;

/** The same for a file, in either direction. */
export const fileLimit = 60_000;

/** Settles like `work`, or rejects with a `NetworkFault` after `limit` milliseconds. The work itself goes on. */
export async function withinTime<T>(work: Promise<T>, limit: number = callLimit): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NetworkFault(`no answer within ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
