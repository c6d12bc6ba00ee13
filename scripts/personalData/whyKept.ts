/** Why a collection has something of a person, and how long. */
export interface WhyKept {
  /** What of a person lies there. */
  holds: string;
  /** What it is for. */
  purpose: string;
  /** How long, when nobody asks for its deletion. */
  until: string;
}

/** Every collection with something of a person. A test compares it with `cloudfunctions/crm/personalData.ts`. */
export const whyKept: Readonly<Record<string, WhyKept>> = {
  staffInvitations: {
    holds: 'openid of who took an invitation',
    purpose: 'the second try finds the first',
    until: 'the invitation is over: a day, and an hour',
  },
  auditLog: {
    holds: 'openid, name and role of staff; ids, amounts and choices of what they did',
    purpose: 'the owner sees who did what',
    until: '180 days',
  },
  stockMoves: {
    holds: 'openid of the buyer or of who counted',
    purpose: 'stock is the sum of its moves',
    until: 'as long as the shop keeps books',
  },
  orders: {
    holds: 'openid; name, phone and address of the receiver; note, invoice title and e-mail; what was bought and paid',
    purpose: 'sending, refunding, invoicing; the law wants it kept',
    until: 'three years at least (电子商务法 31); nothing removes them by itself so far',
  },
  coupons: {
    holds: 'openid of who has it',
    purpose: 'it is theirs to spend; budgets add up',
    until: 'as long as its template is counted',
  },
  fans: {
    holds: "the account's openid of a follower; unionid and shopper's openid, where they are known",
    purpose: "members' prices and the welcome",
    until: 'they unfollow, or the shop unbinds; then a keyed hash',
  },
  followCodes: {
    holds: 'openid of who was shown a code',
    purpose: 'a follower is known as that shopper',
    until: 'the code has expired (20 minutes)',
  },
  articleMarks: {
    holds: 'openid; which articles are liked or kept',
    purpose: 'favourites, and likes that count once',
    until: 'it is taken back',
  },
  comments: {
    holds: 'openid, a name of their choice, the text',
    purpose: 'readers see it',
    until: 'the shop or the person deletes it',
  },
  carts: {
    holds: 'openid; SKUs and quantities',
    purpose: 'the cart is there tomorrow',
    until: 'it is emptied',
  },
  visits: {
    holds: 'openid; when which page was seen, and what led there; no place',
    purpose: 'what brought people, as counts',
    until: '35 days; the counts stay',
  },
  touches: {
    holds: 'openid; the first and the last that brought them to a shop',
    purpose: 'an order is credited to it within 7 days',
    until: 'the account is deleted',
  },
  customers: {
    holds:
      'openid or unionid, name and last digits of the phone from orders; sums, classes, tags and notes of the shop',
    purpose: 'the shop knows its customers (CRM)',
    until: 'neither an order nor a follow is behind it',
  },
  sends: {
    holds: 'openid; which campaign was sent when',
    purpose: 'nobody gets it twice, and gaps are kept',
    until: 'the account is deleted',
  },
  messageQuotas: {
    holds: 'openid; how many messages somebody has allowed',
    purpose: "WeChat's quota, counted before it refuses",
    until: 'the account is deleted',
  },
  restockNotices: {
    holds: 'openid; of which sold-out SKU somebody wants to hear',
    purpose: 'one message when it is there again',
    until: 'the account is deleted',
  },
  attempts: {
    holds: 'openid; how often something was done',
    purpose: 'limits (ADR 0020)',
    until: 'its window is over: a day at most, and an hour',
  },
  addresses: {
    holds: 'openid; name, phone, address, the place on the map if it was chosen there',
    purpose: 'the next order needs no typing',
    until: 'it is removed',
  },
};
