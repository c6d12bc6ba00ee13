import { chooseFollowCard, type FollowMoment } from './chooseFollowCard';

const originalId = 'gh_0123456789ab';
const moment = (
  account: Partial<NonNullable<FollowMoment['account']>>,
  change: Partial<FollowMoment> = {},
): FollowMoment => ({
  account: { status: 'bound', ...account },
  ...{ follows: false, scene: 1001, knowsUnionId: true },
  ...change,
});
const kin = { sameEntity: true, originalId } as const;

test.each<[string, FollowMoment, object]>([
  ['an unbound shop', { ...moment({}), account: undefined }, { way: 'none', because: 'unbound' }],
  ['a revoked account', moment({ status: 'revoked', ...kin }), { way: 'none', because: 'revoked' }],
  ['whoever follows already', moment(kin, { follows: true }), { way: 'none', because: 'follows' }],
  ['the Moments single page', moment(kin, { follows: 'nobody' }), { way: 'none', because: 'nobody' }],
  ['after a scan of the mini-program code', moment(kin, { scene: 1047 }), { way: 'component' }],
  ['after an article', moment(kin, { scene: 1058 }), { way: 'profile', originalId }],
  ['an account of which we know no original id', moment({ sameEntity: true }), { way: 'code' }],
  ['an account of another entity', moment({ sameEntity: false, originalId }, { scene: 1047 }), { way: 'code' }],
  ['a shopper without unionid, who could not be linked', moment(kin, { knowsUnionId: false }), { way: 'code' }],
  ['an account that can make no codes', moment({ trouble: 'noRight' }), { way: 'none', because: 'noRight' }],
  [
    'an account that can make no codes, of the same entity',
    moment({ ...kin, trouble: 'noRight' }, { knowsUnionId: false }),
    { way: 'profile', originalId },
  ],
  ['WeChat’s server was away when it was last asked', moment({ trouble: 'away' }), { way: 'code' }],
])('%s', (_what, given, card) => expect(chooseFollowCard(given)).toEqual(card));
