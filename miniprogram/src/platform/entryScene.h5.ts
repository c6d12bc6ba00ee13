/** A browser has no scene; `?scene=1047` says one, to show what that does. */
export function entryScene(): number | undefined {
  const shown = new URLSearchParams(window.location.search).get('scene');
  return shown !== null && /^1\d{3}$/.test(shown) ? Number(shown) : undefined;
}
