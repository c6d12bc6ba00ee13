/** The address of a section is `#name` or `#name?what`, where `what` is what it shows of many. */

/** The name in the address, '' when there is none. */
export function chosenSection() {
  return location.hash.slice(1).split('?')[0];
}

/** What the section in the address shows, '' when it does not say. */
export function chosenWithin() {
  return decodeURIComponent(location.hash.split('?')[1] ?? '');
}

/** Notes in the address what the open section shows, without opening it anew. */
export function rememberWithin(what) {
  history.replaceState(null, '', `#${chosenSection() || 'data'}?${encodeURIComponent(what)}`);
}
