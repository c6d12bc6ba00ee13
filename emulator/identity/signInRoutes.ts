import { randomUUID } from 'node:crypto';
import { CloudBaseError, NotEmulated } from '../CloudBaseError';
import { json, type Route } from '../server/exchange';
import type { Sessions } from './Sessions';

const thirtyDays = 30 * 24 * 3600;

/** The js-sdk's way to an identity: anonymous sign-in, and who one is. Other ways to sign in are refused by name. */
export function signInRoutes(sessions: Sessions): Route[] {
  return [
    {
      method: 'POST',
      path: '/auth/v1/signin/anonymously',
      answer: () => {
        const uid = randomUUID().replaceAll('-', '');
        const token = sessions.token({ kind: 'anonymous', uid });
        return json({
          token_type: 'Bearer',
          access_token: token,
          refresh_token: token,
          expires_in: thirtyDays,
          scope: 'anonymous',
          sub: uid,
        });
      },
    },
    {
      method: 'GET',
      path: '/auth/v1/user/me',
      answer: (request) => {
        const session = sessions.of(request);
        if (!session) throw new CloudBaseError('UNAUTHENTICATED', 'Sign in first.');
        return json({ sub: session.kind === 'wechat' ? session.openId : session.uid, status: 'ACTIVE' });
      },
    },
    {
      method: 'ANY',
      path: '/auth/*',
      answer: ({ method, path }) => {
        throw new NotEmulated(`${method} ${path}`);
      },
    },
  ];
}
