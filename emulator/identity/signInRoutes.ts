import { createHash, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { NotEmulated } from '../CloudBaseError';
import { type HttpRequest, type HttpResponse, json, type Route } from '../server/exchange';
import { parseBody } from '../server/parseBody';
import type { CustomLogin } from './CustomLogin';
import type { Session, Sessions, SignIn } from './Sessions';

const twoHoursMs = 2 * 3600 * 1000;
const thirtyDaysMs = 30 * 24 * 3600 * 1000;

const CustomSignIn = v.object({ provider_id: v.literal('custom'), ticket: v.string() });
const TokenRequest = v.object({ grant_type: v.string(), refresh_token: v.optional(v.string(), '') });
const Revoke = v.object({ token: v.string() });

/**
 * `/auth/v1/…`: the way of @cloudbase/js-sdk 3 to an identity: anonymous and custom sign-in, new access tokens, signing
 * out, and who one is. Refusals are OAuth's `{error, error_description}` of RFC 6749; other ways are refused by name.
 */
export function signInRoutes(sessions: Sessions, customLogin: CustomLogin): Route[] {
  return [
    { method: 'POST', path: '/auth/v1/signin/anonymously', answer: () => signInAnonymously(sessions) },
    {
      method: 'POST',
      path: '/auth/v1/signin/custom',
      answer: (request) => signInWithTicket(sessions, customLogin, parseBody(request, CustomSignIn).ticket),
    },
    { method: 'POST', path: '/auth/v1/token', answer: (request) => refresh(sessions, request) },
    {
      method: 'POST',
      path: '/auth/v1/revoke',
      answer: (request) => {
        const isEnded = sessions.signOut(parseBody(request, Revoke).token);
        return isEnded ? json({}) : refused(401, 'unauthenticated', 'This access token is not good any more.');
      },
    },
    {
      method: 'GET',
      path: '/auth/v1/user/me',
      answer: (request) => {
        const session = sessions.of(request);
        return session ? json(profile(session)) : refused(401, 'unauthenticated', 'Sign in first.');
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

function signInAnonymously(sessions: Sessions): HttpResponse {
  const uid = randomUUID().replaceAll('-', '');
  return credentials(sessions.signIn({ kind: 'anonymous', uid }, twoHoursMs, thirtyDaysMs));
}

function signInWithTicket(sessions: Sessions, customLogin: CustomLogin, ticket: string): HttpResponse {
  const holder = customLogin.read(ticket);
  if (!holder) return refused(401, 'unauthenticated', 'The ticket is not of this environment, or has expired.');
  const { customUserId, accessMs, totalMs } = holder;
  // One developer's user is one CloudBase user, at every sign-in.
  const uid = createHash('sha256').update(customUserId).digest('hex').slice(0, 32);
  return credentials(sessions.signIn({ kind: 'custom', uid, customUserId }, accessMs, totalMs));
}

function refresh(sessions: Sessions, request: HttpRequest): HttpResponse {
  const { grant_type: grantType, refresh_token: refreshToken } = parseBody(request, TokenRequest);
  if (grantType !== 'refresh_token') throw new NotEmulated(`the grant type ${grantType}`);
  const signIn = sessions.refresh(refreshToken);
  return signIn ? credentials(signIn) : refused(400, 'invalid_grant', 'The refresh token is not good any more.');
}

function credentials({ session, accessToken, accessMs, refreshToken }: SignIn): HttpResponse {
  return json({
    token_type: 'Bearer',
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in: Math.floor(accessMs / 1000),
    scope: session.kind === 'anonymous' ? 'anonymous' : 'user',
    sub: subject(session),
  });
}

function profile(session: Session): Record<string, unknown> {
  // The SDK tells an anonymous user by this name.
  const name = session.kind === 'anonymous' ? { name: 'anonymous' } : {};
  return { sub: subject(session), status: 'ACTIVE', ...name };
}

function subject(session: Session): string {
  return session.kind === 'wechat' ? session.openId : session.uid;
}

function refused(status: number, error: string, description: string): HttpResponse {
  return json({ error, error_description: description }, status);
}
