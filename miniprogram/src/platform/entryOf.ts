/** What opened the mini program: WeChat's scene value, and the page's address. */
export interface Entry {
  scene: number;
  path: string;
  /** The parameters of the address, decoded. A mini-program code carries one, `scene`. */
  query: Readonly<Record<string, string>>;
}

/** An entry as WeChat gives it; what is missing is 0 or empty. */
export function entryOf(options: { scene?: number; path?: string; query?: Record<string, string | undefined> }): Entry {
  const { scene = 0, path = '', query = {} } = options;
  return {
    scene,
    path,
    query: Object.fromEntries(Object.entries(query).map(([key, value = '']) => [key, decoded(value)])),
  };
}

/** A value of an address as it was meant: WeChat does not decode it. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Typed by hand, with a `%` that means itself.
    return value;
  }
}
