import { CloudBaseError } from '../../CloudBaseError';
import type { HttpRequest, HttpResponse, Route } from '../../server/exchange';
import type { Component } from './Component';
import { localComponent, type OfficialAccounts } from './OfficialAccounts';

/** Where the page is; WeChat's own is at open.weixin.qq.com. */
export const authorisePath = '/wxaopen/safe/bindcomponent';

/**
 * WeChat's page where an account's administrator authorises a third-party platform. WeChat knows whose administrator
 * scans it; here one chooses among all accounts. Whoever agrees is sent to `redirect_uri`. Source:
 * developers.weixin.qq.com, 第三方平台, 授权流程技术说明.
 */
export function authorisePage(accounts: OfficialAccounts, component: Component): Route[] {
  return [
    {
      method: 'GET',
      path: authorisePath,
      answer: (request) => {
        checked(request, accounts);
        const choices = accounts.records
          .accounts()
          .map(({ appId, name }) => `<button name="appId" value="${appId}">${escaped(name)} · ${appId}</button>`);
        return html(`<h1>授权公众号</h1><form method="post">${choices.join('<br>') || '还没有公众号'}</form>`);
      },
    },
    {
      method: 'POST',
      path: authorisePath,
      answer: (request) => {
        const { preAuthCode, redirect } = checked(request, accounts);
        const chosen = new URLSearchParams(request.body.toString('utf8')).get('appId') ?? '';
        const account = accounts.records.account(chosen);
        if (!account) throw new CloudBaseError('INVALID_PARAM', 'There is no such official account.');
        const { authorization_code: code } = component.authorise(account, preAuthCode);
        redirect.searchParams.set('auth_code', code);
        redirect.searchParams.set('expires_in', '3600');
        return { status: 302, headers: { location: redirect.href }, body: '' };
      },
    },
  ];
}

/** What the page was opened with. Throws INVALID_PARAM for another platform, or a code that is none or over. */
function checked({ query }: HttpRequest, { records, clock }: OfficialAccounts): { preAuthCode: string; redirect: URL } {
  const preAuthCode = query.get('pre_auth_code') ?? '';
  const known = records.token(preAuthCode);
  const isOurs = query.get('component_appid') === localComponent.appId;
  if (!isOurs || known?.kind !== 'preAuth' || known.until <= clock.now())
    throw new CloudBaseError('INVALID_PARAM', '授权链接已失效');
  return { preAuthCode, redirect: new URL(query.get('redirect_uri') ?? '') };
}

const html = (body: string): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><meta name="viewport" content="width=device-width"><title>授权公众号</title>${body}`,
});

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
