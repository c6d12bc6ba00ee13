import * as v from 'valibot';
import type { Clock } from '../Clock';
import { CloudBaseError } from '../CloudBaseError';
import type { CallLog } from '../functions/CallLog';
import type { FunctionLog } from '../functions/FunctionLog';
import type { FunctionPool } from '../functions/FunctionPool';
import type { Timers } from '../functions/Timers';
import type { Person } from '../identity/Person';
import { type Sessions, sessionCookie } from '../identity/Sessions';
import { localAppId } from '../localAppId';
import { json, type Route } from '../server/exchange';
import { parseBody } from '../server/parseBody';

/** What the door opens. */
export interface DoorOptions {
  people: readonly Person[];
  sessions: Sessions;
  clock: Clock;
  calls: CallLog;
  log: FunctionLog;
  functions: FunctionPool;
  timers: Timers;
}

const ActAs = v.object({ openId: v.string() });
const MoveClock = v.object({ advanceMs: v.pipe(v.number(), v.minValue(0)) });
const RunTimer = v.object({ function: v.string() });
const Prewarm = v.object({ functions: v.array(v.string()) });

/** `/_emulator/…`: what production hides and a test or the preview needs. JSON both ways. */
export function doorRoutes({ people, sessions, clock, calls, log, functions, timers }: DoorOptions): Route[] {
  return [
    {
      method: 'GET',
      path: '/_emulator/people',
      answer: (request) => {
        const session = sessions.of(request);
        return json({ people, actingAs: session?.kind === 'wechat' ? session.openId : '' });
      },
    },
    {
      method: 'POST',
      path: '/_emulator/actAs',
      answer: (request) => {
        const person = people.find(({ openId }) => openId === parseBody(request, ActAs).openId);
        if (!person) throw new CloudBaseError('INVALID_PARAM', 'Nobody here has this openId.');
        const token = tokenFor(sessions, person);
        return json({ token, ...person, appId: localAppId }, 200, { 'set-cookie': sessionCookieFor(token) });
      },
    },
    { method: 'GET', path: '/_emulator/clock', answer: () => json(clockView(clock)) },
    {
      method: 'POST',
      path: '/_emulator/clock',
      answer: (request) => {
        clock.advance(parseBody(request, MoveClock).advanceMs);
        return json(clockView(clock));
      },
    },
    { method: 'GET', path: '/_emulator/processes', answer: () => json(functions.processes()) },
    { method: 'GET', path: '/_emulator/calls', answer: () => json({ calls: calls.recent() }) },
    {
      method: 'GET',
      path: '/_emulator/log',
      answer: ({ query }) => json({ lines: log.lines(query.get('requestId') ?? undefined) }),
    },
    { method: 'GET', path: '/_emulator/timers', answer: () => json({ timers: timers.list() }) },
    {
      method: 'POST',
      path: '/_emulator/runTimer',
      answer: async (request) => json(await timers.runNow(parseBody(request, RunTimer).function)),
    },
    {
      method: 'POST',
      path: '/_emulator/prewarm',
      answer: async (request) => {
        await Promise.all(parseBody(request, Prewarm).functions.map((name) => functions.prewarm(name)));
        return json({});
      },
    },
  ];
}

/** A token with which one is this person. */
export function tokenFor(sessions: Sessions, { openId, unionId }: Person): string {
  return sessions.token({ kind: 'wechat', openId, ...(unionId === undefined ? {} : { unionId }) });
}

/** The Set-Cookie value that makes the browser preview send a token. */
export function sessionCookieFor(token: string): string {
  return `${sessionCookie}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`;
}

function clockView(clock: Clock): { now: number; offsetMs: number } {
  return { now: clock.now(), offsetMs: clock.offsetMs() };
}
