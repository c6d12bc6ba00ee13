/**
 * Where people come from. Every open of the mini program has exactly one of these (`sourceOfScene`).
 * `nearby` is WeChat's list and our map; `returning` are WeChat's own lists of what somebody used before.
 */
export const sources = [
  'article',
  'officialAccount',
  'message',
  'friend',
  'moments',
  'code',
  'search',
  'nearby',
  'channels',
  'ad',
  'link',
  'miniProgram',
  'workWeChat',
  'payment',
  'returning',
  'system',
  'unknown',
] as const;
export type Source = (typeof sources)[number];

/**
 * Sources that bring nobody by themselves: somebody who comes back by the list of used mini programs was brought by what
 * brought them before. An order that nothing else brought is credited to `direct`.
 */
const bringNobody: readonly Source[] = ['payment', 'returning', 'system', 'unknown'];

export const bringsPeople = (source: Source): boolean => !bringNobody.includes(source);
