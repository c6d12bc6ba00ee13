import type { FollowCard } from '../../shared/fan/operations/followCard';
import type { OfficialAccountRecord } from './officialAccounts';

/** What decides how a shopper is shown an account. */
export interface FollowMoment {
  account: Pick<OfficialAccountRecord, 'status' | 'sameEntity' | 'originalId' | 'trouble'> | undefined;
  /** Whether the shopper follows; `nobody` when WeChat does not say who it is. */
  follows: boolean | 'nobody';
  /** WeChat's scene value of how the mini program was opened. */
  scene: number | undefined;
  /** Whether a follow would be recognised by the shopper's unionid. */
  knowsUnionId: boolean;
}

/** Source: developers.weixin.qq.com, official-account: the component shows after these scenes only. */
const componentScenes: readonly number[] = [1011, 1017, 1025, 1047, 1124];

/**
 * Decides how a shopper is shown the way to an account. WeChat's own ways come first where they work and where we would
 * hear who followed; a QR code works for an account of any entity, and links by itself.
 */
export function chooseFollowCard({ account, follows, scene = 0, knowsUnionId }: FollowMoment): FollowCard {
  if (account?.status !== 'bound') return { way: 'none', because: account ? 'revoked' : 'unbound' };
  if (follows === 'nobody') return { way: 'none', because: 'nobody' };
  if (follows) return { way: 'none', because: 'follows' };

  const noCodes = account.trouble === 'noRight';
  if (account.sameEntity && (knowsUnionId || noCodes)) {
    if (componentScenes.includes(scene)) return { way: 'component' };
    if (account.originalId !== undefined) return { way: 'profile', originalId: account.originalId };
  }
  return noCodes ? { way: 'none', because: 'noRight' } : { way: 'code' };
}
