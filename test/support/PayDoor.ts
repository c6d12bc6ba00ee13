import type { Notification } from '../../emulator/wechat/pay/PayRecords';
import type { Switch, signings } from '../../emulator/wechat/pay/Switchboard';
import type { Storefront } from './Storefront';

type Wanted = Switch extends infer Each ? (Each extends Switch ? Omit<Each, 'times' | 'delayMs'> : never) : never;

/** WeChat Pay's side of a story: what is to go wrong next, and what it told or tried to tell. */
export interface PayDoor {
  /** Goes wrong once, or as often as `times` says. */
  switchOn(wanted: Wanted & { times?: number; delayMs?: number }): Promise<void>;
  signWith(signing: (typeof signings)[number]): Promise<void>;
  /** From now on everything is right. */
  reset(): Promise<void>;
  endRefund(outRefundNo: string, status: 'SUCCESS' | 'ABNORMAL' | 'CLOSED'): Promise<void>;
  /** The notifications about an order, the oldest first. */
  told(orderId: string): Promise<Notification[]>;
}

export function openPayDoor({ emulator }: Storefront): PayDoor {
  const door = `${emulator.url}/_emulator/wechat`;
  const post = async (what: string, body: object) => {
    const response = await fetch(`${door}/${what}`, { method: 'POST', body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${what} answered ${response.status}: ${await response.text()}`);
  };
  return {
    switchOn: (wanted) => post('switches', wanted),
    signWith: (signing) => post('signing', { signing }),
    reset: () => post('switches/reset', {}),
    endRefund: (outRefundNo, status) => post(`refunds/${outRefundNo}`, { status }),
    told: async (orderId) => {
      const { notifications } = (await (await fetch(`${door}/notifications`)).json()) as {
        notifications: Notification[];
      };
      const about = notifications.filter(({ resource }) => JSON.stringify(resource).includes(`"${orderId}"`));
      return about.sort((one, other) => one.createdAt - other.createdAt);
    },
  };
}
