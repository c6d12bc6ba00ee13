import * as v from 'valibot';
import { CloudBaseError } from '../../CloudBaseError';
import { type HttpResponse, json, type Route } from '../../server/exchange';
import { parseBody } from '../../server/parseBody';
import { Switch, signings } from './Switchboard';
import type { WeChatPay } from './WeChatPay';

const Signing = v.strictObject({ signing: v.picklist(signings) });
const EndOfRefund = v.strictObject({ status: v.picklist(['SUCCESS', 'ABNORMAL', 'CLOSED']) });

/**
 * The switchboard of WeChat Pay at the door: what is to go wrong next, which key signs, and how a refund ends. Each
 * answers what is switched on: `{switches, signing}`.
 */
export function switchRoutes(pay: WeChatPay): Route[] {
  const { switchboard } = pay;
  const state = (): HttpResponse => json({ switches: switchboard.switches, signing: switchboard.signing });
  const post = (path: string, answer: Route['answer']): Route => ({
    method: 'POST',
    path: `/_emulator/wechat/${path}`,
    answer,
  });
  return [
    { method: 'GET', path: '/_emulator/wechat/switches', answer: state },
    post('switches', (request) => {
      switchboard.switchOn(parseBody(request, Switch));
      return state();
    }),
    post('switches/reset', () => {
      switchboard.reset();
      return state();
    }),
    post('signing', (request) => {
      switchboard.signWith(parseBody(request, Signing).signing);
      return state();
    }),
    post('refunds/:no', (request) => {
      const { status } = parseBody(request, EndOfRefund);
      const refund = pay.endRefund(request.params.no ?? '', status);
      if (!refund) throw new CloudBaseError('INVALID_PARAM', 'There is no such refund.');
      return json({ refund });
    }),
  ];
}
