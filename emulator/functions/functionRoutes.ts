import { randomUUID } from 'node:crypto';
import { CloudBaseError } from '../CloudBaseError';
import type { Session, Sessions } from '../identity/Sessions';
import { localAppId } from '../localAppId';
import { type HttpResponse, json, type Route } from '../server/exchange';
import { parseJson } from '../server/parseBody';
import type { Caller } from './Caller';
import { type FunctionPool, maxPayload } from './FunctionPool';

/** The gateway names errors differently from the SDK's own protocol. Source: CloudBase HTTP API, functions v1. */
const gatewayCode: Record<string, string> = {
  FUNCTIONS_EXECUTE_FAIL: 'FUNCTION_INVOCATION_FAILED',
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 'FUNCTION_TIME_LIMIT_EXCEEDED',
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: 'FUNCTION_MEMORY_LIMIT_EXCEEDED',
};

/** `POST /v1/functions/{name}`: the client's way in, raw JSON both ways, the identity in a Bearer token or cookie. */
export function functionRoutes(pool: FunctionPool, sessions: Sessions): Route[] {
  return [
    {
      method: 'POST',
      path: '/v1/functions/:name',
      maxBody: maxPayload,
      answer: async (request) => {
        const requestId = randomUUID();
        const session = sessions.of(request);
        if (!session) return json({ code: 'UNAUTHENTICATED', message: 'Sign in first.', requestId }, 401);
        try {
          const event = parseJson(request.body.toString('utf8'));
          const name = request.params.name ?? '';
          const resultJson = await pool.invoke({ requestId, name, event, caller: callerOf(session) });
          return answered(resultJson, requestId);
        } catch (error) {
          return refused(error, requestId);
        }
      },
    },
  ];
}

function callerOf(session: Session): Caller {
  return session.kind === 'wechat' ? { ...session, appId: localAppId } : session;
}

function answered(resultJson: string, requestId: string): HttpResponse {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'x-request-id': requestId };
  return { status: 200, headers, body: resultJson };
}

function refused(error: unknown, requestId: string): HttpResponse {
  if (!(error instanceof CloudBaseError)) throw error;
  const { code, message } = error;
  const status = { FUNCTION_NOT_FOUND: 404, INVALID_PARAM: 400, EXCEED_REQUEST_SIZE_LIMIT: 413 }[code] ?? 500;
  return json({ code: gatewayCode[code] ?? code, message, requestId }, status, { 'x-request-id': requestId });
}
