/** Words that reward somebody for following or sharing, or make it a condition, which WeChat forbids. */
export interface Inducement {
  /** As it stands in the text, with whatever stands between its characters. */
  word: string;
  reason: string;
  /** What may be said instead. */
  suggestion: string;
}

/**
 * Finds what WeChat forbids in a text: rewards for following or sharing, and following as a condition. Spaces,
 * punctuation, emoji and full-width forms between the characters hide nothing, not even the end of a sentence.
 * Source: 微信公众平台运营规范 3.2 (诱导分享、诱导关注).
 */
export function findInducements(text: string): Inducement[] {
  const read = readable(text);
  return forbidden.flatMap(({ pattern, reason, suggestion }) =>
    [...read.text.matchAll(pattern)].map(({ index, 0: found }) => ({
      word: text.slice(read.starts[index], read.ends[index + found.length - 1]),
      reason,
      suggestion,
    })),
  );
}

/** The first forbidden words of a form, by the field they stand in; `undefined` when all of it may be said. */
export function findInducement(
  texts: Readonly<Record<string, string>>,
): (Pick<Inducement, 'word' | 'suggestion'> & { field: string }) | undefined {
  for (const [field, text] of Object.entries(texts)) {
    const [found] = findInducements(text);
    if (found) return { field, word: found.word, suggestion: found.suggestion };
  }
  return undefined;
}

const follow = {
  reason: '微信不允许用奖励引导关注',
  suggestion: '把关注和优惠分开说，例如「会员价」「新会员礼券」，或只说「关注我们的公众号」',
};
const condition = {
  reason: '微信不允许把关注作为使用或购买的条件',
  suggestion: '去掉条件，例如只说「关注我们的公众号，看新品消息」',
};
const share = {
  reason: '微信不允许用奖励引导分享',
  suggestion: '去掉奖励，例如只说「分享给朋友」',
};

/** The account, and what people say between following and its reward. */
const account = '(?:我们|我|本店|店铺|小店|官方|的|微信|公众号|服务号|订阅号|账号){0,4}';
const then = '(?:之后|以后|后|即可|即|就能|就可以|就可|就|便|立即|马上|立|并|可以|可|能|免费){0,4}';
/** 领域, 送货, 得很 and the like are other words. */
const reward =
  '(?:领(?![域导先略])|送(?![达货到餐])|得(?![很太不更多到]|好(?![礼券物]))|得到|获赠|赠|返现|返利|立减|减免|减\\d|优惠|打折|抽奖|红包|有礼|有奖|享受?(?=[^友]*[价折惠]))';

/** What must not be said; each is looked for in the text without what stands between its characters. */
const forbidden: readonly (Omit<Inducement, 'word'> & { pattern: RegExp })[] = [
  { pattern: new RegExp(`关注${account}${then}${reward}`, 'g'), ...follow },
  { pattern: /(?:必须|需要|须|请?先|要先|先要)关注/g, ...condition },
  { pattern: new RegExp(`关注${account}(?:之后|以后|后)?(?:才能|才可|方可|方能)`, 'g'), ...condition },
  {
    pattern: new RegExp(`关注${account}(?:之后|以后|后)(?:可以|可|能)(?!${reward})`, 'g'),
    ...condition,
  },
  { pattern: new RegExp(`(?:分享|转发|集赞|邀请好友)(?:给)?(?:朋友圈|朋友|好友|群)?${then}${reward}`, 'g'), ...share },
  { pattern: /集[满齐]?\d+个?赞/g, ...share },
];

/** What of a text is said: letters and digits in their usual form, with where each stands in the text. */
function readable(text: string): { text: string; starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let said = '';
  let at = 0;
  for (const character of text) {
    for (const unit of character.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')) {
      said += unit;
      // A character outside the basic plane is two places long on both sides.
      for (let place = 0; place < unit.length; place += 1) {
        starts.push(at);
        ends.push(at + character.length);
      }
    }
    at += character.length;
  }
  return { text: said, starts, ends };
}
