import { accept, type Reply, refuse } from '../../shared/kernel/operation';
import { WeChatRefused } from '../_runtime/callWeChat';

/** Why WeChat did not make a code or a link. */
export type WeChatTrouble = { code: 'NOT_PUBLISHED' } | { code: 'QUOTA' } | { code: 'TRY_LATER' };

/**
 * Source: getUnlimitedQRCode and generateUrlLink. 41030, 85079: the page, or the mini program, is not published;
 * 45009, 44990, 85403: too many a minute, a second, a day; -1: the system is busy.
 */
const troubles: Record<number, WeChatTrouble['code']> = {
  ...{ 41030: 'NOT_PUBLISHED', 85079: 'NOT_PUBLISHED' },
  ...{ 45009: 'QUOTA', 44990: 'QUOTA', 85403: 'QUOTA' },
  [-1]: 'TRY_LATER',
};

/** What WeChat made, or what the seller can do about that it did not. Throws what only we could mend. */
export async function askWeChat<Made>(making: Promise<Made>): Promise<Reply<Made, WeChatTrouble>> {
  try {
    return accept(await making);
  } catch (error) {
    if (!(error instanceof WeChatRefused)) return refuse({ code: 'TRY_LATER' });
    const code = troubles[error.errcode];
    if (!code) throw error;
    return refuse({ code });
  }
}
