/** What a shop sells, in the words of the map: its marker and the filters of nearby shops. */
export const trades = [
  'specialty',
  'breakfast',
  'noodles',
  'vinegar',
  'fruit',
  'flowers',
  'bakery',
  'tea',
  'grocery',
  'books',
  'tailor',
  'tofu',
] as const;
export type Trade = (typeof trades)[number];
