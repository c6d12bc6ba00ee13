/** Waits until a condition holds, asking again as soon as the last answer is in; rejects after ten seconds. */
export async function until(holds: () => Promise<boolean> | boolean, limitMs = 10_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`still not so after ${limitMs} ms: ${holds}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
