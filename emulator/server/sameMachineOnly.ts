import { header, json, type Route } from './exchange';

/**
 * The same routes, refused with 403 FORBIDDEN for a page from elsewhere: its Origin is not of this machine, or, when its
 * host name was pointed at 127.0.0.1 (DNS rebinding), the Host is not. A request without Origin is no page's.
 */
export function sameMachineOnly(routes: readonly Route[]): Route[] {
  return routes.map((route) => ({
    ...route,
    answer: (request) => {
      const origin = request.headers.origin;
      const isHere = isLoopbackHost(header(request, 'host')) && (origin === undefined || isLoopbackOrigin(origin));
      return isHere ? route.answer(request) : refused;
    },
  }));
}

/** Whether an Origin header names a page that this machine served. */
export function isLoopbackOrigin(origin: string): boolean {
  const [, host] = /^https?:\/\/(.+)$/.exec(origin) ?? [];
  return host !== undefined && isLoopbackHost(host);
}

function isLoopbackHost(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
}

const refused = json({ code: 'FORBIDDEN', message: 'Only pages and programs of this machine are answered.' }, 403);
